import { ModelError } from './chat.js';

/** More than any answer needs: a server that sends on and on is cut off. */
const MOST_BYTES = 1024 * 1024;
const LONGEST_MESSAGE = 200;

type Fetch = typeof globalThis.fetch;

/**
 * `fetch` for one call of a model's server: it ends with `signal`, whatever the SDK above does with its own; what is
 * no success becomes a {@link ModelError} before the SDK sees it; a body is at most 1 MiB. `checkLine` is given each
 * line of a body of lines (NDJSON).
 */
export function modelFetch(signal: AbortSignal, checkLine?: (line: string) => void): Fetch {
  return async (input, init) => {
    const both = init?.signal ? AbortSignal.any([init.signal, signal]) : signal;
    let response: Response;
    try {
      response = await fetch(input, { ...init, signal: both });
    } catch (error) {
      throw asModelError(error, signal, 'away');
    }
    if (!response.ok) throw await statusError(response);
    if (response.body === null) return response;
    const guarded = response.body.pipeThrough(limited(checkLine));
    const { status, headers } = response;
    return new Response(guarded, { status, headers });
  };
}

async function statusError(response: Response): Promise<ModelError> {
  const text = await response.text().catch(() => '');
  const message = `HTTP ${response.status} ${text.slice(0, LONGEST_MESSAGE)}`.trim();
  const { status } = response;
  return new ModelError(status === 429 ? 'limited' : status >= 500 ? 'failing' : 'refused', message);
}

/** Lets bytes through as they are, up to the most; whole lines are checked on the way. */
function limited(checkLine?: (line: string) => void): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder('utf-8');
  let bytes = 0;
  let open = '';
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) throw new ModelError('too_long', `more than ${MOST_BYTES} bytes`);
      if (checkLine) {
        const lines = `${open}${decoder.decode(chunk, { stream: true })}`.split('\n');
        open = lines.pop() ?? '';
        lines.forEach(checkLine);
      }
      controller.enqueue(chunk);
    },
    flush() {
      open += decoder.decode();
      if (checkLine && open.trim() !== '') checkLine(open);
    },
  });
}

/** The error as one of the model's; `otherwise` where nothing better is known. */
export function asModelError(
  error: unknown,
  signal: AbortSignal,
  otherwise: ModelError['fault'],
): ModelError {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ModelError) return cause;
  }
  if (signal.aborted) return new ModelError('aborted', 'aborted');
  const message = error instanceof Error ? error.message : String(error);
  return new ModelError(otherwise, message.slice(0, LONGEST_MESSAGE));
}

/** Every item of `source`; ends with `aborted` as soon as `signal` fires, though `source` may be stuck. */
export async function* until<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const items = source[Symbol.asyncIterator]();
  const aborted = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new ModelError('aborted', 'aborted'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  aborted.catch(() => {});
  try {
    for (;;) {
      const next = await Promise.race([items.next(), aborted]);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not waited for: a source that is stuck would hold up whoever waits for the answer.
    void Promise.resolve(items.return?.()).catch(() => {});
  }
}
