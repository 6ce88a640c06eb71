import { nameOf } from '../../../appointments/identity.js';
import { anyOf } from '../../../language/any-of.js';
import { soundOf } from '../../../language/homophones/sounds.js';
import { tagWords } from '../../../language/words.js';
import { charsToldLike, charToldBy, toldByEar } from './name-characters.js';
import { builtOf } from './name-parts.js';
import { isMadeAsName, isSurname } from './surnames.js';

/** Ends a name where no mark does. */
const BOUNDARY =
  /电话|手机|号码|今年|身份证|住在|住址|家住|联系|[，,。、；;！!？?\s]|(?<=..)(?:想|要|挂|给|属|生日|出生|这个名|就是|是我)|(?<=...)[女男]|(?<=..)[女男](?=性|的|今|[，,。\s\d])|\d|[幺零一二三四五六七八九]{3,}/u;
const LEAD =
  /^(?:嗯|呃|哦|啊|那个|这个|就是|名字|姓名|大名|全名|她|他|我|俺|额|咱|老伴|老人家?|我妈|我爸|俺娘|俺爹|病人|患者|本人|的|叫做?|[喊唤][做作]|是|写|填|应该|就|它|您记|你记|记|一下|改成|换成)*/u;
/** 身份证上写的是, 病人叫: what follows is a name. */
const NAMED =
  /(?:(?:名字|姓名|大名|大号)(?:就?[是叫写填]|登的是?)?|名叫|叫做?|[喊唤][做作]|患者是?|病人是?|(?:身份证|户口[本簿页]?|医保卡|社保卡|证件?|卡)上面?(?:[写登记]的?)?(?:名字)?[是叫]|我是|她是|他是)(?=(?<name>[\p{Script=Han}·]{2,8}))/gu;
const TAIL = /(?:这个名字?|吧|啊|呀|的|呢|哈|嘛|嘞|哩|了|就行|就是|对)+$/u;
const NOT_A_NAME = anyOf(
  '^都[要行好可得中对是有没不来去土管成]|^都.$|第[一二三四五六七八九十几个]|[这那]样',
  '就[这那是行]|等[一下等会我]|换[一个成到了家]|改[一成到天个为了时]|想[想要问看一不]|算了',
  '再[说来想等看去也见给]|挂[号个了上]|约[个好了在]|[个这那半]$|头一|明天|后天',
  '[今明后]儿(?:个|早|前|后|上|下|晌|$)|[前后]晌|晌午|头午|过午|[早晚]上|早起|[上下]半天',
  '上午|下午|礼拜|星期|可以|不行|不要|随便|什么|啥|谁|哪|怎么|多少|不知道|不晓得|没有|医院',
  '挂号|预约|科$|点$|妈$|爸$|老伴|他|她|我|俺|咱|恁|您|你|们|信号|听[不得见]|女儿|儿子|闺女',
  '社区|什|的',
  '(?:老太|奶奶|爷爷|大妈|大娘|大爷|大叔|婆婆|阿婆|阿姨|嫂子?|婶子?|老师|大夫|医生|师傅|女士|先生|同志)$',
);
/** 桂花的桂, 木子李, 三横王: how characters are told apart by ear. */
const CHAR_OF = /[\p{Script=Han}]{1,4}(?:的|那个)([\p{Script=Han}])(?![\p{Script=Han}]{0,1}的)/gu;

const FILLERS = /(?:嗯+|呃+|哎|喂|那个|这个|就是说?|(?:你|您)?等(?:一)?下)[，,、。…\s]*/gu;

/** 兰花德兰, 轨花得桂: the 的 of an explanation, written by its sound. */
const OF_BY_SOUND = /(^|[，,。、；;\s]?)(\p{Script=Han}{2,3})[得德地底](\p{Script=Han})(?!\p{Script=Han})/gu;

const CALLED = /[叫是姓名字]/u;

/** What is told by the word again, or sounds like it where nothing stands before; 叫王德望 is called so. */
const withOf = (text: string): string =>
  text.replace(OF_BY_SOUND, (said: string, before: string, word: string, char: string, at: number) => {
    const alone = (at === 0 || before !== '') && word.length === 2 && !CALLED.test(word);
    const tells = [...word].some((c) => c === char || (alone && soundsAlike(c, char)));
    return tells ? `${before}${word}的${char}` : said;
  });

const soundsAlike = (one: string, other: string): boolean =>
  soundOf(one).syllables.some((s) => soundOf(other).syllables.includes(s));

const withoutFillers = (text: string): string =>
  withOf(text)
    .replace(FILLERS, '')
    .replace(/(叫做?|名字是?|姓名是?)[，,、\s]+/gu, '$1');

/** A turn that is a name and nothing else, numbers aside; null where it is not. */
export function hearBareName(text: string): string | null {
  const [alone = ''] = withoutFillers(text).split(/[，,、\s]*(?:电话|手机|号码)/u);
  const bare = alone.replace(/[\d\s，,。.、幺零一二三四五六七八九-]+$/u, '').replace(TAIL, '');
  return isMadeAsName(bare) && [...bare].length <= 4 ? fitting(bare, true) : null;
}

/** The names that the words say of themselves (我叫王桂芳，俺娘叫何金凤), in order; a surname told apart is put before. */
export function namesIn(text: string): string[] {
  const said = withoutFillers(text);
  const leads = [...said.matchAll(NAMED)];
  const told = leads.length === 0 ? [] : charsTold(text);
  return leads.flatMap(({ 0: lead, groups, index }) => {
    const name = withoutIs(groups?.name ?? '', lead);
    if (NICKNAME.test(said.slice(Math.max(0, index - 2), index + lead.length))) return [];
    const given = givenName(name, said.slice(0, index));
    // 叫户金玲，户口的户，黄金的金: whose characters are explained is a name, whatever its surname.
    const cut = name.split(BOUNDARY)[0] ?? '';
    const explained = told.length >= 2 && told.filter((char) => cut.includes(char)).length >= 2;
    const whole = given ?? fitting(name, !explained);
    // 叫人来吧: calls nobody by a name.
    return whole === null || (given === null && !explained && CALLS.test(lead) && !isMadeAsName(whole))
      ? []
      : [whole];
  });
}

/** 名字石张传英: the 是 before a whole name, written by its sound. */
function withoutIs(said: string, lead: string): string {
  const [first = '', ...rest] = said.split(BOUNDARY)[0] ?? '';
  const is = OF_NAME.test(lead) && rest.length === 3 && soundsAlike(first, '是');
  return is && isMadeAsName(rest.join('')) ? said.slice(first.length) : said;
}
const OF_NAME = /(?:名字|姓名|大名)$/u;

const CALLS = /^叫/u;
/** 小名叫满妹: nothing to book by. */
const NICKNAME = /[小奶乳]名|外号/u;

/** The first of them, with the characters that are explained; null where there is none. */
export function hearNamed(text: string): string | null {
  const [first] = namesIn(text);
  return first === undefined ? null : (respelled(first, text) ?? first);
}

/** 她姓蒲，名字叫翠娥: what is called so after a surname has it. */
function givenName(said: string, before: string): string | null {
  const surname = surnameTold(before);
  const given = said.split(BOUNDARY)[0]?.replace(TAIL, '') ?? '';
  const lacks = surname !== null && [...given].length <= 2 && !given.startsWith(surname);
  return lacks ? fitting(`${surname}${given}`, true) : null;
}

const SURNAME = /(?<![我俺额贵不])姓(?!名|氏|不|错|对)的?是?(\p{Script=Han})(?=[，,。\s]|$)/u;

/** 娭毑姓补: no name yet. */
const ONLY_SURNAME = /^[^姓]{0,4}姓.$/u;

/** 姓章, of the person: what begins the name; null where it is not told. */
export const surnameTold = (text: string): string | null => SURNAME.exec(text)?.[1] ?? null;

/**
 * The name in an answer to the question for one. `again`: it was not understood before, and may have a rare surname, or
 * be a word besides.
 */
export function hearNameAnswer(text: string, again = false): string | null {
  const named = hearNamed(text);
  if (named !== null) return named;
  const parts = withoutFillers(text)
    .split(/[，,。、；;\s]+/u)
    .map((part) => part.replace(LEAD, '').replace(/^姓(?=..)/u, ''));
  // Whose characters are explained is a name, whatever its surname.
  const explained = charsTold(text);
  const sure = (part: string): boolean => !again && !explained.some((char) => part.includes(char));
  // 三横王, and 王三横.
  const tells = (part: string): boolean =>
    charToldBy(part) !== null || charToldBy(`${part.slice(1)}${part.charAt(0)}`) !== null;
  const names = parts.filter(
    (part) => !tells(part) && !ONLY_SURNAME.test(part) && fitting(part, sure(part)) !== null,
  );
  // 立早章，章桂花: the one that is made as a name is.
  const whole = names.find(isMadeAsName) ?? names[0];
  if (whole !== undefined) {
    const name = fitting(whole, sure(whole));
    return name === null ? null : (respelled(name, text) ?? withSurnameTold(name, parts, text));
  }
  const spelled = spelledName(text);
  if (spelled !== null) return spelled;
  const said = withoutFillers(text).replace(LEAD, '');
  const surname = /^姓([\p{Script=Han}])[，,、\s]*(?:名|叫|名字叫?)?([\p{Script=Han}]{1,2})/u.exec(said);
  return surname ? fitting(`${surname[1]}${surname[2]}`, false) : null;
}

/** 姓田，田地的田，秀英; 张，弓长张，桂花: what is told alone begins the name. */
function withSurnameTold(name: string, parts: readonly string[], text: string): string {
  const alone = parts.find((part, i) => isSurname(part) && charToldBy(parts[i + 1] ?? '') === part);
  const surname = surnameTold(text) ?? alone ?? null;
  return surname === null || [...name].length > 2 || name.startsWith(surname) || !isSurname(surname)
    ? name
    : `${surname}${name}`;
}

/** `sure`: nothing else was to be said; else what has a surname, or only characters of names, and is no word. */
function fitting(said: string, sure: boolean): string | null {
  const cut = said.slice(0, 40).split(BOUNDARY)[0]?.replace(TAIL, '') ?? '';
  const name = nameOf(cut);
  // 桂花，桂花: a word said twice.
  if (name === null || NOT_A_NAME.test(name) || /^(..)\1$/u.test(name)) return null;
  const chars = [...name];
  if (/[A-Za-z·]/u.test(name)) return chars.length >= 2 ? name : null;
  if (chars.length < 2 || chars.length > 4) return null;
  if (!sure) return name;
  if (isWord(name)) return null;
  return isMadeAsName(name) || (chars.length <= 3 && doubtfulIn(name) === null) ? name : null;
}

/** 方便, 时间: begins as a name does, and is an everyday word. */
function isWord(name: string): boolean {
  const [only, ...others] = tagWords(name);
  return only !== undefined && others.length === 0 && !only.tag.startsWith('nr');
}

const SPELLS = '[\\p{Script=Han}]{1,4}的(?<char>[\\p{Script=Han}])(?:字)?(?![\\p{Script=Han}]{0,1}的)';
const TOLD_BY_WORD = new RegExp(`(?<!不是[\\p{Script=Han}]{0,4})${SPELLS}`, 'gu');
/** 可不是下雨的雨啊: a character that it is not. */
const NOT_SPELLED = new RegExp(`(?:可|也|并)?(?:不是|[莫别]写成?|不要写成?)${SPELLS}[啊呀哦哈嘞呢]*`, 'gu');
/** 老有人写错: takes nothing back that was said. */
const OFTEN_WRONG =
  /(?:老是?|总是?|经常|常常?|好多|不少|很多)有?人?(?:给[我俺]|把[我俺][^，。]{0,3})?[写听念弄搞]错(?:了|它|的)?/gu;

/** What is said of a name without the characters that it is not, where the one that it is is told beside them. */
export function withoutOtherSpelling(text: string): string {
  const told = [...text.matchAll(TOLD_BY_WORD)].flatMap(({ groups }) => groups?.char ?? []);
  return text
    .replace(OFTEN_WRONG, '')
    .replace(NOT_SPELLED, (said: string, char: string) =>
      told.some((one) => one !== char && soundsAlike(one, char)) ? '' : said,
    );
}

/** 革命的革加一个公斤的斤: parts of a character, none of them one of the name. */
const COMPOSED =
  /的\p{Script=Han}(?:字)?旁?(?:左边|右边|底下|[上下]面|再|头上)*[加带配添](?:上|一?个)*[\p{Script=Han}]{1,4}的/u;

/** What a turn explains of characters, in order: 三横王, 桂花的桂. The word tells, should the character be misheard. */
function charsTold(text: string): string[] {
  return withOf(text)
    .split(/[，,。、；;\s]+/u)
    .flatMap((part) => {
      const whole = charToldBy(part.replace(LEAD, ''));
      if (whole !== null) return [whole];
      const built = builtOf(part);
      if (built !== null) return built.char ?? [];
      if (COMPOSED.test(part)) return [];
      return [...part.matchAll(CHAR_OF)].flatMap((match) => ofWord(match[0], match[1] ?? '') ?? []);
    });
}

/**
 * 桂花的贵: of the word's characters, the one that sounds so; 舜利的舜: the one that makes it a word; null where the word
 * does not tell it (手机号的话).
 */
function ofWord(said: string, char: string): string | null {
  const word = said.slice(0, -2);
  if (word.includes(char)) {
    const meant = charsToldLike(word, char).find((other) => soundsAlike(other, char));
    return meant === undefined || isWord(word) ? char : meant;
  }
  const sounds = soundOf(char).syllables;
  const other = [...word].find((c) => soundOf(c).syllables.some((s) => sounds.includes(s)));
  if (other === undefined) return charToldBy(`${word}${char}`);
  // Of the two the one that the word is known to tell, 栓 of 门栓 for 门拴的栓; else the word's.
  return toldByEar(char) === `${word.replace(other, char)}的${char}` ? char : other;
}

/** 王，桂花的桂，芳草的芳: characters given one by one. */
function spelledName(text: string): string | null {
  const given = charsTold(text);
  if (given.length < 2) return null;
  const first = text.replace(LEAD, '').replace(/^姓/u, '').charAt(0);
  const name = given.length >= 3 || given[0] === first ? given.join('') : `${first}${given.join('')}`;
  return isMadeAsName(name) ? name : null;
}

/** 是桂花的桂: the character of the name that sounds so is this one; null where none does. */
export function respelled(name: string, text: string): string | null {
  let mended = name;
  for (const char of charsTold(text)) {
    const sounds = soundOf(char).syllables;
    const at = [...mended].findIndex(
      (c) => c !== char && soundOf(c).syllables.some((s) => sounds.includes(s)),
    );
    if (at >= 0 && !mended.includes(char)) mended = [...mended].map((c, i) => (i === at ? char : c)).join('');
  }
  return mended === name ? null : mended;
}

/** The first character that names are seldom made of, as one is that a recogniser took for another; null: none. */
export const doubtfulIn = (name: string): string | null =>
  [...name].find((char) => /\p{Script=Han}/u.test(char) && toldByEar(char) === null) ?? null;

/**
 * Whether the character that names are seldom made of is told by a word that has it: 宪法的宪. Said three times alike it
 * was not misheard; 弗气的福 and 告诉的告右边一个耳朵旁 leave it in doubt.
 */
export function isExplained(name: string, text: string): boolean {
  const char = doubtfulIn(name);
  return [...text.matchAll(CHAR_OF)].some(
    ({ 0: said, 1: told, index }) =>
      told === char && said.indexOf(char) < said.length - 1 && !HAN.test(text.charAt(index + said.length)),
  );
}
const HAN = /\p{Script=Han}/u;

/** 国王的王，桂花的桂: how a listener is told the characters of a name. */
export const spellOut = (name: string): string =>
  [...name].flatMap((char) => toldByEar(char) ?? []).join('，');
