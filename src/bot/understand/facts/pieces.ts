import { matchesOf } from '../../../language/matches.js';
import { RUN_ON } from '../split.js';
import { isAsking } from '../wants.js';
import { type KinWords, type Mention, mentionsIn, type Person } from './people.js';

/** A stretch of the line that says something of one person. `start` counts in the line. */
export interface Piece {
  text: string;
  start: number;
  /** Whom it is about; null where nobody has been named so far. */
  person: Person | null;
  /** Whether the person is named in this very piece, and where the name ends in it. */
  namedUntil: number | null;
  /** Whether it only tells who speaks, or of the dead: nothing in it is said of the person. */
  aside: boolean;
  asks: boolean;
  supposes: boolean;
}

const CLAUSE = /[^，,。；;！!？?\s…]+[？?]?/gu;
const SENTENCE_END = /[。！!？?]/u;
const SUPPOSES =
  /要是|如果|假如|假使|假设|倘若|倘使|若是|万一|比如|比方|譬如|只要|只有|除非|哪怕|即使|就算|的话|等(?:到)?(?:我|他|她|以后|将来|老了)/u;

interface Clause {
  text: string;
  start: number;
  asks: boolean;
  supposes: boolean;
}

/** A supposition holds until its question is asked or its sentence ends: 要是我妈瘫了，要人喂饭，能领多少. */
function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let supposing = false;
  let end = 0;
  for (const match of matchesOf(text, CLAUSE)) {
    if (SENTENCE_END.test(text.slice(end, match.index))) supposing = false;
    for (const part of match[0].split(RUN_ON)) {
      const start = text.indexOf(part, end);
      end = start + part.length;
      const asks = isAsking(part);
      const supposes: boolean = supposing || SUPPOSES.test(part);
      supposing = supposes && !asks;
      clauses.push({ text: part, start, asks, supposes });
    }
  }
  return clauses;
}

/** The person a mention brings up, given who was spoken of before. */
function resolve(mention: Mention, others: Person | null): Person | null {
  const { person } = mention;
  if (person === null || person.relation !== null) return person;
  if (person.generation === 'speaker')
    return others === null ? { relation: 'self', generation: 'speaker' } : person;
  return others ?? person;
}

/** The line in pieces, each about one person: clauses, parted again where somebody else is named (我妈七十八我五十). */
export function piecesOf(text: string, words: KinWords): Piece[] {
  const mentions = mentionsIn(text, words);
  const pieces: Piece[] = [];
  let next = 0;
  let last: Person | null = null;
  let others: Person | null = null;
  for (const clause of clausesOf(text)) {
    const end = clause.start + clause.text.length;
    const inside: Mention[] = [];
    for (; (mentions[next]?.start ?? end) < end; next++) {
      const mention = mentions[next];
      if (mention !== undefined) inside.push(mention);
    }
    const [first] = inside;
    const cuts = [clause.start, ...inside.slice(1).map(({ start }) => start)];
    for (const [i, from] of cuts.entries()) {
      const to = cuts[i + 1] ?? end;
      const mention = i === 0 ? first : inside[i];
      const person: Person | null = mention === undefined ? last : resolve(mention, others);
      const { asks, supposes } = clause;
      pieces.push({
        text: text.slice(from, to),
        start: from,
        person,
        namedUntil: mention === undefined || person?.relation === null ? null : mention.end - from,
        aside: mention !== undefined && mention.person === null,
        asks,
        supposes,
      });
      if (person === null || person.generation === 'young') continue;
      last = person;
      if (person.generation === 'elder') others = person;
    }
  }
  return pieces;
}
