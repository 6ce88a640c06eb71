import { customaryName } from '../../knowledge/regions.js';
import { replies } from '../replies.zh.js';
import type { Citation, Reply } from '../reply.js';
import type { Finding, Statement } from './finding.js';
import { speakable } from './speech.js';

/** The reply for what was found, one paragraph a place and question. `question`: for whom to send the person to. */
export function render(findings: readonly Finding[], question: string): Reply {
  const naming = new Set(findings.map((f) => f.place.adcode)).size > 1;
  const paragraphs = findings.map((finding) => paragraph(finding, question, naming));
  const text = unique(paragraphs.map((p) => p.text)).join('\n\n');
  const citations = findings.flatMap((f) =>
    f.kind === 'found' ? f.statements.flatMap((s) => s.citations) : [],
  );
  const answered = findings.some((f) => f.kind === 'found');
  const waits = findings.every((f) => f.kind === 'uncovered' && f.inside.length > 0);
  return {
    kind: answered ? 'answer' : waits ? 'clarify' : 'not_found',
    text,
    speech: unique(paragraphs.map((p) => speakable(p.spoken))).join(''),
    citations: dedupe(citations).sort((a, b) => Number(startsWithDigit(b)) - Number(startsWithDigit(a))),
    suggestions: suggest(findings),
    actions: answered ? [] : [{ type: 'call', number: '12345' }],
  };
}

function paragraph(finding: Finding, question: string, naming: boolean): { text: string; spoken: string } {
  const place = customaryName(finding.place);
  if (finding.kind === 'silent') return same(replies.silent(place, question));
  if (finding.kind === 'uncovered') {
    const inside = finding.inside.map(customaryName);
    return same(inside.length > 0 ? replies.onlyInside(place, inside) : replies.uncovered(place, question));
  }
  const lead = finding.rulesOf
    ? replies.byHigherPlace(place, customaryName(finding.rulesOf))
    : naming
      ? `${place}：`
      : '';
  const said = finding.statements.map(sentence).join('\n');
  return { text: `${lead}${said}\n${sources(finding.statements)}`, spoken: `${lead}${said}` };
}

const same = (text: string): { text: string; spoken: string } => ({ text, spoken: text });

/** The answer in one breath first, unless the sentence opens with it. */
function sentence({ short, text, notes }: Statement): string {
  const opening = short === null || text.startsWith(short) ? '' : `${short.replace(/[。；]$/u, '')}。`;
  return `${opening}${text}${notes.join('')}`;
}

function sources(statements: readonly Statement[]): string {
  const lines = statements
    .flatMap((s) => s.citations)
    .map(
      (c) => `来源：《${c.title}》${c.document === c.title ? '' : `（${c.document}）`}${section(c.clause)}`,
    );
  return unique(lines).join('\n');
}

/** Where to look, in words that can be read out: an item's running number above ten is left to the citation. */
const section = (path: string): string => path.replace(/(?<=）)[0-9]{2,}$/u, '');

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

function dedupe(citations: readonly Citation[]): Citation[] {
  const key = (c: Citation): string => `${c.documentId}#${c.clauseId}#${c.quote}`;
  return citations.filter((c, i) => citations.findIndex((other) => key(other) === key(c)) === i);
}

/** Figures of neighbouring citations must not run together where they are read as one text. */
const startsWithDigit = (c: Citation): boolean => /^[0-9０-９]/u.test(c.quote);

function suggest(findings: readonly Finding[]): string[] {
  if (findings.some((f) => f.kind === 'found')) return ['这事归谁管', '怎么申请', '再说一遍'];
  return ['老人免费体检是怎么规定的', '转人工'];
}
