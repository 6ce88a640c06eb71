import type { ClauseKind } from '../types.js';
import { hanNumber } from './chinese-numerals.js';
import { type ItemNumber, itemNumber, type NumberForm } from './numbering.js';
import { sentences } from './sentences.js';

/** A numbered item of a body, or the text before the first, with the paragraphs that are its own. */
export interface Item {
  id: string;
  path: string;
  trail: string[];
  kind: ClauseKind;
  paragraphs: string[];
}

interface Level {
  number: ItemNumber;
  heading: string;
  item: Item;
}

const STRUCTURE: Partial<Record<NumberForm, number>> = {
  part: 0,
  chapter: 1,
  section: 2,
  article: 3,
  han: 4,
  question: 4,
};
const RUN_IN_HEADING = 32;
const LONE_HEADING = 60;
/** A whole item no longer than this is the heading of what follows: （一）关于对象。, 1.优待证怎么办？ */
const SHORT_SENTENCE = 20;
/** 对象：80岁以上… */
const LABEL = /^([^，。；：:、（()）“”]{2,16})[：:](?=.)/;
/** 总　则 */
const SPACED_PAIR = /^(\p{Script=Han})[ \u3000]+(\p{Script=Han})$/u;
const ENDED = /[。；：:！？!?;][”’）)]*$/;

/** Items of a body in reading order; the lines before the first number are the preamble. */
export function itemsOf(lines: readonly string[]): Item[] {
  const items: Item[] = [];
  const stack: Level[] = [];
  let questions = 0;
  for (const line of lines) {
    const found = itemNumber(line);
    const current = items.at(-1);
    if (found !== null) {
      if (found.form === 'question') questions += 1;
      items.push(place(stack, found.form === 'question' ? asQuestion(found, questions) : found, line));
    } else if (current === undefined) {
      items.push({ id: 'pre', path: '前言', trail: [], kind: 'preamble', paragraphs: [line] });
    } else {
      const later = laterParagraph(stack, items, line);
      if (later === null) current.paragraphs.push(line);
      else items.push(later);
    }
  }
  return items;
}

function asQuestion(number: ItemNumber, value: number): ItemNumber {
  return { ...number, value, key: `q${value}`, label: `第${value}问` };
}

/** After the 项 of an article an unnumbered paragraph is the article's next 款, not the last 项's. */
function laterParagraph(stack: readonly Level[], items: readonly Item[], line: string): Item | null {
  const article = stack.find(({ number }) => number.form === 'article')?.item;
  if (article === undefined || items.at(-1) === article) return null;
  const before = items.filter(({ id }) => id.startsWith(`${article.id}.k`)).length;
  const n = article.paragraphs.length + before + 1;
  return {
    ...article,
    id: `${article.id}.k${n}`,
    path: `${article.path}第${hanNumber(n)}款`,
    kind: 'clause',
    paragraphs: [line],
  };
}

/** Puts an item under the levels it belongs to and drops from the stack the levels that it closes. */
function place(stack: Level[], number: ItemNumber, line: string): Item {
  stack.length = depthOf(stack, number);
  const above = stack.map((level) => level.number);
  const heading = headingOf(line.slice(number.length), number.form);
  const trail = [...stack.map((level) => level.heading), heading].filter((words) => words !== '');
  const item: Item = { ...address([...above, number]), trail, kind: 'clause', paragraphs: [line] };
  stack.push({ number, heading, item });
  return item;
}

/** How many levels stand above: those before the same form, or all where the form is new here or starts anew. */
function depthOf(stack: readonly Level[], number: ItemNumber): number {
  const rank = STRUCTURE[number.form];
  if (rank !== undefined) {
    const at = stack.findIndex((level) => (STRUCTURE[level.number.form] ?? 9) >= rank);
    return at < 0 ? stack.length : at;
  }
  const same = stack.findLastIndex(
    ({ number: n }) => n.form === number.form && depthOfKey(n) === depthOfKey(number),
  );
  if (same < 0) {
    const broader = stack.findIndex(
      ({ number: n }) => n.form === number.form && depthOfKey(n) > depthOfKey(number),
    );
    return broader < 0 ? stack.length : broader;
  }
  const startsAnew = number.value === 1 && same < stack.length - 1;
  return startsAnew ? stack.length : same;
}

function depthOfKey(number: ItemNumber): number {
  return number.form === 'decimal' ? number.key.split('.').length : 0;
}

/** Id and path of an item below others. Articles run through all chapters, decimals carry their parents' numbers. */
function address(numbers: readonly ItemNumber[]): { id: string; path: string } {
  const article = numbers.findIndex(({ form }) => form === 'article');
  const shown = numbers.slice(Math.max(0, article)).filter(({ form }, i, all) => {
    const isRepeated = all.slice(i + 1).some((later) => later.form === 'decimal');
    return !(isRepeated && (form === 'decimal' || form === 'digit'));
  });
  const id = shown.map(({ key }) => key).join('.');
  const path = shown
    .map((number, i) => number.label + (i < shown.length - 1 ? joiner(number.form) : ''))
    .join('');
  return { id, path };
}

function joiner(form: NumberForm): string {
  if (form === 'han') return '、';
  return form === 'part' || form === 'chapter' || form === 'section' ? ' ' : '';
}

/** The heading of an item, alone on its line or run in with the text (`落实补贴政策。实施…`); '' where it has none. */
function headingOf(words: string, form: NumberForm): string {
  const plain = words.replaceAll('*', '').trim().replace(SPACED_PAIR, '$1$2');
  if (form === 'article') return /^[【（([]([^】）)\]]{2,20})[】）)\]]/.exec(plain)?.[1] ?? '';
  if (form === 'question') return plain;
  if (!ENDED.test(plain) && !plain.includes('。')) return plain.length <= LONE_HEADING ? plain : '';
  const label = LABEL.exec(plain)?.[1];
  if (label !== undefined) return label;
  const [first, second] = sentences(plain.slice(0, 200));
  if (first === undefined || first.text.length > (second === undefined ? SHORT_SENTENCE : RUN_IN_HEADING))
    return '';
  return first.text.endsWith('。')
    ? first.text.slice(0, -1)
    : second === undefined && first.text.endsWith('？')
      ? first.text
      : '';
}

/** Whether an item is a title only, with no sentence of its own; a leaf's title is its text and proves what it says. */
export function isLoneHeading(item: Item, next: Item | undefined): boolean {
  const [line = '', ...more] = item.paragraphs;
  const hasChildren = next?.id.startsWith(`${item.id}.`) === true || /^[bcs]\d+$/.test(item.id);
  return (
    item.kind === 'clause' &&
    more.length === 0 &&
    hasChildren &&
    !ENDED.test(line) &&
    line.length <= LONE_HEADING
  );
}
