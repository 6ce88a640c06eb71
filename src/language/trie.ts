interface Node<T> {
  next: Map<number, Node<T>>;
  value: T | undefined;
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

  /** The longest word that begins at `start`; `end` is exclusive. */
  longest(text: string, start: number): { value: T; end: number } | undefined {
    let node: Node<T> | undefined = this.#root;
    let found: { value: T; end: number } | undefined;
    for (let i = start; i < text.length; i++) {
      node = node.next.get(text.charCodeAt(i));
      if (!node) break;
      if (node.value !== undefined) found = { value: node.value, end: i + 1 };
    }
    return found;
  }

  /** Matches from left to right, none overlapping another. */
  *matches(text: string): Generator<{ value: T; start: number; end: number }> {
    for (let start = 0; start < text.length; ) {
      const found = this.longest(text, start);
      if (found) yield { value: found.value, start, end: found.end };
      start = found?.end ?? start + 1;
    }
  }
}
