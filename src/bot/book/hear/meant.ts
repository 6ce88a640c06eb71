/** A turn in two: what it takes back, and what it puts in its place; `wrong` is '' where nothing is taken back. */
interface Meant {
  wrong: string;
  right: string;
}

const NOT_BUT =
  /(?:不是|不要|别约|不约|不挂|别挂|不看|不去)(?<wrong>[^，。,；]{1,14}?)(?:了)?[，,。；\s]*(?:我|俺|咱|他|她|就|还)?(?:是|要|应该是|改成|改到|改为|换成|换到|约|挂|看|去)(?<right>.+)$/u;
/** 最后是一零四三，不是一零三四: the end of a turn that said something before it. */
const BUT_NOT = /[，,。；\s]+(?:而)?不是(?<wrong>[^，。,；]{1,14})$/u;
const SAYS_SOMETHING = /[^，,。；\s不对错了嗯啊呃]/u;
const WRONG_BUT =
  /(?<wrong>[^，。,；]{0,12}?)(?:(?:说|听|记|写|念|搞|弄|报|听得|挂|约)?错了?|不对)(?:啦|啊|呀|吧)?[，,。；\s]*(?:我)?(?:应该)?(?:是|叫|改成|换成)?(?<right>.+)$/u;

/** What the speaker means after putting something right: 不是周三是周四, 名字错了，是王桂芳. */
export function meantIn(text: string): Meant {
  return saidBy(NOT_BUT, text) ?? butNot(text) ?? saidBy(WRONG_BUT, text) ?? { wrong: '', right: text };
}

function saidBy(pattern: RegExp, text: string): Meant | null {
  const { wrong, right } = pattern.exec(text)?.groups ?? {};
  return wrong !== undefined && right !== undefined ? { wrong, right } : null;
}

function butNot(text: string): Meant | null {
  const end = BUT_NOT.exec(text);
  const wrong = end?.groups?.wrong;
  const right = text.slice(0, end?.index);
  return wrong !== undefined && SAYS_SOMETHING.test(right) ? { wrong, right } : null;
}

export const takesBack = (text: string): boolean =>
  meantIn(text).right !== text || /错了|不对|^不是|换|改|还是(?:去|要|挂|看)/u.test(text);
