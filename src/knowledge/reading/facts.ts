import { findRegion, regionsNamedIn } from '../regions.js';
import type { PolicyStatus, Region } from '../types.js';
import { clauseNumber } from './chinese-numerals.js';
import { lastDayOfTerm, PRINTED_DAY, printedDay } from './dates.js';
import { partsOf } from './parts.js';
import { sentences } from './sentences.js';

/** What a document says of itself; null where it does not say. Dates are local days, `YYYY-MM-DD`. */
export interface DocumentFacts {
  title: string | null;
  number: string | null;
  issuers: string[];
  region: Region | null;
  issued: string | null;
  effectiveFrom: string | null;
  /** The last day in force. */
  effectiveTo: string | null;
  status: PolicyStatus;
  supersedes: string[];
}

const squeeze = (line: string) => line.replace(/[\s　]/g, '');
const NUMBER = '[\\p{Script=Han}]{1,14}[〔\\[【（(](?:19|20)\\d{2}[〕\\]】）)]第?\\d{1,5}号';
const NUMBER_LINE = new RegExp(
  `^(?:发文字号|文号|文件编号)?[：:]?(${NUMBER}|[\\p{Script=Han}]{2,24}令第[\\d一二三四五六七八九十百]{1,5}号)$`,
  'u',
);
const OFFICE =
  /^([\p{Script=Han}、]{2,40}?(?:局|委|委员会|政府|办公室|办公厅|厅|部|院|联合会|总工会|中心|管委会|党委))(?:文件|令(?:第[\d一二三四五六七八九十百]{1,5}号)?)?$/u;
const DOCUMENT_WORD =
  /(?:通知|意见|办法|方案|规定|细则|条例|决定|公告|通告|规划|计划|指引|标准|规范|制度|函|批复|报告|解读|须知|指南|问答)(?:[（(][^（()）]{1,10}[）)])?$/;
const FROM_DAY = new RegExp(`自${PRINTED_DAY}起?(?:正式)?(?:施行|实施|执行|生效)`);
const UNTIL_DAY = new RegExp(
  `有效期(?:限)?(?:截?止|至|到|自[^，。]{0,20}至)+${PRINTED_DAY}|(?:执行|施行|实施|有效)至${PRINTED_DAY}`,
);
const TERM = /有效期(?:限)?(?:为)?([一二三四五六七八九十\d]{1,2})年/;
/** What the term is of: a certificate or a rating has one too. */
const OF_ITSELF =
  /本(?:实施)?(?:办法|意见|方案|通知|细则|规定|规划|计划|指引|标准|制度|措施|文件|条例)|(?:施行|实施|执行|印发|发布|公布|生效)[^。；]{0,12}有效期/;
const FROM_PRINTING = /自(?:印发|发布|公布|颁布)之日起/;
const REPEALED = /同时废止|予以废止|即行废止|同时失效|不再执行/;

/** Facts that a mended text states of itself, read from its letterhead, title, signature and closing. Pure. */
export function factsOf(text: string): DocumentFacts {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const parts = partsOf(lines);
  const of = (role: string) =>
    parts
      .filter((part) => part.role === role && part.annex === null)
      .flatMap((part) => part.lines.map(squeeze));
  const head = of('letterhead');
  const signature = of('signature');
  const title = titleOf(of('heading'), head);
  const issuers = issuersOf(head, signature, title);
  const issued = issuedOn(head, signature, of('distribution'));
  const printed = FROM_PRINTING.test(text) ? printedOn(of('distribution')) : null;
  const effectiveFrom = printedDay(FROM_DAY.exec(text)?.[0] ?? '') ?? printed ?? issued;
  return {
    title,
    number: numberOf(head),
    issuers,
    region: regionOf([
      issuers[0],
      title,
      ADAPTED.exec(text)?.[0],
      ...head.filter((line) => line.endsWith('：')),
      ...of('distribution'),
    ]),
    issued,
    effectiveFrom,
    effectiveTo: effectiveUntil(text, effectiveFrom),
    status: statusOf(title, head),
    supersedes: superseded(text),
  };
}

function titleOf(attached: readonly string[], head: readonly string[]): string | null {
  if (attached.length > 0)
    return attached.join('').replace(/[《》]/g, (mark) => (attached.join('').startsWith('《') ? '' : mark));
  const isTitle = (line: string) =>
    line.length >= 6 &&
    line.length <= 100 &&
    !NUMBER_LINE.test(line) &&
    !OFFICE.test(line) &&
    !/[：:。]$/.test(line);
  const candidates = head.filter(isTitle);
  return (
    candidates.find((line) => DOCUMENT_WORD.test(line)) ??
    candidates.find((line) => !/^[（(]|\d{4}-\d/.test(line)) ??
    null
  );
}

function officesAmong(lines: readonly string[]): string[] {
  return lines.flatMap((line) => OFFICE.exec(line)?.[1] ?? []);
}

/** The letterhead's list is complete where a page of signatures may be lost; a title may name the office as well. */
function issuersOf(head: readonly string[], signature: readonly string[], title: string | null): string[] {
  const printed = officesAmong(head);
  if (printed.length > 0) return [...new Set(printed)];
  const signed = officesAmong(signature);
  if (signed.length > 0) return [...new Set(signed)];
  const named = /^([\p{Script=Han}]{2,30}?(?:人民政府(?:办公室|办公厅)?|局|委员会|厅))关于/u.exec(
    title ?? '',
  )?.[1];
  return named === undefined ? [] : [named];
}

function issuedOn(
  head: readonly string[],
  signature: readonly string[],
  distribution: readonly string[],
): string | null {
  const stated = head.find((line) => /^(?:成文日期|发文日期|印发日期)[：:]/.test(line));
  const passed = head.find((line) => /^[（(].*(?:通过|公布|发布|修订|修正)/.test(line));
  return (
    [stated, ...signature.toReversed()].map((line) => printedDay(line ?? '')).find((day) => day !== null) ??
    printedOn(distribution) ??
    printedDay(passed ?? '')
  );
}

const printedOn = (distribution: readonly string[]): string | null =>
  printedDay(distribution.find((line) => line.endsWith('印发')) ?? '');

/** The 文号; an order's stands on two lines where its office has the first (某市人民政府令, 第179号). */
function numberOf(head: readonly string[]): string | null {
  const whole = head.map((line, i) => (line.endsWith('令') ? `${line}${head[i + 1] ?? ''}` : line));
  return whole.map((line) => NUMBER_LINE.exec(line)?.[1]).find((number) => number !== undefined) ?? null;
}

/** 结合抚州实际 */
const ADAPTED = /结合[\p{Script=Han}]{2,10}实际/u;

/** The place that is named first: by the first office, the title, what it is adapted to, whom it is sent to. */
function regionOf(named: readonly (string | null | undefined)[]): Region | null {
  for (const words of named) {
    const [first] = regionsNamedIn(words ?? '');
    if (first !== undefined) return first.region ?? findRegion(first.text);
  }
  return null;
}

function effectiveUntil(text: string, from: string | null): string | null {
  const until = printedDay(UNTIL_DAY.exec(text)?.[0] ?? '');
  if (until !== null) return until;
  const term = sentences(text).find((s) => TERM.test(s.text) && OF_ITSELF.test(s.text));
  const years = clauseNumber(TERM.exec(term?.text ?? '')?.[1] ?? '');
  return from === null || Number.isNaN(years) ? null : lastDayOfTerm(from, years);
}

/** Only what the document itself says: nothing in it can tell that it is still in force. */
function statusOf(title: string | null, head: readonly string[]): PolicyStatus {
  const words = [title ?? '', ...head].join('\n');
  if (/征求意见稿|草案|送审稿/.test(title ?? '')) return 'draft';
  return /[（(【](?:已废止|已失效|废止|失效)[）)】]/.test(words) ? 'repealed' : 'unknown';
}

/** 文号 of what the document repeals, the title where no 文号 is given. */
function superseded(text: string): string[] {
  const repealing = sentences(text).filter((sentence) => REPEALED.test(sentence.text));
  const named = repealing.flatMap(({ text: sentence }) =>
    [...sentence.matchAll(/《([^》]{4,100})》(?:[（(]([^（()）]{4,30}号)[）)])?/g)].map(
      ([, title = '', number]) => squeeze(number ?? title),
    ),
  );
  return [...new Set(named)];
}

/** Facts that a web page states in the table beside a document (发文字号：…, 成文日期：…). */
export function labelledFacts(page: string): Pick<DocumentFacts, 'title' | 'number' | 'issuers' | 'issued'> {
  const flat = page.replace(/[ 　\t]+/g, '');
  const value = (labels: string) =>
    new RegExp(`(?:${labels})[：:]\\n{0,3}([^\\n：:]{2,80})`).exec(flat)?.[1] ?? '';
  const issuer = value('发文机关|发布机构|发文单位|制发机关');
  const number = new RegExp(NUMBER, 'u').exec(value('发文字号|文号|发文文号'))?.[0];
  const title = value('标题|名称|文件名称').replace(
    /(?:发文字号|文号|发布日期|成文日期|发文机关|索引号).*$/,
    '',
  );
  return {
    title: title === '' ? null : title,
    number: number ?? null,
    issuers: officesAmong([issuer]),
    issued: printedDay(value('成文日期|发文日期|印发日期')),
  };
}
