/** A line cut off at `longest`: `text` is its beginning. */
export interface Line {
  text: string;
  whole: boolean;
}

/**
 * The lines of a stream of UTF-8, each up to `longest` UTF-16 units, parted by LF or CRLF alone (U+2028 is text);
 * bytes that are no UTF-8 become U+FFFD. Holds no more than one line and one chunk at a time.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let held = '';
  let whole = true;
  const add = (part: string): void => {
    if (held.length + part.length > longest + 1) whole = false;
    held = (held + part).slice(0, longest + 1);
  };
  const taken = (): Line => {
    const text = held.endsWith('\r') ? held.slice(0, -1) : held;
    const line = { text: text.slice(0, longest), whole: whole && text.length <= longest };
    held = '';
    whole = true;
    return line;
  };
  for await (const chunk of chunks) {
    const parts = decoder.decode(chunk, { stream: true }).split('\n');
    for (const [i, part] of parts.entries()) {
      if (i > 0) yield taken();
      add(part);
    }
  }
  add(decoder.decode());
  if (held !== '') yield taken();
}
