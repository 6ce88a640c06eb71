import { SOLAR_TERMS } from './lunar.js';

/** How a festival's day follows from the year. */
export type FestivalRule =
  | { by: 'gregorian'; month: number; day: number; length?: number }
  | { by: 'lunar'; month: number; day: number; doubtful?: true; length?: number }
  | { by: 'term'; term: string }
  | { by: 'weekday'; month: number; weekday: number; nth: number }
  | { by: 'easter'; offset: number };

type Row = readonly [names: string, rule: FestivalRule];

function on(month: number, day: number, length = 1): FestivalRule {
  return { by: 'gregorian', month, day, length };
}
function lunar(month: number, day: number, length = 1): FestivalRule {
  return { by: 'lunar', month, day, length };
}
function nth(month: number, count: number, weekday: number): FestivalRule {
  return { by: 'weekday', month, weekday, nth: count };
}
function easter(offset: number): FestivalRule {
  return { by: 'easter', offset };
}

/** `length`: days of the public holiday (国庆期间), by the State Council's rules of 2024. */
const PUBLIC: readonly Row[] = [
  ['元旦节|元旦|新年', on(1, 1)],
  ['春节|大年|新春佳节', lunar(1, 1, 7)],
  ['清明节', { by: 'term', term: '清明' }],
  ['五一劳动节|五一国际劳动节|国际劳动节|劳动节|五一节', on(5, 1, 5)],
  ['端午节|端午|端阳节?|五月节|龙舟节', lunar(5, 5)],
  ['中秋节|中秋|八月[节半]|团圆节', lunar(8, 15)],
  ['国庆节|国庆|十一国庆节?', on(10, 1, 7)],
];

export const PUBLIC_HOLIDAYS: readonly FestivalRule[] = PUBLIC.map(([, rule]) => rule);

const LUNAR_ROWS: readonly Row[] = [
  ['除夕夜?|大年夜|年夜', lunar(12, 30)],
  ['元宵节|元宵|灯节|上元节', lunar(1, 15)],
  ['龙抬头', lunar(2, 2)],
  ['上巳节', lunar(3, 3)],
  ['七夕节?|乞巧节', lunar(7, 7)],
  ['中元节|鬼节|七月半|盂兰盆节', lunar(7, 15)],
  ['重阳节|重阳|敬老节|老人节|老年节', lunar(9, 9)],
  ['下元节', lunar(10, 15)],
  ['腊八节?', lunar(12, 8)],
  ['小年夜?', { by: 'lunar', month: 12, day: 23, doubtful: true }],
  ['寒衣节', lunar(10, 1)],
  ['人日', lunar(1, 7)],
  ['破五', lunar(1, 5)],
];

const GREGORIAN_ROWS: readonly Row[] = [
  ['人民警察节|中国人民警察节', on(1, 10)],
  ['全国爱耳日|爱耳日', on(3, 3)],
  ['世界睡眠日', on(3, 21)],
  ['世界帕金森病?日', on(4, 11)],
  ['世界高血压日', on(5, 17)],
  ['世界无烟日', on(5, 31)],
  ['全国爱眼日|爱眼日', on(6, 6)],
  ['全民健身日', on(8, 8)],
  ['全国爱牙日|爱牙日', on(9, 20)],
  ['世界心脏日', on(9, 29)],
  ['烈士纪念日', on(9, 30)],
  ['世界精神卫生日', on(10, 10)],
  ['国际盲人节|盲人节', on(10, 15)],
  ['世界卒中日', on(10, 29)],
  ['世界糖尿病日|联合国糖尿病日', on(11, 14)],
  ['世界艾滋病日|艾滋病日', on(12, 1)],
  ['国际残疾人日|国际残疾人节', on(12, 3)],
  ['国家宪法日|宪法日', on(12, 4)],
  ['白色情人节', on(3, 14)],
  ['情人节', on(2, 14)],
  ['三八妇女节|三八国际妇女节|国际妇女节|妇女节|三八节|女神节', on(3, 8)],
  ['植树节', on(3, 12)],
  ['消费者权益日|三一五', on(3, 15)],
  ['愚人节', on(4, 1)],
  ['世界卫生日', on(4, 7)],
  ['世界地球日|地球日', on(4, 22)],
  ['世界读书日|读书日', on(4, 23)],
  ['五四青年节|青年节', on(5, 4)],
  ['护士节|国际护士节', on(5, 12)],
  ['六一儿童节|六一国际儿童节|国际儿童节|儿童节|六一节', on(6, 1)],
  ['环境日|世界环境日', on(6, 5)],
  ['七一建党节|建党节|党的生日', on(7, 1)],
  ['八一建军节|建军节', on(8, 1)],
  ['医师节|中国医师节', on(8, 19)],
  ['抗战胜利纪念日|抗日战争胜利纪念日', on(9, 3)],
  ['教师节', on(9, 10)],
  ['九一八', on(9, 18)],
  ['世界阿尔茨海默病日|老年痴呆日', on(9, 21)],
  ['国际老年人日|国际老人节|国际老人日', on(10, 1)],
  ['双十节', on(10, 10)],
  ['联合国日', on(10, 24)],
  ['万圣节前夜|万圣节前夕|万圣夜|万圣节|鬼节前夜', on(10, 31)],
  ['诸圣节|万圣日', on(11, 1)],
  ['记者节', on(11, 8)],
  ['光棍节|双十一|双11', on(11, 11)],
  ['双十二|双12', on(12, 12)],
  ['国家公祭日|公祭日', on(12, 13)],
  ['平安夜|圣诞夜|圣诞前夜|圣诞节前夕|圣诞前夕', on(12, 24)],
  ['圣诞节|圣诞', on(12, 25)],
  ['节礼日', on(12, 26)],
  ['跨年夜|元旦前夜|新年前夜|新年前夕|元旦前夕|跨年', on(12, 31)],
];

const WEEKDAY_ROWS: readonly Row[] = [
  ['马丁[·.]?路德[·.]?金(?:纪念)?日', nth(1, 3, 1)],
  ['总统日|华盛顿诞辰', nth(2, 3, 1)],
  ['母亲节', nth(5, 2, 7)],
  ['全国助残日|助残日', nth(5, 3, 7)],
  ['阵亡将士纪念日|国殇日', nth(5, -1, 1)],
  ['父亲节', nth(6, 3, 7)],
  ['美国劳动节', nth(9, 1, 1)],
  ['哥伦布日', nth(10, 2, 1)],
  ['感恩节', nth(11, 4, 4)],
];

const EASTER_ROWS: readonly Row[] = [
  ['圣灰节|圣灰星期三|大斋首日|圣灰瞻礼日', easter(-46)],
  ['忏悔节|忏悔星期二|油腻星期二|狂欢节', easter(-47)],
  ['圣枝主日|棕枝主日|棕榈主日', easter(-7)],
  ['濯足节|神圣星期四|圣星期四|濯足星期四|设立圣餐日', easter(-3)],
  ['耶稣受难日|受难日|受难节|圣周五|圣星期五', easter(-2)],
  ['神圣周六|圣周六|复活节前夜|复活节前夕', easter(-1)],
  ['复活节星期一|复活节后星期一', easter(1)],
  ['复活节|复活主日', easter(0)],
  ['耶稣升天节|升天节', easter(39)],
  ['圣灵降临节|五旬节|圣神降临节', easter(49)],
  ['圣三一主日|三一主日|天主圣三节', easter(56)],
  ['基督圣体节|圣体节', easter(60)],
];

export const FESTIVALS: readonly Row[] = [
  ...PUBLIC,
  ...LUNAR_ROWS,
  ...GREGORIAN_ROWS,
  ...WEEKDAY_ROWS,
  ...EASTER_ROWS,
  ...SOLAR_TERMS.map((term): Row => [term, { by: 'term', term }]),
];

/** Those whose lunar date is also said beside them: 八月十五中秋. */
export const LUNAR_FESTIVAL_NAMES = [
  '中秋',
  '重阳',
  '端午',
  '端阳',
  '七夕',
  '乞巧',
  '龙抬头',
  '上巳',
  '中元',
  '鬼节',
  '元宵',
  '团圆',
];

/** Bare number names, holidays only where the words around them say so (see festival-patterns.ts). */
export const NUMBER_NAMES: readonly Row[] = [
  ['五一', on(5, 1, 5)],
  ['十一', on(10, 1, 7)],
  ['六一', on(6, 1)],
  ['七一', on(7, 1)],
  ['八一', on(8, 1)],
  ['三八', on(3, 8)],
  ['五四', on(5, 4)],
];
