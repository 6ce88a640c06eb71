import type { Answer } from '../../benefits/answers.js';
import { isInverted } from '../../benefits/answers.js';
import { type FactName, type Facts, specOf } from '../../benefits/facts.js';
import type { Question } from '../../benefits/question.js';
import { findRegion } from '../../knowledge/regions.js';
import type { Region } from '../../knowledge/types.js';
import type { LocalDateTime } from '../../language/calendar.js';
import { BREAKS } from '../../language/pauses.js';
import { readPolarity } from '../../language/polarity.js';
import { read } from '../../language/read.js';
import type { Facts as Told } from '../understand/facts/index.js';
import { ANSWER_WORDS } from './answer-words.js';
import { feesExceed } from './fees-and-allowances.js';

/** What the words are to a question of ours. */
export type Heard =
  | { heard: 'answer'; facts: Facts }
  | { heard: 'dont_know' }
  | { heard: 'refuse' }
  | { heard: 'why' }
  | { heard: 'enough' }
  /** Tells something else. */
  | { heard: 'beside' }
  | { heard: 'unclear' };

/** What the bot waits for: plain data of a {@link Question}, kept with the conversation. */
export type AskedFact = Pick<Question, 'fact' | 'text' | 'why' | 'help' | 'answers' | 'place' | 'statuses'>;

const WHY =
  /(为(什么|啥|么子)|干(什么|啥|嘛)|做(什么|啥)|弄啥|咋).{0,4}(问|打听|要知道)|问(这|那)个?.{0,4}(干|做|弄|有)(什么|啥|嘛|么)/u;
const ENOUGH =
  /^(不|别|莫|甭)(再)?(问|算)了|就(这样|这些|到这)(吧|了)?$|直接(说|讲|告诉)|先(这样|算到这)|^算了|问(这么|恁|那么)多/u;
/** 在、住在、签了: the question's own verb said back, with or without a no. */
const NOT = /^(?:还|都|也|真|就|现在|早就|以前|他|她|老人|我|俺|咱)*(?:不|没|冇|未|莫)/u;
const VERBS =
  /有没(有)([\u4e00-\u9fff])|([\u4e00-\u9fff])[不没]\3|(做|签|参加|批准|合格|获评|住|住在)了?(?=没有|吗|[^，。？]{0,8}吗)|(是)不是/gu;
const LONGEST_ECHO = 16;

/** Reads `text`, said right after `question`, as its answer; null where it is none. `told`: what it tells by itself. */
export function hearAnswer(
  question: AskedFact,
  text: string,
  told: Told,
  now: LocalDateTime,
  places: readonly Region[],
): Heard | null {
  if (WHY.test(text)) return { heard: 'why' };
  if (ENOUGH.test(text)) return { heard: 'enough' };
  const facts = answerIn(question, text, told, now, places);
  if (facts !== null) return { heard: 'answer', facts };
  const polarity = readPolarity(text);
  return polarity === 'dont_know' || polarity === 'refuse' ? { heard: polarity } : null;
}

function answerIn(
  question: AskedFact,
  text: string,
  told: Told,
  now: LocalDateTime,
  places: readonly Region[],
): Facts | null {
  const { fact, answers } = question;
  const spec = specOf(fact);
  // Told in whole words: knowPerson has it already.
  if (spec.type !== 'set' && Object.hasOwn(told, fact)) return {};
  switch (spec.type) {
    case 'number':
      return numberIn(fact, text, now, spec.integer ? spec.min : 0, spec.max);
    case 'place':
      return placeIn(question, text, places);
    case 'set':
      return statusIn(question, text, told);
    case 'choice':
    case 'flag': {
      const said = optionIn(answers, text) ?? inOwnWords(fact, text);
      if (said !== null) return said;
      const exceeds = fact === 'feesExceedAllowances' ? feesExceed(text, now) : null;
      if (exceeds !== null) return { [fact]: exceeds };
      const polarity = saidBack(question.text, text);
      if (polarity === null) return null;
      if (fact === 'care') return { care: polarity === 'yes' ? ['partial', 'full'] : 'none' };
      return spec.type === 'flag' ? { [fact]: (polarity === 'yes') !== isInverted(fact) } : null;
    }
  }
}

/** Words that answer this question only; none where they ask. */
function inOwnWords(fact: FactName, text: string): Facts | null {
  if (/[?？吗么]|啥(?=$|叫|是)|有.{1,10}没[有得]?$|是.{1,12}吧$/u.test(text)) return null;
  return ANSWER_WORDS[fact]?.find(([words]) => words.test(text))?.[1] ?? null;
}

/** The one option that the text names; 没做 is not 做, so the longer one is looked for first. */
function optionIn(answers: readonly Answer[], text: string): Facts | null {
  const short = answers.filter(({ text: option }) => option.length > 1 && text.includes(option));
  const outer = short.filter(
    ({ text: option }) => !short.some((o) => o.text !== option && o.text.includes(option)),
  );
  return outer.length === 1 ? (outer[0]?.facts ?? null) : null;
}

/** Yes to being asked, not to what is asked: 好、行、没问题. */
const CONSENTS =
  /^(?:好|行|成|中|可以|能行|得行|要得|没问题|没得问题|没有问题|没意见|没事|管|妥|ok|办|约|订|随|照|听|依|就这)/iu;
/** What a clause is made of that says yes or no and nothing else. */
const BARE =
  /不|没|有|冇|得|是|的|了|对|在|嗯|恩|唔|哎|啊|呀|呢|嘛|哩|咧|错|头|着|确实|当然|可|正|就|那|都|也|还|他|她|老人|我|俺|咱|们|事|影|哪|用|要|需|会|全|真|这|回|样|个|过|早/gu;

/**
 * Yes or no, as such or in the question's own verb: 在不在 is answered by 在 and 不在. A no that denies something else
 * than was asked (是不是低于最低工资? 没有退休金) is none.
 */
function saidBack(question: string, text: string): 'yes' | 'no' | null {
  for (const clause of text.split(BREAKS).filter((c) => c !== '')) {
    const polarity = readPolarity(clause) ?? inVerbOf(question, clause);
    if (polarity !== 'yes' && polarity !== 'no') continue;
    if (CONSENTS.test(clause)) return null;
    return saysNoMore(clause, question) ? polarity : null;
  }
  return null;
}

function inVerbOf(question: string, clause: string): 'yes' | 'no' | null {
  if (clause.length > LONGEST_ECHO || /[?？吗么]/u.test(clause)) return null;
  const verbs = [...question.matchAll(VERBS)].flatMap((m) => m.slice(1).filter((v) => v !== undefined));
  const said = verbs.find((verb) => clause.includes(verb));
  if (said === undefined) return null;
  return NOT.test(clause) || new RegExp(`[不没冇未](?:有)?${said}`, 'u').test(clause) ? 'no' : 'yes';
}

/** Nothing but yes or no, and words of the question. */
const saysNoMore = (clause: string, question: string): boolean =>
  [...clause.replace(BARE, '')].every((c) => question.includes(c));

/** A bare number below this is hardly the age of whom a benefit for the old is asked for. */
const YOUNGEST = 30;

function numberIn(fact: FactName, text: string, now: LocalDateTime, min: number, max: number): Facts | null {
  const { ages, numbers, durations } = read(text, now);
  const [age] = ages;
  if (fact === 'age' && age) return { age: age.years };
  const [duration] = durations;
  if (duration && fact !== 'age') return { [fact]: inUnitOf(fact, duration) };
  const [number, more] = numbers;
  if (number === undefined || more !== undefined) return null;
  if (fact === 'age' && number.value < YOUNGEST) return null;
  return number.value >= min && number.value <= max ? { [fact]: number.value } : null;
}

function inUnitOf(fact: FactName, { amount, unit }: { amount: number; unit: string }): number {
  const months = unit === 'year' ? amount * 12 : unit === 'month' ? amount : amount / 30;
  return fact === 'monthsOperating' ? months : months / 12;
}

const HERE = /^[^不没]*(?:这里|这儿|这边|本地|当地|此地|咱这|俺这|本县|本区|本市)(?:的|人|户口)*[^不没]*$/u;

function placeIn(
  { fact, place, text: asked }: AskedFact,
  text: string,
  places: readonly Region[],
): Facts | null {
  const about = place === null ? null : findRegion(place);
  const [named] = places;
  if (about && named && !NOT.test(text)) return { [fact]: named.adcode };
  const polarity = HERE.test(text) ? 'yes' : saidBack(asked, text);
  if (about === null || polarity === null) return null;
  return { [fact]: polarity === 'yes' ? about.adcode : { outside: about.adcode } };
}

/** 都不是, 一样也没得: denies whatever was asked. */
const NONE = /都不|都没|全不|一(个|样)(都|也)?(不|没|冇)/u;
/** 一分钱收入都没得, 崽女都不在: what somebody is without is no status. */
const MEANS =
  /收入|进[账项钱]|来源|钱|工资|退休|养老金|劳动?力|干活|做[事工]|人.{0,2}[管养照扶伺]|赡养|儿|女|崽|娃|孩|后人|老伴/u;

/** Asked 是不是甲、乙、丙, who names one says of the others that they are not. */
function statusIn({ statuses, text: asked }: AskedFact, text: string, told: Told): Facts | null {
  const named = (told.statuses ?? []).filter((s) => statuses.includes(s));
  if (named.length > 0) return { statusesNot: statuses.filter((s) => !named.some((n) => n === s)) };
  if ((told.statusesNot ?? []).length > 0) return {};
  const said = statuses.filter((s) => text.includes(s));
  const rest = text
    .split(BREAKS)
    .filter((clause) => said.some((s) => clause.includes(s)) || !MEANS.test(clause))
    .join('，');
  const polarity = saidBack(asked, rest);
  if (NONE.test(rest) || polarity === 'no')
    return said.length > 0 ? { statusesNot: said } : { statusesNot: statuses };
  if (said.length > 0) return { statusesIn: said, statusesNot: statuses.filter((s) => !said.includes(s)) };
  return polarity === 'yes' && statuses.length === 1 ? { statusesIn: statuses } : null;
}
