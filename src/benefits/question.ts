import { type Answer, answersTo } from './answers.js';
import { isLeaf, type Node } from './diagram.js';
import { type FactName, type Facts, specOf } from './facts.js';
import { type Memo, memoKey, type NextFact, newMemo, nextFact } from './next-fact.js';
import { QUESTIONS, STATUS_WORDS } from './questions.zh.js';
import { masksOf, type Rulebook } from './rulebook.js';

export interface Question {
  fact: FactName;
  /** In plain words. */
  text: string;
  why: string;
  /** How to find out, where that is not plain. */
  help: string | null;
  /** What may be answered; empty where the answer is a number. 不知道 and 不想说 always may. */
  options: readonly string[];
  /** What each option tells. */
  answers: readonly Answer[];
  /** The adcode that a question about a place is about, as 户口在不在鹤城区. */
  place: string | null;
  /** The statuses that a question about statuses is about. */
  statuses: readonly string[];
}

export interface Asking {
  /** Facts that were asked for and not told: they are not asked for again. */
  declined?: Iterable<FactName>;
  /** Only what matters to these benefits, by id; absent: all of the rulebook. */
  among?: ReadonlySet<string>;
}

const planned = new WeakMap<Rulebook, Map<string, NextFact | null>>();
const MAX_PLANNED = 500;
const memos = new WeakMap<Rulebook, Map<string, Memo>>();
const MAX_MEMOS = 50;
/** Entries of one memo. */
const MAX_COSTS = 50_000;

/** What to ask next so that the fewest questions decide all benefits; null where nothing told could matter. */
export function nextQuestion(book: Rulebook, facts: Facts, asking: Asking = {}): Question | null {
  const masks = masksOf(book, facts);
  const open = book.rules.flatMap((rule) => {
    const sought = !rule.outOfDate && asking.among?.has(rule.benefit.id) !== false;
    return sought ? [book.diagrams.restrict(rule.root, masks)] : [];
  });
  const functions = [...new Set(open.filter((node) => !isLeaf(node)))].sort((a, b) => a - b);
  const next = plan(book, functions, masks, new Set(asking.declined));
  return next === null ? null : inWords(book, next.fact, functions);
}

function plan(
  book: Rulebook,
  functions: readonly Node[],
  masks: readonly number[],
  declined: ReadonlySet<FactName>,
): NextFact | null {
  const plans = planned.get(book) ?? new Map<string, NextFact | null>();
  planned.set(book, plans);
  const key = `${functions.join()}/${masks.join()}/${[...declined].sort().join()}`;
  const known = plans.get(key);
  if (known !== undefined) return known;
  const found = nextFact(book, functions, masks, declined, memoFor(book, memoKey(book, masks, declined)));
  if (plans.size >= MAX_PLANNED) plans.clear();
  plans.set(key, found);
  return found;
}

function memoFor(book: Rulebook, key: string): Memo {
  const kept = memos.get(book) ?? new Map<string, Memo>();
  memos.set(book, kept);
  const known = kept.get(key);
  if (known !== undefined && known.costs.size < MAX_COSTS) return known;
  if (kept.size >= MAX_MEMOS) kept.clear();
  const memo = newMemo();
  kept.set(key, memo);
  return memo;
}

function inWords(
  { diagrams, variables, rules }: Rulebook,
  fact: FactName,
  functions: readonly Node[],
): Question {
  const words = QUESTIONS[fact];
  const asked = new Set(functions.flatMap((node) => diagrams.support(node)));
  const own = variables.filter((variable, v) => variable.fact === fact && asked.has(v));
  const statuses = own.flatMap(({ member }) => member ?? []);
  const place = specOf(fact).type === 'place' ? String(own[0]?.cells[0]?.value ?? '') : null;
  const placeName =
    rules.find(({ benefit }) => benefit.region.adcode === place)?.benefit.region.name ?? '本地';
  const answers = answersTo(fact, place, statuses);
  return {
    fact,
    text: words.ask
      .replace('{place}', placeName)
      .replace('{statuses}', statuses.map((one) => STATUS_WORDS[one] ?? one).join('、')),
    why: words.why,
    help: words.help ?? null,
    options: answers.map(({ text }) => text),
    answers,
    place,
    statuses,
  };
}
