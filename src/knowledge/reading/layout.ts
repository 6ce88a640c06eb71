import { withWideMarks } from '../../language/marks.js';
import { itemNumber } from './numbering.js';

const MARKS = /^[\s　]*(?:#{1,6}\s*|>\s+|\*\s+(?=\S))*/;
const RULE_OR_PAGE =
  /^[\s　]*(?:[-—_=*]{3,}|[-—–]\s*\d{1,4}\s*[-—–]|第\s?\d{1,4}\s?页(?:\s?共\s?\d{1,4}\s?页)?)[\s　]*$/;
const HAN = '\\p{Script=Han}';
const PUNCT = '，。；：！？、（）《》〔〕“”‘’％';
const SPACE_AT_NUMBER = new RegExp(
  `(?<=[${HAN}${PUNCT}])[ ]+(?=[\\d${PUNCT}])|(?<=[\\d%${PUNCT}])[ ]+(?=[${HAN}${PUNCT}])`,
  'gu',
);
const SPACED_OUT = new RegExp(`^${HAN}(?:[ \\u3000]+${HAN})+$`, 'u');
const SENTENCE_END = /[。！？!?；;：:…][”’」』）)》\]]*$/;
const WHOLE_BRACKET = /^[（(].*[）)]$/;
const CLOSED_AFTER_END = /[。；！？][（(][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)]$/;
const INNER = /[，。；、：]/;
const DOCUMENT_WORD =
  '(?:通知|意见|办法|方案|规定|细则|条例|决定|公告|通告|规划|计划|指引|标准|规范|制度|名单|清单|函|批复|报告|解读|须知|指南)';
const TITLE_TAIL = new RegExp(
  `^(?:工作|实施|行动|暂行|试行|管理|若干|领导小组|成员|人员|服务|建设|发展)*${DOCUMENT_WORD}(?:[（(][^（()）]{1,8}[）)])?$`,
);
const NOTICE_TAIL = /的(?:通知|意见|决定|公告|通告|函|批复|报告|通报)$/;
const ENDS_AS_DOCUMENT = new RegExp(`(?:${DOCUMENT_WORD}|文件|号|[）)])$`);

/**
 * The text as one paragraph a line: heading marks, bold, rules and page numbers dropped, sentences that a page
 * break cut joined, a title set on two lines made one, spaces that justify a line removed. No word is changed.
 */
export function mend(raw: string): string {
  const lines = raw
    .replace(/^\uFEFF/, '')
    .split(/\r\n|[\r\n\f\u2028\u2029]/)
    .filter((line) => !RULE_OR_PAGE.test(line))
    .map(cleanLine)
    .filter((line) => line !== '');
  const paragraphs: string[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last !== undefined && (continues(last, line) || isTitleTail(last, line))) {
      paragraphs[paragraphs.length - 1] = last + line;
    } else paragraphs.push(line);
  }
  return paragraphs.join('\n');
}

function cleanLine(line: string): string {
  const marks = MARKS.exec(line)?.[0] ?? '';
  const isHeading = marks.includes('#');
  let text = line.slice(marks.length).replaceAll('**', '').replaceAll('\u00a0', ' ').trim();
  if (SPACED_OUT.test(text) && isSpacedOut(text)) text = text.replace(/[ \u3000]/g, '');
  text = text.replace(/[ \t\u3000]{2,}/g, '　');
  if (isHeading || /关于.*通知$/.test(text))
    text = text.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
  return itemNumber(text) === null ? tightened(text) : keepNumberGap(text);
}

/** 工 作 方 案: every word is one character; names in a table (王 辉 赵 羽) of that form are rare enough. */
function isSpacedOut(text: string): boolean {
  return text.split(/[ \u3000]+/).every((word) => word.length === 1);
}

/** 到 2022 年 in a sentence loses its spaces; in a row of a table (1 高龄津贴 50元) they part the cells. */
function tightened(text: string): string {
  return /[，。；：]/.test(text) ? text.replace(SPACE_AT_NUMBER, '') : text;
}

/** The gap after 第一条 or 1.2 parts number and words: it stays. */
function keepNumberGap(text: string): string {
  const number = itemNumber(text);
  const length =
    number?.form === 'article' || number?.form === 'decimal' || number?.form === 'chapter'
      ? number.length
      : 0;
  return text.slice(0, length) + tightened(text.slice(length));
}

/** Whether a page or line break cut the sentence `lastLine`, so that `line` goes on with it. */
function continues(lastLine: string, line: string): boolean {
  const last = withWideMarks(lastLine);
  if (isEnded(last) || itemNumber(line) !== null || /^附\s?件/.test(line)) return false;
  if (!INNER.test(last)) return false;
  if (/[，、]$/.test(last)) return true;
  // A heading may hold a comma, a run of names (成员：…　县卫计局) may hold a colon: neither is a cut sentence.
  if (itemNumber(last) !== null && !/[。；]/.test(last) && last.length < 45) return false;
  return !last.includes('　') && !line.includes('　') && last.length >= 20;
}

function isEnded(paragraph: string): boolean {
  if (SENTENCE_END.test(paragraph)) return true;
  return WHOLE_BRACKET.test(paragraph) || CLOSED_AFTER_END.test(paragraph.slice(-600));
}

function isTitleTail(last: string, line: string): boolean {
  if (
    INNER.test(last.replace(/《[^》]*》?/g, '')) ||
    last.length < 6 ||
    last.length > 80 ||
    ENDS_AS_DOCUMENT.test(last)
  )
    return false;
  if (itemNumber(last) !== null || last.includes('　')) return false;
  if (TITLE_TAIL.test(line)) return true;
  return /关于|印发/.test(last) && NOTICE_TAIL.test(line) && line.length <= 60 && !/[，。；]/.test(line);
}
