import { LinearModels } from '../../language/likeness/linear-model.js';
import learned from './tables/likeness.json' with { type: 'json' };

/** Longer talk is judged by its pieces: a danger in one is not outvoted by the others. */
const LONGEST = 80;
/** Log odds from which a text is taken for one of despair, or of a scam, rather than of an emergency. */
const NAMED = -1;

const models = new LinearModels(learned, ['danger', 'crisis', 'scam']);

export interface Likeness {
  /** Log odds of any danger. */
  logit: number;
  /** Which danger, if one. */
  kind: 'emergency' | 'crisis' | 'scam';
}

/**
 * How like the dangers of `evals/guard` a normalised text sounds. It hears what nobody put in a table; logistic
 * regression, trained by `evals/guard/train.ts`.
 */
export function likeness(text: string): Likeness {
  let worst = ofPiece(text.slice(0, LONGEST));
  for (let start = LONGEST; start < text.length; start += LONGEST) {
    const other = ofPiece(text.slice(start, start + LONGEST));
    if (other.logit > worst.logit) worst = other;
  }
  return worst;
}

function ofPiece(text: string): Likeness {
  const [danger = 0, crisis = 0, scam = 0] = models.oddsOf(text);
  const named = crisis > scam ? 'crisis' : 'scam';
  return { logit: danger, kind: Math.max(crisis, scam) < NAMED ? 'emergency' : named };
}
