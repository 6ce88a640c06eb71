const DIGITS = '零一二三四五六七八九';

/** A whole number below 100 million as it is said: 6000 六千, 10500 一万零五百, 15 十五. */
export function inChinese(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? '零' : '';
    return `${inChinese(Math.floor(value / 10_000))}万${gap}${rest > 0 ? inChinese(rest) : ''}`;
  }
  let said = '';
  let gap = false;
  for (const [unit, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) gap = said !== '';
    else {
      said += `${gap ? '零' : ''}${DIGITS.charAt(digit)}${word}`;
      gap = false;
    }
  }
  return said === '' ? '零' : said.replace(/^一十/u, '十');
}
