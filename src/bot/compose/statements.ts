import type { Evidence } from '../../knowledge/evidence.js';
import { isPrepared, type Provision } from '../../knowledge/provisions/provision.js';
import type { Clause, PolicyDocument } from '../../knowledge/types.js';
import type { House } from '../house.js';
import { replies } from '../replies.zh.js';
import type { Citation } from '../reply.js';
import type { Ask, Want } from '../understand/ask.js';
import { cite, clauseHolding } from './cite.js';
import type { Statement } from './finding.js';
import { forceNote } from './notes.js';
import { BODY, IN_CHARGE, SAYS_IT_IS_SILENT } from './shapes.js';

/** `charge`: who is in charge, where that is to be said. */
interface Told {
  statement: Statement;
  charge: string | null;
}

/** A provision in its plain words, cited by its quotes. */
function fromProvision(provision: Provision, ask: Ask, house: House): Told {
  const { library } = house;
  const document = library.document(provision.documentId);
  if (!document) throw new Error(`provision ${provision.id}: no document ${provision.documentId}`);
  const citations: Citation[] = [];
  let first: Clause | undefined;
  for (const quote of provision.quotes) {
    const clause = clauseHolding(library, provision.documentId, quote, provision.clause);
    if (!clause)
      throw new Error(`provision ${provision.id}: its quote stands nowhere in ${provision.documentId}`);
    first ??= clause;
    citations.push(cite(document, clause, quote));
  }
  if (!isPrepared(provision)) return ownWords(provision, citations, first, document, ask);
  const notes: string[] = isForOthers(provision, ask) ? [replies.notForPeople] : [];
  if (provision.force === 'target' && !/目标/u.test(provision.plain)) notes.unshift(replies.target);
  if (
    provision.force === 'intention' &&
    !/鼓励|支持|探索|没有说一定|没说一定|提倡|推动|推进|引导/u.test(provision.plain)
  )
    notes.unshift(replies.intention);
  const departments = departmentsWanted(ask, first, document);
  const notHere = LIVES_IN_ONE.test(ask.text) && DISPERSED.test(provision.plain) ? replies.onlyDispersed : '';
  const statement = {
    short: `${notHere}${provision.short}`,
    text: provision.plain,
    notes,
    citations: [...citations, ...departments.citations],
    provision: provision.id,
  };
  return { statement, charge: departments.notes[0] ?? null };
}

/** What a document states itself, with the force that its words have. */
function ownWords(
  { id, plain }: Provision,
  citations: Citation[],
  clause: Clause | undefined,
  document: PolicyDocument,
  ask: Ask,
): Told {
  const force = forceNote(plain, plain);
  const departments = departmentsWanted(ask, clause, document);
  const statement = {
    short: null,
    text: plain,
    notes: force === null ? [] : [force],
    citations: [...citations, ...departments.citations],
    provision: id,
  };
  return { statement, charge: departments.notes[0] ?? null };
}

const LIVES_IN_ONE = /(?<![没不])住(?:在|进|到|了)*(?:养老院|敬老院|福利院|养老机构|护理院|机构)/u;
const DISPERSED = /散居/u;

/** The same of several; who is in charge is said first where that is asked, and once. */
export function fromProvisions(provisions: readonly Provision[], ask: Ask, house: House): Statement[] {
  const told = provisions.map((provision) => fromProvision(provision, ask, house));
  const [first] = told;
  const lead = first === undefined ? null : inChargeFirst(ask, first);
  return told.map(({ statement, charge }, i) => ({
    ...statement,
    ...(i === 0 && lead !== null ? led(statement, lead) : {}),
    notes: charge === null || charge === lead ? statement.notes : [charge, ...statement.notes],
  }));
}

const led = ({ short, text }: Statement, lead: string): Pick<Statement, 'short' | 'text'> =>
  short === null ? { short, text: `${lead}${text}` } : { short: `${lead}${short}`, text };

/** What opens the answer to 归谁管, unless the statement itself names a body; null where that is not asked. */
function inChargeFirst(ask: Ask, { statement: { short, text }, charge }: Told): string | null {
  if (!IN_CHARGE.test(ask.text) || BODY.test(short ?? '')) return null;
  return charge ?? (BODY.test(text) ? null : replies.leftOpen('归谁管'));
}

/** Sentences of one clause, in its own words. */
export function fromEvidence(evidence: readonly Evidence[], ask: Ask): Statement {
  const [first] = evidence;
  if (first === undefined) throw new Error('a statement needs evidence');
  const quotes = evidence.map((e) => e.segment.text);
  const text = quotes.map((q) => q.replace(/\s+/g, '')).join('');
  const force = forceNote(text, text);
  const departments = departmentsWanted(ask, first.clause, first.document);
  return {
    short: null,
    text,
    notes: [...(force === null ? [] : [force]), ...departments.notes],
    citations: [...evidence.map((e) => cite(e.document, e.clause, e.segment.text)), ...departments.citations],
  };
}

const PEOPLE = /我|俺|咱|老人|老年人|爸|妈|爹|娘|爷|奶|公公|婆婆|老伴|家里/u;
const INSTITUTION =
  /机构|院|中心|站|所|室|企业|公司|单位|医生|护士|护工|护理员|大夫|部门|社区|我们|开|办|建|床位|财政|区里|市里|县里|省里/u;
const GAIN: ReadonlySet<Want> = new Set(['amount', 'whether', 'what']);

/** An old person who asks what she gets is not told an institution's gain as though it were hers. */
function isForOthers(provision: Provision, ask: Ask): boolean {
  const forPeople = provision.for.some((who) => who === 'person' || who === 'family');
  return (
    !forPeople &&
    GAIN.has(ask.wants[0] ?? 'what') &&
    PEOPLE.test(ask.text) &&
    !INSTITUTION.test(ask.text) &&
    !SAYS_IT_IS_SILENT.test(provision.plain)
  );
}

const WHO_PAYS = /出钱|掏钱|谁(来)?(出|掏|承担|给|付|买单)|分担|承担/u;

/** 「这事归谁管」: the units of the clause's closing bracket. */
function departmentsWanted(
  ask: Ask,
  clause: Clause | undefined,
  document: PolicyDocument,
): { notes: string[]; citations: Citation[] } {
  if (!ask.wants.includes('who') || WHO_PAYS.test(ask.text) || clause === undefined)
    return { notes: [], citations: [] };
  if (clause.departments.length === 0) return { notes: [], citations: [] };
  const bracket = bracketNaming(clause.text, clause.departments[0] ?? '');
  return {
    notes: [replies.departments(clause.departments)],
    citations: bracket === null ? [] : [cite(document, clause, bracket)],
  };
}

/** The last bracket of the text that names the unit, word for word. */
function bracketNaming(text: string, unit: string): string | null {
  const brackets = text.match(/[（(][^（）()]*[）)]/gu) ?? [];
  return brackets.findLast((b) => b.replace(/\s+/g, '').includes(unit)) ?? null;
}
