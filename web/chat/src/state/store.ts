import { useSyncExternalStore } from 'react';
import { currentElder, withElder } from './elder.js';
import { recall, remember, watchOtherTabs } from './memory.js';
import type { Elder, Look, Saved } from './types.js';

/** A value that components follow. */
export interface Store<T> {
  get(): T;
  set(next: T): void;
  subscribe(listener: () => void): () => void;
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export const useStore = <T>({ subscribe, get }: Store<T>): T => useSyncExternalStore(subscribe, get);

/** What is remembered on this telephone. */
export const saved = createStore(recall());
watchOtherTabs(() => saved.set(recall()));

export function change(edit: (saved: Saved) => Saved): void {
  saved.set(edit(saved.get()));
  remember(saved.get());
}

export const changeElder = (id: string, edit: (elder: Elder) => Elder): void =>
  change((held) => withElder(held, id, edit));

export const changeLook = (edit: (look: Look) => Look): void =>
  change((held) => ({ ...held, look: edit(held.look) }));

export const useElder = (): Elder => currentElder(useStore(saved));
export const useLook = (): Look => useStore(saved).look;
