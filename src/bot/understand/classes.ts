/** Classes of people that the policies keep apart, by the words that name them outright. */
const CLASSES: readonly (readonly [string, RegExp])[] = [
  ['三无', /三无/u],
  ['五保', /五保|特困/u],
  ['低保', /低保|最低生活保障/u],
  ['空巢', /空巢|独居/u],
  ['计生特殊家庭', /失独|计生特殊|特扶/u],
  ['残疾', /残疾/u],
];

/** The classes that a text names. */
export const classesNamedIn = (text: string): Set<string> =>
  new Set(CLASSES.filter(([, words]) => words.test(text)).map(([name]) => name));
