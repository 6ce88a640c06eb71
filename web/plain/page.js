import { connect } from './connection.js';
import { recall, remember } from './memory.js';
import { answer, coming, greeting, option, ownWords } from './view.js';

const UNKNOWN_SESSION = 'unknown-session';
const [place, notice, log, form, text] = ['place', 'notice', 'log', 'form', 'text'].map((id) =>
  document.getElementById(id),
);
const state = recall();
/** The reply that is being received, by sentences. */
let arriving = '';

function show() {
  remember(state);
  const articles = state.said.flatMap((turn, i) => [
    ...(turn.text === undefined ? [] : [ownWords(turn, () => again(turn))]),
    ...(turn.reply ? [answer(turn.reply, i === state.said.length - 1, say)] : []),
  ]);
  if (waiting().length > 0) articles.push(coming(arriving));
  log.replaceChildren(...(articles.length > 0 ? articles : [greeting()]));
  // A reply is read from its beginning, under the words it answers.
  [...log.querySelectorAll('.own')].at(-1)?.scrollIntoView({ block: 'start' });
}

const waiting = () => state.said.filter(({ reply, failed }) => !reply && !failed);

function tell(words) {
  notice.textContent = words;
  notice.hidden = words === '';
}

// getRandomValues is there without https too; randomUUID is not.
const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');

function say(words) {
  const turn = { messageId: newId(), text: words, region: state.place };
  state.said.push(turn);
  transmit(turn);
  show();
}

/** The same messageId: what was answered before is not done twice. */
function again(turn) {
  delete turn.failed;
  transmit(turn);
  show();
}

function transmit({ messageId, text: words, region }) {
  send({ type: 'user', messageId, text: words, ...(region ? { region } : {}) });
}

/** After every loss: first what was missed, then what was never answered. */
function goOn() {
  arriving = '';
  if (state.sessionId) send({ type: 'resume', sessionId: state.sessionId });
  else waiting().forEach(transmit);
}

function receive(message) {
  if (message.type === 'session') {
    const resumed = message.sessionId === state.sessionId;
    state.sessionId = message.sessionId;
    remember(state);
    if (resumed) waiting().forEach(transmit);
  } else if (message.type === 'delta') {
    arriving += message.text;
    show();
  } else if (message.type === 'reply') {
    arriving = '';
    const turn = state.said.find(({ messageId }) => messageId === message.messageId);
    if (turn) Object.assign(turn, { reply: message.reply, failed: false });
    else state.said.push({ messageId: message.messageId, reply: message.reply });
    tell('');
    show();
  } else if (message.code === UNKNOWN_SESSION) {
    state.sessionId = null;
    tell('上次的对话已经结束，从这里重新开始。');
    waiting().forEach(transmit);
  } else {
    const [first] = waiting();
    if (first) first.failed = true;
    tell(message.message);
    show();
  }
}

const send = connect({
  onOpen: goOn,
  onMessage: receive,
  onState: (now) => tell(now === 'open' ? '' : '网络断了，正在重新连接……您说的话都留着。'),
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const words = text.value.trim();
  if (words === '') return text.focus();
  text.value = '';
  state.draft = '';
  say(words);
  text.focus();
});

text.addEventListener('input', () => {
  state.draft = text.value;
  remember(state);
});

text.addEventListener('keydown', (event) => {
  // Enter while a Chinese input method is composing picks a word; it does not send.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

place.addEventListener('change', () => {
  state.place = place.value;
  remember(state);
});

document.getElementById('restart').addEventListener('click', () => {
  Object.assign(state, { sessionId: null, said: [] });
  remember(state);
  location.reload();
});

const larger = document.getElementById('larger');
function size() {
  document.documentElement.dataset.size = state.larger ? 'larger' : '';
  larger.setAttribute('aria-pressed', String(state.larger));
  remember(state);
}
larger.addEventListener('click', () => {
  state.larger = !state.larger;
  size();
});

async function loadPlaces() {
  const response = await fetch('api/documents');
  if (!response.ok) throw new Error(`documents: ${response.status}`);
  const { documents } = await response.json();
  const places = new Map(documents.map(({ region }) => [region.adcode, region]));
  place.append(...[...places.values()].map(option));
  place.value = state.place;
}

text.value = state.draft;
size();
show();
loadPlaces().catch(() => tell('地方没有取到，您可以在话里说老人在哪里。'));
