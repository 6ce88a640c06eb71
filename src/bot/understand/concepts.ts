import type { Match } from '../../language/lexicon.js';
import { matchesOf } from '../../language/matches.js';
import { STOP_WORDS } from '../../language/stop-words.js';
import type { Word } from '../../language/words.js';
import type { Concept } from './ask.js';

/** What reading a question for its concepts needs to know of the house. */
interface ConceptTools {
  words(text: string): readonly Word[];
  expand(text: string): Match[];
  /** Rarity of the words among the clauses held, 0 (in every clause) to 1 (in none). */
  rarity(text: string): number;
}

type Found = Concept & Stretch & { given: boolean };

interface Stretch {
  start: number;
  end: number;
}

/** Tags of words that can be what a question is about. */
const CONTENT = /^(n|v|a|i|l|j|b|z|s|x|eng)/;
/** Nouns of what is given; what stands before one says which (旅游补贴, 公园年票). */
const GIVEN =
  /(补贴|补助|津贴|奖励|救助|待遇|票|卡|险|保险|金|(?<!医药|住院|医疗|护理)费|券|优惠|减免|报销)$/;

/** Words that ask or only turn the sentence (哪几种, 起来), though a dictionary may take them for content. */
const EMPTY =
  /^(哪|几|多少|什么|啥|怎|咋|谁|何)|^(起来|出来|下来|上去|过来|办法|法子|起码|统共|一共|总共|拢共|合计|当年|普通|一般|专门|干什么|建议|全省|全市|全县|全区|程度|地儿|地方|好歹|旁人|年份|目标值|节点|金额|数额|不行)$/;

/** What money is called: it says what kind of answer is wanted, not what about. */
const MONEY = new Set(['补贴', '补助', '政府购买服务', '资金', '费用', '经费', '收费', '奖补']);

/** Whether all that a word may stand for is what money is called. */
const isMoney = (alternatives: readonly string[]): boolean =>
  alternatives.length > 1 && alternatives.slice(1).every((a) => MONEY.has(a));

/**
 * The concepts of `text`, in order. Words of the lexicon come with what the policies say instead; other content
 * words stand for themselves; words that `skip` covers (places, ages, kin) are left out.
 */
export function conceptsOf(text: string, skip: readonly Stretch[], tools: ConceptTools): Concept[] {
  const matches = tools.expand(text);
  const terms = matches.filter((match) => match.kind === 'term');
  const silent = matches.filter((match) => match.kind !== 'term');
  const passed = [...skip, ...incomesIn(text)];
  const taken = marked(text.length, [...passed, ...silent, ...terms]);
  const skipped = marked(text.length, passed);
  const found: Found[] = [];
  for (const term of terms) {
    if (touches(skipped, term)) continue;
    const alternatives = [...new Set([term.say, ...term.means])];
    found.push({
      surface: term.say,
      alternatives,
      weight: isMoney(alternatives) ? LEAST_WEIGHT : weigh(Math.min(...alternatives.map(tools.rarity))),
      essential: false,
      unheard: false,
      start: term.start,
      end: term.end,
      given: GIVEN.test(term.say) || isMoney(alternatives),
    });
  }
  for (const word of tools.words(text)) {
    const stretch = { start: word.start, end: word.start + word.text.length };
    if (!CONTENT.test(word.tag) || STOP_WORDS.has(word.text) || word.text.length < 2) continue;
    if (EMPTY.test(word.text) || touches(taken, stretch)) continue;
    const rarity = tools.rarity(word.text);
    const noun = /^(n|j|vn|l|i|eng|x)/.test(word.tag);
    found.push({
      surface: word.text,
      alternatives: [word.text],
      // An unknown verb is mostly the story's, an unknown noun mostly the question's.
      weight: weigh(rarity) * (rarity === 1 && !noun ? 0.5 : 1),
      essential: false,
      unheard: rarity === 1 && word.tag.startsWith('n'),
      ...stretch,
      given: GIVEN.test(word.text),
    });
  }
  found.sort((a, b) => a.start - b.start);
  const seen = new Set<string>();
  return found.flatMap(({ surface, alternatives, weight, unheard, start, end, given }, i) => {
    const next = found[i + 1];
    const names =
      next?.given &&
      start < next.start &&
      BETWEEN.test(text.slice(end, next.start)) &&
      !PLACE_WORD.test(surface);
    if (seen.has(surface)) return [];
    seen.add(surface);
    const paired = PAIRED.test(text.slice(end, end + LONGEST_PAIR));
    const essential = names || paired || (given && !isMoney(alternatives) && tools.rarity(surface) === 1);
    return [{ surface, alternatives, weight, unheard, essential }];
  });
}

/** 助浴的补贴, 助浴一次补贴 */
const BETWEEN = /^(?:(?![领拿给发有要补是交报])\p{Script=Han}|(?:一|每)个?[次回天月年人张])?$/u;
/** 退休金一千二: what somebody has, and not what is asked for. */
const TOLD_INCOME =
  /(?:退休金|养老金|退休工资|养老钱|工资|收入)(?=(?:每?一?个?月)?(?:才|只|就|也|都)?(?:有|是|拿|领)?(?:[一二两三四五六七八九\d]+[百千]|\d{3}|很?少|好少|不高|不多|低))/gu;

const incomesIn = (text: string): Stretch[] =>
  matchesOf(text, TOLD_INCOME).map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

/** The text without the names of what somebody tells that she has. */
export const withoutIncome = (text: string): string => text.replace(TOLD_INCOME, '');

/** 护工和老人的比例: a share of anything else is none of theirs. */
const PAIRED = /^[和跟与同对比][\p{Script=Han}]{1,8}的?(?:配备)?(?:比例|配比|比率)/u;
const LONGEST_PAIR = 16;
/** 市里, 区里: whose money it is, not what for. */
const PLACE_WORD = /[里上]$/;

const LEAST_WEIGHT = 0.15;
const weigh = (rarity: number): number => LEAST_WEIGHT + (1 - LEAST_WEIGHT) * rarity;

/** 1 for each unit that a stretch covers. */
function marked(length: number, stretches: readonly Stretch[]): Uint8Array {
  const marks = new Uint8Array(length);
  for (const { start, end } of stretches) marks.fill(1, start, end);
  return marks;
}

const touches = (marks: Uint8Array, { start, end }: Stretch): boolean =>
  marks.subarray(start, end).includes(1);
