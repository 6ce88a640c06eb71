import { load } from 'js-yaml';
import { z } from 'zod';
import { standsIn } from './father.js';
import { Trie } from './trie.js';
import { wordList } from './word-list.js';

const where = wordList.pipe(z.array(z.enum(['河南', '山东', '陕西', '湖南'])));

const relation = z.enum([
  'self',
  'spouse',
  'mother',
  'father',
  'mother-in-law',
  'father-in-law',
  'grandmother',
  'grandfather',
  'brother',
  'sister',
  'uncle',
  'neighbour',
  'other',
]);

/** Who the words speak of, seen from the speaker; the values of `facts.relation`. */
export type Relation = z.infer<typeof relation>;

/** A province of the corpus whose people say the word. */
type Province = z.infer<typeof where>[number];

const schema = z.strictObject({
  terms: z.array(z.strictObject({ say: wordList, means: wordList })),
  dialect: z.array(z.strictObject({ say: wordList, means: wordList, where })),
  kinship: z.array(z.strictObject({ say: wordList, relation, where: where.optional() })),
  fillers: wordList,
});

/**
 * What a word that people use stands for. `term`: words of the policies; `dialect`: plain Mandarin;
 * `kinship`: a relation; `filler`: nothing.
 */
type Sense =
  | { kind: 'term'; means: readonly string[] }
  | { kind: 'dialect'; means: readonly string[]; where: readonly Province[] }
  | { kind: 'kinship'; relation: Relation; where: readonly Province[] }
  | { kind: 'filler' };

/** `start`/`end` count UTF-16 units of the text given, `end` exclusive; `say` is the text between them. */
export type Match = Sense & { say: string; start: number; end: number };

export interface Lexicon {
  readonly senses: ReadonlyMap<string, Sense>;
  readonly trie: Trie<Sense>;
}

function* entries(data: z.infer<typeof schema>): Generator<[string, Sense]> {
  for (const { say, means } of data.terms) for (const word of say) yield [word, { kind: 'term', means }];
  for (const { say, means, where } of data.dialect)
    for (const word of say) yield [word, { kind: 'dialect', means, where }];
  for (const { say, relation, where } of data.kinship)
    for (const word of say) yield [word, { kind: 'kinship', relation, where: where ?? [] }];
  for (const word of data.fillers) yield [word, { kind: 'filler' }];
}

/**
 * Reads `corpus/lexicon.yaml`.
 * @throws when the text is not YAML, breaks the schema, or lists a word twice.
 */
export function parseLexicon(text: string): Lexicon {
  const senses = new Map<string, Sense>();
  const trie = new Trie<Sense>();
  for (const [word, sense] of entries(schema.parse(load(text)))) {
    if (senses.has(word)) throw new Error(`lexicon: ${word} is listed twice`);
    senses.set(word, sense);
    trie.set(word, sense);
  }
  return { senses, trie };
}

/** The words of the lexicon that stand in the text: leftmost, longest, none overlapping; linear time. */
export function lookUp(text: string, lexicon: Lexicon): Match[] {
  const found: Match[] = [];
  for (const { value, start, end } of lexicon.trie.matches(text, standsIn(text)))
    found.push({ say: text.slice(start, end), start, end, ...value });
  return found;
}

/** What a person said in the words that policy uses: the terms among the matches of `lookUp`. */
export function expand(text: string, lexicon: Lexicon): Extract<Match, { kind: 'term' }>[] {
  return lookUp(text, lexicon).filter((match) => match.kind === 'term');
}
