/** Confusions of the regions, applied in turn: zh/z ch/c sh/s, n/l, f/h, and the nasal endings. */
const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^(z|c|s)h/, '$1'],
  [/^n/, 'l'],
  [/^f/, 'h'],
];
/** ong is apart: no region hears it as on. */
const NASAL = /([aei])ng$/;

/** 湖南: 房 and 黄, 飞 and 灰, 风 and 轰 fall together: what hu- becomes when it is said as f-. */
const HU_AS_F: Readonly<Record<string, string>> = {
  hua: 'ha',
  huan: 'han',
  hui: 'hei',
  hun: 'hen',
  huo: 'ho',
  hong: 'hen',
};

/**
 * The classes of a syllable (pinyin without tone): two syllables that share one may be taken for each other.
 */
export function soundClasses(syllable: string): string[] {
  let key = syllable;
  for (const [initial, merged] of INITIALS) key = key.replace(initial, merged);
  key = key.replace(NASAL, '$1n');
  const asF = HU_AS_F[key];
  return asF ? [key, asF] : [key];
}
