import { customaryName } from '../../knowledge/regions.js';
import { hotlineFor, replies } from '../replies.zh.js';
import type { Reply } from '../reply.js';
import type { Finding, Statement } from './finding.js';
import { inOrder, sourceLines } from './sources.js';
import { speakable } from './speech.js';

/**
 * The reply for what was found, one paragraph a place and question. `question`: for whom to send the person to;
 * `presumed`: nobody said now which place is meant.
 */
export function render(findings: readonly Finding[], question: string, presumed = false): Reply {
  const naming = presumed || new Set(findings.map((f) => f.place.adcode)).size > 1;
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
    citations: inOrder(citations),
    suggestions: suggest(findings),
    actions: answered ? [] : [{ type: 'call', number: hotlineFor(question) }],
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
  return {
    text: `${lead}${said}\n${sourceLines(finding.statements.flatMap((s) => s.citations)).join('\n')}`,
    spoken: `${lead}${said}`,
  };
}

const same = (text: string): { text: string; spoken: string } => ({ text, spoken: text });

/** The answer in one breath first, unless the sentence opens with it. */
function sentence({ short, text, notes }: Statement): string {
  const opening = short === null || text.startsWith(short) ? '' : `${short.replace(/[。；]$/u, '')}。`;
  return `${opening}${text}${notes.join('')}`;
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

function suggest(findings: readonly Finding[]): string[] {
  if (findings.some((f) => f.kind === 'found')) return ['这事归谁管', '怎么申请', '再说一遍'];
  return ['老人免费体检是怎么规定的', '转人工'];
}
