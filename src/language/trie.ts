interface Node<T> {
  next: Map<number, Node<T>>;
  value: T | undefined;
}

export interface Found<T> {
  value: T;
  start: number;
  /** Exclusive. */
  end: number;
}

/** Words with a value each, matched leftmost and longest. A line costs its length times the longest word's. */
export class Trie<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };

  /** A later value for the same word replaces the earlier one. */
  set(word: string, value: T): void {
    let node = this.#root;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      let child = node.next.get(unit);
      if (!child) {
        child = { next: new Map(), value: undefined };
        node.next.set(unit, child);
      }
      node = child;
    }
    node.value = value;
  }

  /** The longest word that begins at `start`. */
  longest(text: string, start: number): Found<T> | undefined {
    let node: Node<T> | undefined = this.#root;
    let value: T | undefined;
    let end = start;
    for (let i = start; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.value === undefined) continue;
      value = node.value;
      end = i + 1;
    }
    return value === undefined ? undefined : { value, start, end };
  }

  /** Matches from left to right, none overlapping another; where `stands` says no, the word is passed over. */
  matches(text: string, stands: (start: number, end: number) => boolean = () => true): Found<T>[] {
    const all: Found<T>[] = [];
    for (let start = 0; start < text.length; ) {
      const longest = this.longest(text, start);
      const found = longest && stands(start, longest.end) ? longest : undefined;
      if (found) all.push(found);
      start = found?.end ?? start + 1;
    }
    return all;
  }
}
