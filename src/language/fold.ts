/** Each pair: a written variant (traditional, financial, full width), then the character the readers look for. */
const VARIANTS =
  '後后兩两點点號号個个時时過过這这節节農农曆历歷历陰阴陽阳舊旧閏闰臘腊內内間间從从當当開开來来現现將将' +
  '歲岁屬属龍龙馬马雞鸡鷄鸡豬猪虛虚週周禮礼鐘钟鍾钟幾几餘余頭头壽寿慶庆聖圣誕诞婦妇兒儿親亲師师勞劳動动' +
  '國国軍军黨党護护愛爱萬万復复驚惊蟄蛰穀谷種种處处陳陈劉刘張张楊杨趙赵黃黄吳吴孫孙馮冯許许鄧邓肅肃蕭萧' +
  '蘇苏盧卢蔣蒋賈贾葉叶閻阎蘭兰韓韩羅罗鄭郑謝谢範范譚谭鄒邹陸陆錢钱湯汤聽听尋寻發发無无離离還还續续' +
  '週周鬥斗燈灯燒烧話话號号裡里裏里嚮向樣样歡欢說说對对錯错嗎吗沒没麼么麽么記记應应該该謝谢' +
  '滿满剛刚齡龄實实誰谁們们癱瘫養养長长機机構构門门線线樓楼號号級级醫医學学畢毕業业會会給给領领' +
  '壹一弌一贰二貳二贰二弍二叁三叄三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千○〇' +
  '，,？?！!；;０0１1２2３3４4５5６6７7８8９9：:／/－-．.～~　 （(）)－-–-—-―-ー-〜~∼~晝昼淩凌幣币雙双臺台歐欧鎊镑';

/** By code unit: none of the variants has two. */
const FOLDED: ReadonlyMap<number, string> = new Map(
  [...VARIANTS].flatMap((from, index, all) =>
    index % 2 === 0 ? [[from.charCodeAt(0), all[index + 1] ?? from] as const] : [],
  ),
);

/** 参 is three before a unit of money's writing only (参佰元, not 参加). */
const FINANCIAL_THREE = '参'.charCodeAt(0);
const FINANCIAL_UNITS = '拾佰仟';

function foldedAt(text: string, at: number): string | undefined {
  const code = text.charCodeAt(at);
  const next = text[at + 1];
  if (code === FINANCIAL_THREE && next !== undefined && FINANCIAL_UNITS.includes(next)) return '三';
  return FOLDED.get(code);
}

/** The text with variants of the characters that dates, ages and answers are written with made plain; same length. */
export function fold(text: string): string {
  let folded = '';
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const plain = foldedAt(text, at);
    if (plain === undefined) continue;
    folded += text.slice(done, at) + plain;
    done = at + 1;
  }
  return folded + text.slice(done);
}
