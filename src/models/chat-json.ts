import type { z } from 'zod';
import { ModelError } from './chat.js';

/** Fences that models put around JSON though they are told not to. */
const FENCE = /^\s*```(?:json)?|```\s*$/gu;

/** The whole reply as JSON of the schema. Throws {@link ModelError} `empty` or `malformed`. */
export async function wholeJson<T>(pieces: AsyncIterable<string>, schema: z.ZodType<T>): Promise<T> {
  let text = '';
  for await (const piece of pieces) text += piece;
  const bare = text.replace(FENCE, '').trim();
  if (bare === '') throw new ModelError('empty', 'nothing was replied');
  return checked(bare, schema);
}

/**
 * The objects in the array of a JSON reply `{…, "…": [{…}, {…}]}`, each as soon as it is whole; `onHead` is
 * given what stands before the array. Linear in the reply. Throws {@link ModelError} `empty` or
 * `malformed`, also where the reply ends before it is whole.
 */
export async function* itemsOf<T>(
  pieces: AsyncIterable<string>,
  schema: z.ZodType<T>,
  onHead: (text: string) => void = () => {},
): AsyncGenerator<T> {
  let depth = 0;
  let inString = false;
  let escaped = false;
  let item: string | null = null;
  let opened = false;
  let head: string | null = '';
  for await (const piece of pieces) {
    for (const c of piece) {
      if (item !== null) item += c;
      if (head !== null) head += c;
      if (inString) {
        if (escaped) escaped = false;
        else if (c === '\\') escaped = true;
        else if (c === '"') inString = false;
        continue;
      }
      if (c === '"') inString = true;
      else if (c === '{' || c === '[') {
        depth++;
        opened = true;
        if (c === '[' && depth === ITEM_DEPTH - 1 && head !== null) {
          onHead(head);
          head = null;
        }
        // Of {"sentences": [{…}]} the third opening begins an item.
        if (depth === ITEM_DEPTH && c === '{' && item === null) item = c;
      } else if (c === '}' || c === ']') {
        depth--;
        if (depth === ITEM_DEPTH - 1 && item !== null) {
          yield checked(item, schema);
          item = null;
        }
        if (depth === 0) return;
      }
    }
  }
  throw new ModelError(opened ? 'cut' : 'empty', 'the reply ends before it is whole');
}

const ITEM_DEPTH = 3;

function checked<T>(json: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new ModelError('malformed', 'no JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ModelError('malformed', 'JSON of another shape');
  return parsed.data;
}
