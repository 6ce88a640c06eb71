/** How the terms of a question lie in a passage: what BM25 does not see. Shares are in [0, 1]. */
export interface Match {
  /** Share of the question's mass that stands in the passage, a term by how long a stretch of it is there: 1 - 1/length. */
  stretches: number;
  /** Where the window with the most of it begins and ends, in terms of the passage. */
  from: number;
  to: number;
}

/** Terms in a window: about two sentences. */
const WINDOW = 60;

/** A question's terms in order, made ready to be looked for in many passages. */
export interface Pattern {
  /** Term ids in order; -1 for one that the collection does not have. */
  sequence: Int32Array;
  /** What each is worth; a repeated term only once. */
  mass: Float32Array;
  total: number;
  /** First place in `sequence` of each term id, by open addressing: id + 1 and place in turn. */
  places: Int32Array;
}

function slotOf(places: Int32Array, id: number): number {
  const mask = places.length - 1;
  let slot = (id << 1) & mask;
  while (places[slot] !== 0 && places[slot] !== id + 1) slot = (slot + 2) & mask;
  return slot;
}

export function pattern(sequence: Int32Array, rarity: (id: number) => number): Pattern {
  const mass = new Float32Array(sequence.length);
  const places = new Int32Array(1 << (4 + Math.ceil(Math.log2(sequence.length + 1))));
  let total = 0;
  for (let i = 0; i < sequence.length; i++) {
    const id = sequence[i] ?? -1;
    if (id < 0) continue;
    const slot = slotOf(places, id);
    if (places[slot] !== 0) continue;
    places[slot] = id + 1;
    places[slot + 1] = i;
    mass[i] = rarity(id);
    total += mass[i] ?? 0;
  }
  return { sequence, mass, total: Math.max(total, 1e-9), places };
}

/** `passage` holds the term ids of a passage in order. Linear in its length and the question's. */
export function match({ sequence, mass, total, places }: Pattern, passage: Uint32Array): Match {
  const longestAt = new Uint16Array(sequence.length);
  const hitPlace: number[] = [];
  const hitAt: number[] = [];
  let begin = -1;
  let place = -1;
  const close = (): void => {
    for (let i = begin; begin >= 0 && i <= place; i++) {
      longestAt[i] = Math.max(longestAt[i] ?? 0, place - begin + 1);
    }
    begin = -1;
  };
  for (let at = 0; at < passage.length; at++) {
    const id = passage[at] ?? 0;
    const slot = slotOf(places, id);
    if (places[slot] === 0) {
      if (begin >= 0) close();
      continue;
    }
    const first = places[slot + 1] ?? 0;
    if (begin >= 0 && sequence[place + 1] === id) place++;
    else {
      close();
      begin = place = first;
    }
    hitPlace.push(first);
    hitAt.push(at);
  }
  close();
  let stretches = 0;
  for (let i = 0; i < sequence.length; i++) {
    const length = longestAt[i] ?? 0;
    if (length > 1) stretches += (mass[i] ?? 0) * (1 - 1 / length);
  }
  return { stretches: stretches / total, ...bestWindow(hitPlace, hitAt, mass) };
}

/** The window of `WINDOW` terms whose distinct hits have the most mass; the first of equals. */
function bestWindow(
  hitPlace: readonly number[],
  hitAt: readonly number[],
  mass: Float32Array,
): { from: number; to: number } {
  const held = new Uint16Array(mass.length);
  const best = { from: 0, to: 0 };
  let most = 0;
  let sum = 0;
  let tail = 0;
  for (let head = 0; head < hitPlace.length; head++) {
    const place = hitPlace[head] ?? 0;
    if (held[place] === 0) sum += mass[place] ?? 0;
    held[place] = (held[place] ?? 0) + 1;
    while ((hitAt[head] ?? 0) - (hitAt[tail] ?? 0) > WINDOW) {
      const gone = hitPlace[tail++] ?? 0;
      held[gone] = (held[gone] ?? 1) - 1;
      if (held[gone] === 0) sum -= mass[gone] ?? 0;
    }
    if (sum > most + 1e-6) {
      most = sum;
      best.from = hitAt[tail] ?? 0;
      best.to = hitAt[head] ?? 0;
    }
  }
  return best;
}
