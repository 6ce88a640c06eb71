import type { Region } from '../../knowledge/types.js';
import type { LocalDateTime } from '../../language/calendar.js';
import type { Lexicon } from '../../language/lexicon.js';
import { read } from '../../language/read.js';
import type { Readings } from '../../language/types.js';
import { type Facts, kinWords, readFacts } from './facts/index.js';
import { type Intent, readIntent } from './intent.js';

/** A line on its own, without a conversation: what `yiwen understand` prints. Spans count in `text`. */
export interface LineRead extends Readings {
  text: string;
  /** Simplified, homophones of domain words repaired; of the length of `text`. */
  normalized: string;
  intent: Intent;
  facts: Facts;
}

interface LineTools {
  lexicon: Lexicon;
  normalize(text: string): string;
  /** Places that policies are held for. */
  held: readonly Region[];
}

/** Makes the function that reads a line at the local time `now`; linear in its length, whatever it holds. */
export function createLineReader({ lexicon, normalize, held }: LineTools) {
  const factTools = { kin: kinWords(lexicon), held };
  return (text: string, now: LocalDateTime): LineRead => {
    const normalized = normalize(text);
    const readings = read(text, now);
    const facts = readFacts(normalized, now, factTools, readings);
    return { text, normalized, ...readings, intent: readIntent(normalized, facts, { lexicon }), facts };
  };
}
