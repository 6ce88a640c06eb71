import { orthonormalize, symmetricEigen } from './linear-algebra.js';
import type { Postings } from './postings.js';

/**
 * Latent semantic analysis (Deerwester et al. 1990): terms that keep the same company get like vectors, by a
 * truncated SVD of the term × chunk matrix, found by randomised subspace iteration (Halko, Martinsson & Tropp
 * 2011). It needs no download, and the same input gives the same vectors.
 */
export interface LatentModel {
  /** At most the dimension asked for; fewer where the collection is smaller. */
  dimension: number;
  /** Row of each term in `vectors`, or -1: terms of a single chunk keep no company. */
  rowOf: Int32Array;
  vectors: Float32Array;
}

/** Sparse rows with values. */
interface Sparse {
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

const OVERSAMPLING = 8;
/** More chunks than this are sampled for the training: it bounds the time and hardly changes the axes. */
const MOST_COLUMNS = 1500;

/** @param postings of the chunks, which are `owners` in number */
export function trainLatent(postings: Postings, owners: number, dimension: number): LatentModel {
  const stride = Math.max(1, Math.ceil(owners / MOST_COLUMNS));
  const columns = Math.ceil(owners / stride);
  const { matrix, rowOf } = termMatrix(postings, columns, stride);
  const width = Math.min(dimension + OVERSAMPLING, columns, matrix.starts.length - 1);
  const keep = Math.min(dimension, width);
  if (keep < 1) return { dimension: 0, rowOf, vectors: new Float32Array(0) };
  // Two rounds of subspace iteration; all that is dense has a row a chunk, not a row a term.
  const round = (basis: Float32Array): Float32Array =>
    transposeTimes(matrix, times(matrix, basis, width), columns, width);
  let basis = randomSigns(columns, width);
  orthonormalize(basis, columns, width);
  basis = round(basis);
  orthonormalize(basis, columns, width);
  const { values, vectors } = symmetricEigen(innerProducts(basis, round(basis), columns, width), width);
  const axes = new Float32Array(columns * keep);
  for (let row = 0; row < columns; row++) {
    for (let k = 0; k < keep; k++) {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += (basis[row * width + i] ?? 0) * (vectors[i * width + k] ?? 0);
      axes[row * keep + k] = sum / Math.sqrt(Math.max(values[k] ?? 0, 1e-9));
    }
  }
  return { dimension: keep, rowOf, vectors: times(matrix, axes, keep) };
}

/** aᵀ · b, made symmetric. */
function innerProducts(a: Float32Array, b: Float32Array, rows: number, width: number): Float64Array {
  const out = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < width; i++) {
      const value = a[row * width + i] ?? 0;
      for (let j = 0; j < width; j++) {
        out[i * width + j] = (out[i * width + j] ?? 0) + value * (b[row * width + j] ?? 0);
      }
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) {
      const mean = ((out[i * width + j] ?? 0) + (out[j * width + i] ?? 0)) / 2;
      out[i * width + j] = out[j * width + i] = mean;
    }
  }
  return out;
}

/**
 * Terms of two columns and more, at most a third of all, with BM25 × idf as values and columns of unit length.
 * A column is every `stride`-th owner.
 */
function termMatrix(
  { starts, owners, weights, idf }: Postings,
  count: number,
  stride: number,
): { matrix: Sparse; rowOf: Int32Array } {
  const rowOf = new Int32Array(idf.length).fill(-1);
  const rowStarts = [0];
  const columns = new Uint32Array(owners.length);
  const values = new Float32Array(owners.length);
  const norms = new Float32Array(count);
  const most = Math.max(2, count / 3);
  let kept = 0;
  for (let term = 0; term < idf.length; term++) {
    const begin = kept;
    for (let i = starts[term] ?? 0; i < (starts[term + 1] ?? 0); i++) {
      const owner = owners[i] ?? 0;
      if (owner % stride !== 0) continue;
      columns[kept] = owner / stride;
      values[kept++] = (weights[i] ?? 0) * (idf[term] ?? 0);
    }
    if (kept - begin < 2 || kept - begin > most) {
      kept = begin;
      continue;
    }
    for (let i = begin; i < kept; i++) {
      norms[columns[i] ?? 0] = (norms[columns[i] ?? 0] ?? 0) + (values[i] ?? 0) ** 2;
    }
    rowOf[term] = rowStarts.length - 1;
    rowStarts.push(kept);
  }
  for (let i = 0; i < kept; i++) values[i] = (values[i] ?? 0) / Math.sqrt(norms[columns[i] ?? 0] || 1);
  return {
    matrix: {
      starts: Uint32Array.from(rowStarts),
      columns: columns.subarray(0, kept),
      values: values.subarray(0, kept),
    },
    rowOf,
  };
}

/** A reproducible ±1 matrix, `rows` × `width`: xorshift32 from a fixed seed. */
function randomSigns(rows: number, width: number): Float32Array {
  const signs = new Float32Array(rows * width);
  let state = 0x2545f491;
  for (let i = 0; i < signs.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    signs[i] = state < 0 ? -1 : 1;
  }
  return signs;
}

/** matrix · dense: (rows × columns) · (columns × width). */
function times({ starts, columns, values }: Sparse, dense: Float32Array, width: number): Float32Array {
  const rows = starts.length - 1;
  const out = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    const to = row * width;
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const from = (columns[i] ?? 0) * width;
      const value = values[i] ?? 0;
      for (let k = 0; k < width; k++) out[to + k] = (out[to + k] ?? 0) + value * (dense[from + k] ?? 0);
    }
  }
  return out;
}

/** matrixᵀ · dense: (columns × rows) · (rows × width). */
function transposeTimes(
  matrix: Sparse,
  dense: Float32Array,
  columnCount: number,
  width: number,
): Float32Array {
  const { starts, columns, values } = matrix;
  const out = new Float32Array(columnCount * width);
  for (let row = 0; row < starts.length - 1; row++) {
    const from = row * width;
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
      const to = (columns[i] ?? 0) * width;
      const value = values[i] ?? 0;
      for (let k = 0; k < width; k++) out[to + k] = (out[to + k] ?? 0) + value * (dense[from + k] ?? 0);
    }
  }
  return out;
}

/** Unit vector of a bag of terms; zeros where it has no term that the model knows. */
export function embedTerms(
  model: LatentModel,
  terms: ArrayLike<number>,
  weightAt: (index: number) => number,
): Float32Array {
  const { dimension, rowOf, vectors } = model;
  const out = new Float32Array(dimension);
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] ?? -1;
    const row = term < 0 ? -1 : (rowOf[term] ?? -1);
    if (row < 0) continue;
    const weight = weightAt(i);
    for (let k = 0; k < dimension; k++) out[k] = (out[k] ?? 0) + weight * (vectors[row * dimension + k] ?? 0);
  }
  return normalize(out);
}

export function normalize(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  if (length > 0) for (let k = 0; k < vector.length; k++) vector[k] = (vector[k] ?? 0) / length;
  return vector;
}
