import type { Benefit } from '../benefits/schema.js';
import type { Library } from '../knowledge/library.js';
import type { ProvisionMatcher } from '../knowledge/provisions/matcher.js';
import type { Neighbours } from '../knowledge/provisions/neighbours.js';
import type { EmbeddedIndex } from '../knowledge/search/embedded-index.js';
import type { Region } from '../knowledge/types.js';
import type { BenefitNames } from '../language/benefit-names.js';
import type { Lexicon } from '../language/lexicon.js';
import type { Thesaurus } from '../language/thesaurus.js';

/** What the bot reads from, as it is at the start of a turn. */
export interface House {
  library: Library;
  provisions: ProvisionMatcher;
  /** What policies may not be about, though it is close to what they are about. */
  neighbours: Neighbours;
  /** Searched with a model's vectors; null where no embedder is configured. */
  embedded: EmbeddedIndex | null;
  /** What the policies grant, as rules. */
  benefits: readonly Benefit[];
  lexicon: Lexicon;
  benefitNames: BenefitNames;
  /** By which a question is held against a document that nobody has prepared. */
  thesaurus: Thesaurus;
  /** Simplified characters, homophones of domain words repaired; as long as the text given. */
  normalize(text: string): string;
  /** Numbers that may be said without a clause. */
  hotlines: ReadonlySet<number>;
  /** Places that policies are held for, in the order of the corpus. */
  held: readonly Region[];
}
