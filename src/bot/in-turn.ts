/** Jobs one after the other for each key, in this process. */
interface InTurn {
  /** Runs `job` after all earlier ones of this key, whatever became of them. */
  <T>(key: string, job: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is left to run. */
  idle(): Promise<void>;
}

export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  function inTurn<T>(key: string, job: () => Promise<T>): Promise<T> {
    const result = (last.get(key) ?? Promise.resolve()).then(job, job);
    const settled = result.then(
      () => {},
      () => {},
    );
    last.set(key, settled);
    void settled.then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    return result;
  }
  return Object.assign(inTurn, {
    async idle() {
      while (last.size > 0) await Promise.all(last.values());
    },
  });
}
