const KEY = 'yiwen';
const LONGEST = 200;

const EMPTY = { sessionId: null, place: '', draft: '', larger: false, said: [] };

/**
 * What a reload must not lose, kept for this tab alone. `said`: in order, `{ messageId, text, reply? }`, where a
 * message without a reply is still to be answered, and one without a text is a reply to nobody.
 */
export function recall() {
  try {
    return { ...EMPTY, ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') };
  } catch {
    return { ...EMPTY };
  }
}

export function remember(state) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ ...state, said: state.said.slice(-LONGEST) }));
  } catch {
    // A full or forbidden storage costs only the memory over a reload.
  }
}
