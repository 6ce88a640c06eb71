import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { House } from './bot/house.js';
import { Recent } from './bot/recent.js';
import { loadCorpus } from './knowledge/corpus.js';
import { derived, sourceHash } from './knowledge/derived.js';
import { createLibrary } from './knowledge/library.js';
import { createProvisionMatcher } from './knowledge/provisions/matcher.js';
import { createNeighbours, parseNeighbours } from './knowledge/provisions/neighbours.js';
import { loadProvisions, type Provision } from './knowledge/provisions/provision.js';
import { indexProvisions } from './knowledge/provisions/provision-index.js';
import { type Features, sum } from './knowledge/provisions/vocabulary.js';
import { chunksOfPolicy } from './knowledge/search/chunks.js';
import type { EmbeddedIndex } from './knowledge/search/embedded-index.js';
import { refreshIndex } from './knowledge/search/refresh.js';
import { withUnprepared } from './knowledge/unprepared/with-unprepared.js';
import { parseBenefitNames } from './language/benefit-names.js';
import { broadFeaturesOf, featuresOf } from './language/features.js';
import { parseDomainWords } from './language/homophones/domain.js';
import { parseHotlines } from './language/hotlines.js';
import { type Lexicon, parseLexicon } from './language/lexicon.js';
import { createNormalize } from './language/normalize.js';
import { parseThesaurus } from './language/thesaurus.js';
import { loadBenefits } from './load-benefits.js';

/** Reads the corpus and makes what the bot answers from; the index is opened, or rebuilt where it is stale. */
export async function openHouse(
  corpus: string,
  indexFolder: string,
  embedded: EmbeddedIndex | null = null,
): Promise<House> {
  const text = (name: string): Promise<string> => readFile(join(corpus, name), 'utf8');
  const [documents, lexicon, hotlines, domainWords, benefitNames, thesaurus] = await Promise.all([
    loadCorpus(join(corpus, 'documents')),
    text('lexicon.yaml').then(parseLexicon),
    text('hotlines.yaml').then(parseHotlines),
    text('domain-words.yaml').then(parseDomainWords),
    text('benefit-names.yaml').then(parseBenefitNames),
    text('thesaurus.yaml').then(parseThesaurus),
  ]);
  const sources = ['provisions', 'neighbours.yaml', 'benefits', 'lexicon.yaml'].map((name) =>
    join(corpus, name),
  );
  const rules = await sourceHash(sources);
  const { provisions, provisionIndex, neighbours, asked, benefits } = await derived(
    `${indexFolder}-rules.bin`,
    rules,
    () => readRules(corpus, lexicon),
  );
  const normalize = createNormalize(domainWords);
  const normalized = new Recent<string>(2000);
  const chunks = documents.flatMap(chunksOfPolicy);
  const { index } = await refreshIndex(indexFolder, chunks);
  embedded?.follow(chunks);
  const held = documents.map((d) => d.meta.region);
  const library = createLibrary(documents, index);
  const prepared = createProvisionMatcher(provisions, provisionIndex);
  const unprepared = documents.filter(({ meta }) => !prepared.documentIds.has(meta.id));
  // Kept by itself: it is as large as all else, and only documents that nobody has prepared are read by it.
  const texts =
    unprepared.length === 0
      ? []
      : await derived(`${indexFolder}-texts.bin`, rules, async () => textsOf(provisions, lexicon));
  return {
    library,
    provisions: withUnprepared(prepared, unprepared, library.segments, texts, (t) =>
      broadFeaturesOf(t, lexicon, thesaurus),
    ),
    neighbours: createNeighbours(neighbours, asked),
    embedded,
    benefits,
    lexicon,
    benefitNames,
    thesaurus,
    normalize: (t) => normalized.get(t, () => normalize(t).normalized),
    hotlines: new Set([...hotlines.keys()].map(Number)),
    held: held.filter((region, i) => held.findIndex((other) => other.adcode === region.adcode) === i),
  };
}

/** Provisions and their neighbours as they are found, and benefits: what takes longest to make. */
async function readRules(corpus: string, lexicon: Lexicon) {
  const provisions = await loadProvisions(join(corpus, 'provisions'));
  const benefits = await loadBenefits(join(corpus, 'benefits'));
  const neighbours = parseNeighbours(await readFile(join(corpus, 'neighbours.yaml'), 'utf8'));
  const provisionIndex = indexProvisions(provisions, textsOf(provisions, lexicon));
  const asked = neighbours.map(({ matter, asks }) => featuresIn([matter, ...asks], lexicon));
  return { provisions, provisionIndex, neighbours, asked, benefits };
}

const featuresIn = (texts: readonly string[], lexicon: Lexicon): Features =>
  sum(texts.map((text) => featuresOf(text, lexicon)));

/** The features of all that each provision says and is asked. */
const textsOf = (provisions: readonly Provision[], lexicon: Lexicon): Features[] =>
  provisions.map(({ short, plain, quotes, asks }) => featuresIn([short, plain, ...quotes, ...asks], lexicon));

/** Changes when a file of the corpus does: names, sizes and times of all of them. */
async function signature(corpus: string): Promise<string> {
  const names = await readdir(corpus, { recursive: true });
  const files = await Promise.all(
    names.sort().map(async (name) => {
      const { size, mtimeMs } = await stat(join(corpus, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
  return files.join('\n');
}

interface Watch {
  corpus: string;
  everyMs: number;
  onChange: () => Promise<void>;
  onError: (error: unknown) => void;
}

/** Looks for changes of the corpus, so that what is ingested is answered from without a restart. Returns how to stop. */
export function watchCorpus({ corpus, everyMs, onChange, onError }: Watch): () => void {
  let seen: string | null = null;
  let busy = false;
  async function look(): Promise<void> {
    const now = await signature(corpus);
    if (seen !== null && seen !== now) await onChange();
    seen = now;
  }
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    look()
      .catch(onError)
      .finally(() => {
        busy = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
