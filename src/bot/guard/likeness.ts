import { features, keyOf } from './features.js';
import models from './tables/likeness.json' with { type: 'json' };

/** Longer talk is judged by its pieces: a danger in one is not outvoted by the others. */
const LONGEST = 80;
/** Log odds from which a text is taken for one of despair, or of a scam, rather than of an emergency. */
const NAMED = -1;
/** Hundredths of a logit for each feature. */
const weightsOf = (model: string): Int16Array => Int16Array.from(model.split(' ').map(Number));

/** Of each feature: where its weights stand, and the text in which it was last counted. */
const places = new Map(models.features.split('|').map((feature, place) => [keyOf(feature), place]));
const countedIn = new Uint32Array(places.size);
const ofDanger = weightsOf(models.danger);
const ofCrisis = weightsOf(models.crisis);
const ofScam = weightsOf(models.scam);
let turn = 0;

interface Odds {
  danger: number;
  crisis: number;
  scam: number;
}

/** Log odds: each feature counts once, however often it is there. */
function oddsOf(text: string): Odds {
  turn += 1;
  let { danger, crisis, scam } = models.bias;
  for (const key of features(text)) {
    const place = places.get(key);
    if (place === undefined || countedIn[place] === turn) continue;
    countedIn[place] = turn;
    danger += ofDanger[place] ?? 0;
    crisis += ofCrisis[place] ?? 0;
    scam += ofScam[place] ?? 0;
  }
  return { danger: danger / 100, crisis: crisis / 100, scam: scam / 100 };
}

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
  let worst = oddsOf(text.slice(0, LONGEST));
  for (let start = LONGEST; start < text.length; start += LONGEST) {
    const odds = oddsOf(text.slice(start, start + LONGEST));
    if (odds.danger > worst.danger) worst = odds;
  }
  const { danger, crisis, scam } = worst;
  const named = crisis > scam ? 'crisis' : 'scam';
  return { logit: danger, kind: Math.max(crisis, scam) < NAMED ? 'emergency' : named };
}
