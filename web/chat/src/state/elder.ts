import type { Elder, Saved, Turn } from './types.js';

/** getRandomValues is there without https too; randomUUID is not. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

export const newElder = (name: string): Elder => ({
  id: newId(),
  name,
  place: null,
  sessionId: null,
  turns: [],
  draft: '',
  told: [],
  appointments: [],
  waits: [],
  wish: {},
});

/** The one who is spoken for now. */
export const currentElder = ({ elders, current }: Saved): Elder =>
  elders.find(({ id }) => id === current) ?? elders[0];

export const isWaiting = ({ text, reply, failed }: Turn): boolean =>
  text !== undefined && reply === undefined && failed !== true;

/** `saved` with the elder of that id changed; unchanged where there is none. */
export function withElder(saved: Saved, id: string, change: (elder: Elder) => Elder): Saved {
  const [first, ...rest] = saved.elders;
  const apply = (elder: Elder): Elder => (elder.id === id ? change(elder) : elder);
  return { ...saved, elders: [apply(first), ...rest.map(apply)] };
}

/** `elder` with the turn of that id changed. */
export const withTurn = (elder: Elder, messageId: string, change: (turn: Turn) => Turn): Elder => ({
  ...elder,
  turns: elder.turns.map((turn) => (turn.messageId === messageId ? change(turn) : turn)),
});

/** `saved` without that elder; when the last one goes, a new one stands in the place. */
export function withoutElder(saved: Saved, id: string): Saved {
  const [first = newElder('自己'), ...rest] = saved.elders.filter((elder) => elder.id !== id);
  const current = saved.current === id ? first.id : saved.current;
  return { ...saved, elders: [first, ...rest], current };
}
