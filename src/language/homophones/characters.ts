/** Characters that make sense nearly anywhere, so that hearing them wrong is unlikely. */
export const FUNCTION = new Set(
  '一不了的是办能我你他她有在就也都要给没到去来这那很还又再上下个人会好说看得着过吧吗呢啊把和跟',
);

/** A numeral and a measure word after it make a word of their own (五包, 三个). */
export const NUMERALS = new Set('一二两三四五六七八九十几半百');
export const MEASURES = new Set(
  '个位名包斤两块元毛分张把条只头袋盒瓶箱桶碗杯盘碟双对副套件层楼间户家口年月天日号岁点次回趟遍针片颗粒支根本页棵朵米里亩车',
);
