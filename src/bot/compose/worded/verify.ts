import { conditions } from './gates/conditions.js';
import { figures, names } from './gates/figures.js';
import { foreign, form, leak } from './gates/form.js';
import type { Claim, Gate, GateTools, Stopped } from './gates/gate.js';
import { negation } from './gates/negation.js';
import { authorities, places } from './gates/places.js';
import { force, outcome, reach, silence, support } from './gates/sense.js';
import { type Ground, groundOf, type Item } from './ground.js';
import { piecesOf, squared } from './pieces.js';

/** A sentence as a model gives it: its words and the numbers, from 1, of the items that it rests on. */
export interface Draft {
  text: string;
  items: readonly number[];
}

/** What is asked of each sentence, the cheapest first. */
const GATES: readonly Gate[] = [
  form,
  foreign,
  leak,
  names,
  figures,
  places,
  authorities,
  reach,
  force,
  outcome,
  silence,
  support,
];

/** Goes along with an answer, sentence by sentence. */
interface Verifier {
  /** Why this sentence may not go out, or null. A sentence that may is counted as said. */
  take(draft: Draft): Stopped | null;
  /** Why what was said so far may not stand alone: a condition is still to come. */
  pending(): Stopped | null;
  /** Why all that was said is not the whole answer, or null. */
  whole(): Stopped | null;
}

/** Promises 1, 2 and 7 on what a model wrote over `items`. */
export function createVerifier(items: readonly Item[], tools: GateTools): Verifier {
  const said: Claim[] = [];
  const grounds = items.map((item) => groundOf(item, tools.lexicon));
  return {
    take({ text, items: numbers }) {
      const bound = numbers.map((n) => grounds[n - 1]).filter((g): g is Ground => g !== undefined);
      if (bound.length === 0 || bound.length < numbers.length) return 'unbound';
      const words = squared(text);
      const claim: Claim = { text: words, pieces: piecesOf(words, tools.lexicon), grounds: bound };
      for (const gate of GATES) {
        const stopped = gate(claim, tools);
        if (stopped !== null) return stopped;
      }
      said.push(claim);
      return null;
    },
    pending: () => negation(said) ?? conditions(said),
    whole() {
      const used = new Set(said.flatMap((c) => c.grounds));
      return grounds.some((g) => !used.has(g)) ? 'incomplete' : (negation(said) ?? conditions(said));
    },
  };
}
