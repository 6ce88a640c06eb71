/** Words and signs of money after ISO 4217. `scale`: how many of the unit one of the word is (毛 0.1). */
interface Currency {
  unit: string;
  scale: number;
}

const AFTER: readonly (readonly [string, string, number])[] = [
  ['元人民币 块人民币 元钱 元 圆 圓 块钱 块 塊錢 塊钱 塊 人民币 人民幣 RMB CNY ¥ ￥', 'CNY', 1],
  ['毛钱 毛 角钱 角', 'CNY', 0.1],
  ['分钱', 'CNY', 0.01],
  ['美元 美金 美刀 块美元 块美金 USD US$ $', 'USD', 1],
  ['美分', 'USD', 0.01],
  ['港币 港元 港幣 元港币 块港币 HKD HK$', 'HKD', 1],
  ['澳门元 澳门币 澳門元 葡币 MOP', 'MOP', 1],
  ['新台币 新臺幣 台币 臺幣 元新台币 元台币 块台币 NT$ TWD', 'TWD', 1],
  ['欧元 歐元 EUR €', 'EUR', 1],
  ['欧分', 'EUR', 0.01],
  ['英镑 英鎊 镑 GBP £', 'GBP', 1],
  ['便士', 'GBP', 0.01],
  ['日元 日圆 日圓 日币 JPY', 'JPY', 1],
  ['韩元 韩币 韓元 韓圓 韩圆 KRW ₩', 'KRW', 1],
  ['澳元 澳币 澳大利亚元 AUD', 'AUD', 1],
  ['加元 加币 加拿大元 CAD', 'CAD', 1],
  ['新加坡元 新币 坡币 SGD', 'SGD', 1],
  ['新西兰元 纽元 NZD', 'NZD', 1],
  ['瑞士法郎 瑞郎 CHF', 'CHF', 1],
  ['瑞典克朗 SEK', 'SEK', 1],
  ['丹麦克朗 DKK', 'DKK', 1],
  ['挪威克朗 NOK', 'NOK', 1],
  ['卢布 俄罗斯卢布 RUB', 'RUB', 1],
  ['泰铢 THB', 'THB', 1],
  ['越南盾 VND', 'VND', 1],
  ['印度卢比 卢比 INR ₹', 'INR', 1],
  ['马来西亚林吉特 林吉特 马币 令吉 MYR', 'MYR', 1],
  ['印尼盾 印尼卢比 IDR', 'IDR', 1],
  ['菲律宾比索 PHP', 'PHP', 1],
  ['墨西哥比索 MXN', 'MXN', 1],
  ['巴西雷亚尔 雷亚尔 BRL', 'BRL', 1],
  ['南非兰特 兰特 ZAR', 'ZAR', 1],
  ['土耳其里拉 里拉 TRY', 'TRY', 1],
  ['迪拉姆 AED', 'AED', 1],
  ['沙特里亚尔 SAR', 'SAR', 1],
  ['朝鲜元 KPW', 'KPW', 1],
  ['比特币 BTC', 'BTC', 1],
];

/** Names that stand before a figure as well (¥30, 人民币三百, USD 30), longest first. */
const BEFORE =
  'US$ HK$ NT$ A$ C$ ¥ ￥ $ ＄ € £ ₩ ₹ 人民币 人民幣 新台币 RMB CNY USD HKD TWD EUR GBP JPY KRW AUD CAD SGD CHF 美元 美金 港币 港元 台币 欧元 英镑 日元 日币 韩元 韩币 澳元 加元 卢布 泰铢';
const BEFORE_ONLY = new Map([
  ['A$', 'AUD'],
  ['C$', 'CAD'],
  ['＄', 'USD'],
]);

export const CURRENCIES: ReadonlyMap<string, Currency> = new Map(
  AFTER.flatMap(([words, unit, scale]) => words.split(' ').map((word) => [word, { unit, scale }] as const)),
);

export const CURRENCIES_BEFORE: readonly (readonly [string, string])[] = BEFORE.split(' ').map((word) => [
  word,
  BEFORE_ONLY.get(word) ?? CURRENCIES.get(word)?.unit ?? 'CNY',
]);

/** 三块肉 is meat, 三毛病 no such thing: what may not follow 元, 块, 毛, 角 and 圆. */
export const NOT_MONEY: ReadonlyMap<string, RegExp> = new Map([
  ['元', /^(?:旦|宵|素|件|宇宙|老|首|帅)/],
  [
    '块',
    /^(?:儿|肉|地|布|石|砖|糖|饼|蛋糕|面包|豆腐|手?表|牌|板|玻璃|田|肥皂|香皂|骨|木|冰|毛巾|月饼|巧克力|红薯|姜|屏|电池|硬盘|砚|墓|空地|宅基地|疤|斑|积木|淤|巴掌|试验|去|住|来(?!钱)|走|吃|过|玩|办|领|商量|看|生活|做|干|儿)/,
  ],
  ['毛', /^(?:[病巾衣线笔毯坯重利茸囊孔发豆]|主席|泽东)/],
  ['角', /^(?:[度落色形星楼膜]|大楼)/],
  ['圆', /^(?:[形圈满心周桌])/],
  ['镑', /^(?:礴)/],
]);
