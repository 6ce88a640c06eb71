const KIN =
  '(?:大|小|二|三|老)?(?:女儿|闺女|儿子|儿媳妇?|媳妇|女婿|孙子|孙女|外孙女?|姑娘|丫头|娃|小子|哥哥?|姐姐?|弟弟?|妹妹?)|老伴|老大|老二|老三|侄子|侄女|外甥女?|爱人|家里人|家里|家人|孩子|[女儿崽](?=[说讲发一通收的])';
/** Who may be told, though a number beside them is rather their own: they are booked for. */
const ELDERS = '老?[爸妈爹娘]|父亲|母亲|[叔婶姨姑舅伯]';
/** 也告诉我女儿一声, 再给我儿子发一条. */
const TOLD = new RegExp(
  `(?:告诉|通知|发给|说给)(?:一声|一下)?(?:我|俺|额|咱|他|她)?(?:的|家)?(?<word>${KIN}|${ELDERS})|(?:跟|给)(?:我|俺|额|咱|他|她)?(?:的|家)?(?<given>${KIN})[^约挂签]{0,6}(?:说(?!错)|讲|发|一声|一下|短信|信息)|(?:我|俺|额|咱)(?:的|家)?(?<other>${KIN})(?:那儿|那里|那边)?(?:也|还)(?:要|得)?(?:收|发|告诉|通知|说)`,
  'u',
);
/** 我儿子的手机一三八…: a number that is somebody's of the family. */
const NUMBER = new RegExp(`(?<word>${KIN})[^，。]{0,8}(?:也)?(?:发|告诉|通知|[说讲]一声|电话|手机|号)`, 'u');

const KIN_ALONE = new RegExp(`(?:我|俺|额|咱)(?:的|家)?(?<word>${KIN})`, 'u');

function wordIn(pattern: RegExp, text: string): string | null {
  const { word, given, other } = pattern.exec(text)?.groups ?? {};
  const kin = word ?? given ?? other ?? null;
  // 姐 is said as 姐姐, so that it is a name by which to speak of her.
  return kin !== null && /^[哥姐弟妹]$/u.test(kin) ? kin + kin : kin === '娃' ? '孩子' : kin;
}

/** Somebody of the speaker's family, named at all. */
export const kinNamed = (text: string): string | null => wordIn(KIN_ALONE, text);

/** Who of the family is to be told too, in the speaker's word for them; null where nobody is. */
export const familyToTell = (text: string): string | null => wordIn(TOLD, text);

/** Whose of the family a number that is said beside is; null where it is nobody's. */
export const familyWithNumber = (text: string): string | null => wordIn(NUMBER, text);

export const familyIn = (text: string): string | null => familyToTell(text) ?? familyWithNumber(text);
