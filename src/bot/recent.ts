/**
 * The last results of a pure function, by a key of its arguments: people ask the same things, and a button sends the
 * same words. Least recently used go first. Nothing of it is stored.
 */
export class Recent<V> {
  readonly #kept = new Map<string, V>();

  /** A key longer than `longestKey` is not kept: a story told at length only pushes out what is asked often. */
  constructor(
    private readonly most: number,
    private readonly longestKey = 200,
  ) {}

  get(key: string, make: () => V): V {
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const made = make();
    if (key.length <= this.longestKey) this.#kept.set(key, made);
    if (this.#kept.size > this.most) {
      const oldest = this.#kept.keys().next().value;
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    return made;
  }
}

/** The last results for each owner, a corpus: they go when it does. */
export function recentOf<V>(most: number): (owner: object) => Recent<V> {
  const kept = new WeakMap<object, Recent<V>>();
  return (owner) => {
    const recent = kept.get(owner) ?? new Recent<V>(most);
    kept.set(owner, recent);
    return recent;
  };
}
