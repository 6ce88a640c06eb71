import { get } from '../api.js';
import { changeElder } from '../state/store.js';
import type { Place } from '../state/types.js';

export interface Found {
  places: Place[];
}

export const placesCalled = (name: string): Promise<Found> =>
  get(`api/places?${new URLSearchParams({ q: name })}`);

/** Names of places are no longer. */
const LONGEST_NAME = 20;

/** Chooses the place where the words are the name of one and nothing else, as they are when it was asked for in talk. */
export async function choosePlaceCalled(words: string, elderId: string): Promise<void> {
  if (words.length > LONGEST_NAME) return;
  // Without an answer the place is open, as before.
  const { places } = await placesCalled(words).catch(() => ({ places: [] }));
  const [only, ...others] = places;
  if (only !== undefined && others.length === 0)
    changeElder(elderId, (elder) => ({ ...elder, place: elder.place ?? only }));
}
