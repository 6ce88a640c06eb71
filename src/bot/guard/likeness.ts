import models from './tables/likeness.json' with { type: 'json' };

/** A linear model: hundredths of a logit for each feature that a text has. */
export interface Model {
  bias: number;
  weights: Record<string, number>;
}

/** Longer talk is judged by its pieces: a danger in one is not outvoted by the others. */
const LONGEST = 80;
/** Log odds from which a text is taken for one of despair, or of a scam, rather than of an emergency. */
const NAMED = -1;

/** The stretches of up to three characters of `text`, and the pairs with one character between. */
export function features(text: string): string[] {
  const told = `^${text}$`;
  const all = new Set<string>();
  for (let i = 0; i < told.length; i++) {
    for (let n = 1; n <= 3 && i + n <= told.length; n++) all.add(told.slice(i, i + n));
    if (i + 2 < told.length) all.add(`${told.charAt(i)}_${told.charAt(i + 2)}`);
  }
  return [...all];
}

function scorer({ bias, weights }: Model): (has: readonly string[]) => number {
  const table = new Map(Object.entries(weights));
  return (has) => has.reduce((sum, feature) => sum + (table.get(feature) ?? 0), bias) / 100;
}

const danger = scorer(models.danger);
const crisis = scorer(models.crisis);
const scam = scorer(models.scam);

export interface Likeness {
  /** Log odds of any danger. */
  logit: number;
  /** Which danger, if one. */
  kind(): 'emergency' | 'crisis' | 'scam';
}

/**
 * How like the dangers of `evals/guard` a normalised text sounds. It hears what nobody put in a table; logistic
 * regression, trained by `evals/guard/train.ts`.
 */
export function likeness(text: string): Likeness {
  let logit = Number.NEGATIVE_INFINITY;
  let worst: string[] = [];
  for (let start = 0; start === 0 || start < text.length; start += LONGEST) {
    const has = features(text.slice(start, start + LONGEST));
    const odds = danger(has);
    if (odds > logit) {
      logit = odds;
      worst = has;
    }
  }
  const kind = (): 'emergency' | 'crisis' | 'scam' => {
    const [despair, fraud] = [crisis(worst), scam(worst)];
    if (Math.max(despair, fraud) < NAMED) return 'emergency';
    return despair > fraud ? 'crisis' : 'scam';
  };
  return { logit, kind };
}
