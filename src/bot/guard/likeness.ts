import { integersOf } from '../../language/model-file.js';
import { FeatureTable } from './feature-table.js';
import { forEachFeature } from './features.js';
import models from './tables/likeness.json' with { type: 'json' };

/** Longer talk is judged by its pieces: a danger in one is not outvoted by the others. */
const LONGEST = 80;
/** Log odds from which a text is taken for one of despair, or of a scam, rather than of an emergency. */
const NAMED = -1;
/** Of each feature: where its weights stand, and the text in which it was last counted. */
const places = new FeatureTable(models.features);
/** Hundredths of a logit for each feature. */
const ofDanger = integersOf(models.danger);
const ofCrisis = integersOf(models.crisis);
const ofScam = integersOf(models.scam);
const countedIn = new Uint32Array(ofDanger.length);
let turn = 0;

interface Odds {
  danger: number;
  crisis: number;
  scam: number;
}

/** Places of the features of the text at hand, each once. */
const there = new Uint32Array(4 * (LONGEST + 2));
let count = 0;

function take(first: number, second: number, third: number): void {
  const place = places.find(first, second, third);
  if (place < 0 || countedIn[place] === turn) return;
  countedIn[place] = turn;
  there[count++] = place;
}

/** Log odds: each feature counts once, however often it is there. */
function oddsOf(text: string): Odds {
  turn += 1;
  count = 0;
  forEachFeature(text, take);
  let { danger, crisis, scam } = models.bias;
  for (let i = 0; i < count; i++) {
    const place = there[i] ?? 0;
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
