/** Writes numbers in Chinese by the school rule, as an oracle for the reader: nothing here reads. */

export interface Style {
  digits: string;
  units: readonly [string, string, string];
  big: readonly [string, string];
  /** 两 for two before 百, 千, 万, 亿. */
  liang: boolean;
  /** 十五 rather than 一十五 at the beginning. */
  shortTen: boolean;
}

export const EVERYDAY: Style = {
  digits: '零一二三四五六七八九',
  units: ['十', '百', '千'],
  big: ['万', '亿'],
  liang: false,
  shortTen: true,
};
export const SPOKEN: Style = { ...EVERYDAY, liang: true };
export const FINANCIAL: Style = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['拾', '佰', '仟'],
  big: ['万', '亿'],
  liang: false,
  shortTen: false,
};
export const TRADITIONAL: Style = {
  digits: '零壹貳參肆伍陸柒捌玖',
  units: ['拾', '佰', '仟'],
  big: ['萬', '億'],
  liang: false,
  shortTen: false,
};

function section(value: number, style: Style): string {
  let words = '';
  let gap = false;
  for (const [i, place] of [1000, 100, 10, 1].entries()) {
    const digit = Math.floor(value / place) % 10;
    if (digit === 0) {
      gap = gap || words !== '';
      continue;
    }
    const unit = i < 3 ? (style.units[2 - i] ?? '') : '';
    const two = style.liang && digit === 2 && place >= 100;
    words += `${gap ? style.digits[0] : ''}${two ? '两' : style.digits[digit]}${unit}`;
    gap = false;
  }
  return words;
}

/** `value`: a whole number from 0 to 10^12, exclusive. */
export function write(value: number, style: Style): string {
  if (value === 0) return style.digits[0] ?? '';
  let words = '';
  for (const [place, name] of [
    [1e8, style.big[1]],
    [1e4, style.big[0]],
    [1, ''],
  ] as const) {
    const part = Math.floor(value / place) % 1e4;
    if (part === 0) continue;
    const gap = words !== '' && part < 1000;
    const two = style.liang && part === 2 && place > 1;
    words += `${gap ? style.digits[0] : ''}${two ? '两' : section(part, style)}${name}`;
  }
  const ten = `${style.digits[1]}${style.units[0]}`;
  return style.shortTen && words.startsWith(ten) ? words.slice(1) : words;
}

/** The digits one by one (二〇二六). */
export function spell(digits: string, alphabet = '〇一二三四五六七八九'): string {
  return [...digits].map((digit) => alphabet[Number(digit)] ?? '').join('');
}
