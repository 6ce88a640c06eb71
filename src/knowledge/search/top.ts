/** Indices of the `limit` highest positive scores among those allowed, best first, ties by index. */
export function top(scores: Float32Array, allowed: Uint8Array | null, limit: number): number[] {
  const best: number[] = [];
  let floor = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] ?? 0;
    if (score <= floor || (allowed !== null && allowed[i] !== 1)) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at--;
    best.splice(at, 0, i);
    if (best.length > limit) best.pop();
    if (best.length === limit) floor = scores[best[limit - 1] ?? 0] ?? 0;
  }
  return best;
}
