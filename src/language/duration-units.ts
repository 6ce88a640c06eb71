import type { TimeUnit } from './types.js';

interface UnitWord {
  word: string;
  unit: TimeUnit;
  /** How many of `unit` the word stands for (刻钟: 15 minutes). */
  times: number;
  /** What may not follow: the word would be part of another (年级, 天津, 星期三). */
  not: RegExp | null;
}

function unit(words: string, name: TimeUnit, not: RegExp | null = null, times = 1): UnitWord[] {
  return words.split(' ').map((word) => ({ word, unit: name, times, not }));
}

const WEEKDAY = /^[一二三四五六日天](?![个次天周年月])/;

/** Words of time that may follow a numeral, longest first where one begins another. */
export const UNIT_WORDS: readonly UnitWord[] = [
  ...unit('小时 小時 钟头 鐘頭 个钟', 'hour'),
  ...unit('刻钟 刻鐘', 'minute', null, 15),
  ...unit('分钟 分鐘', 'minute'),
  ...unit('秒钟 秒鐘 秒', 'second'),
  ...unit('星期 礼拜 禮拜', 'week', WEEKDAY),
  ...unit('周 週', 'week', /^(?:[岁歲末年围边转]|[一二三四五六日](?![次个天]))/),
  ...unit('季度', 'quarter'),
  ...unit('世纪 世紀', 'year', null, 100),
  ...unit('年', 'year', /^[级級纪紀龄代份轻生]/),
  ...unit('工作日 自然日 昼夜', 'day'),
  ...unit('时辰', 'hour', null, 2),
  ...unit('天', 'day', /^(?:津|安门|气|然|桥)/),
  ...unit('hours hour hrs hr h', 'hour', /^[A-Za-z]/),
  ...unit('minutes minute mins min m', 'minute', /^[A-Za-z]/),
  ...unit('seconds second secs sec s', 'second', /^[A-Za-z]/),
];

/** Words that name a point of time unless something marks them a length: 三个月, 三十日内, 五分二十秒. */
export const MONTH = /^月(?![底初中份饼亮经台嫂])/;
export const DAYS_WITHIN = /^日(?=(?:以|之)?内)/;
/** 2小时30分. */
export const MINUTES_AFTER_HOURS = /^分(?![之钱数])/;
export const MINUTES = /^分(?=半钟|半鐘)|^分(?=零?[\d零一二三四五六七八九十]{1,4}秒)/;
