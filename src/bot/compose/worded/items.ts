import { customaryName } from '../../../knowledge/regions.js';
import type { House } from '../../house.js';
import { replies } from '../../replies.zh.js';
import type { Citation, Reply } from '../../reply.js';
import type { Work } from '../../work.js';
import type { Finding, Statement } from '../finding.js';
import type { Item } from './ground.js';

/** What a plain reply is made of: what may be put in other words, and what stays as it is. */
export interface Parts {
  items: Item[];
  /** Said before them as it is. */
  lead: string;
  /** Said after them as it is: what the rules ask next. */
  tail: string;
}

type Found = Extract<Finding, { kind: 'found' }>;
const isFound = (finding: Finding): finding is Found => finding.kind === 'found';

const SOURCE = /^来源：/u;

/** The parts of an answer or an assessment; null where the reply is none, or nothing of it was found. */
export function partsOf(work: Work, reply: Reply, house: House): Parts | null {
  if (reply.kind === 'assessment') return ofAssessment(reply, house);
  if (reply.kind !== 'answer' || !work.findings.every(isFound)) return null;
  const found = work.findings.filter(isFound);
  const items = found.flatMap((f) => f.statements.map((s) => ofStatement(s, house)));
  return items.length === 0 ? null : { items, lead: leadOf(found), tail: '' };
}

function ofStatement({ short, text, notes, citations }: Statement, house: House): Item {
  return {
    short: short ?? '',
    plain: `${text}${notes.join('')}`,
    citations,
    region: regionOf(citations, house),
  };
}

const regionOf = ([first]: readonly Citation[], house: House) =>
  first === undefined ? null : (house.library.document(first.documentId)?.meta.region ?? null);

/** Outcomes of rules, by how `replies.zh.ts` begins them. */
const OUTCOME = /^(?:按您说的|可能可以享受|规定是)/u;

/** Paragraphs of the rules' outcome; what else is said, the next question above all, stays as it is. */
function ofAssessment({ text, citations }: Reply, house: House): Parts | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !SOURCE.test(line));
  const region = regionOf(citations, house);
  const items = lines
    .filter((line) => OUTCOME.test(line))
    .map((plain) => ({ short: '', plain, citations, region }));
  const rest = lines.filter((line) => !OUTCOME.test(line));
  return items.length === 0 ? null : { items, lead: '', tail: rest.join('\n') };
}

/** That the rule is a higher place's, where it is. */
function leadOf(found: readonly Found[]): string {
  const leads = found.flatMap(({ place, rulesOf }) =>
    rulesOf === null ? [] : [replies.byHigherPlace(customaryName(place), customaryName(rulesOf))],
  );
  return [...new Set(leads)].join('');
}
