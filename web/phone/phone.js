import { createVoice } from './voice.js';

const find = (id) => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no element ${id}`);
  return element;
};

const state = find('state');
const talk = find('talk');
const documents = find('documents');
const words = find('words');
const inCall = [find('hangup'), words, find('speak'), find('listen')];

/** Milliseconds a character takes where there is no voice: 160 a minute. */
const SILENT_MS = 60_000 / 160;

const voice = createVoice({ silentMs: SILENT_MS, wanted: () => find('voice').value === 'on' });
let line = null;

const send = (message) => {
  if (line?.readyState === WebSocket.OPEN) line.send(JSON.stringify(message));
};

function show(list, text, kind) {
  const item = document.createElement(list === documents ? 'li' : 'p');
  item.textContent = text;
  item.className = kind;
  list.append(item);
  list.scrollTop = list.scrollHeight;
}

function setInCall(on) {
  for (const element of [...inCall, ...find('keys').children]) element.disabled = !on;
  find('dial').disabled = on;
  if (on) words.focus();
}

const ENDS = { caller: '您挂断了', hangup: '热线挂断了', over: '通话结束', error: '通话出错，断了' };
const LISTENS = { dial: '正在接人工', record: '滴——请留言', connect: '接入语音中继', play: '放音' };

const onEvent = {
  document: ({ url, body, params }) => {
    const heard = params.SpeechResult ?? params.Digits ?? '';
    show(
      documents,
      `POST ${new URL(url).pathname}${heard === '' ? '' : `  ${heard}`}\n${pretty(body)}`,
      'document',
    );
  },
  say: ({ text }) => {
    show(talk, text, 'line');
    state.textContent = '热线在说话，您可以随时打断';
    voice.say(text, () => {
      state.textContent = '请说话，或者按键';
      send({ type: 'played' });
    });
  },
  cut: () => voice.stop(),
  caller: ({ what }) => show(talk, what, 'caller'),
  error: ({ code, url }) => show(documents, `出错 ${code} ${url}`, 'error'),
  ended: ({ why }) => {
    voice.stop();
    state.textContent = ENDS[why];
    setInCall(false);
  },
};

function onMessage({ data }) {
  const message = JSON.parse(data);
  if (message.type === 'event') {
    const { event } = message;
    if (event.kind in LISTENS) state.textContent = LISTENS[event.kind];
    onEvent[event.kind]?.(event);
  } else if (message.type === 'relay') {
    const { direction, message: sent } = message;
    if (direction === 'to') show(documents, `→ ${JSON.stringify(sent)}`, 'relay');
    else {
      show(talk, sent.text, 'line');
      voice.queue(sent.text);
    }
    if (sent.type === 'interrupt') voice.stop();
  } else if (message.type === 'error') state.textContent = message.message;
}

/** An element a line, nested ones indented. */
function pretty(xml) {
  let depth = 0;
  return xml
    .replace(/></g, '>\n<')
    .split('\n')
    .map((row) => {
      if (row.startsWith('</')) depth--;
      const shown = '  '.repeat(Math.max(0, depth)) + row;
      if (/^<[^/?][^>]*[^/]>$/.test(row)) depth++;
      return shown;
    })
    .join('\n');
}

find('dial').addEventListener('click', () => {
  talk.replaceChildren();
  documents.replaceChildren();
  line?.close();
  state.textContent = '正在接通';
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const opened = new WebSocket(`${scheme}://${location.host}/phone/line`);
  line = opened;
  opened.addEventListener('message', (event) => {
    if (JSON.parse(event.data).type !== 'ready') return onMessage(event);
    const [mode, desk] = [find('mode').value, find('desk').value];
    send({ type: 'dial', mode, desk, from: find('from').value.trim() || 'anonymous' });
    setInCall(true);
  });
  opened.addEventListener('close', () => {
    if (line !== opened) return;
    voice.stop();
    setInCall(false);
  });
});

find('hangup').addEventListener('click', () => send({ type: 'hangup' }));
find('settings').addEventListener('submit', (event) => event.preventDefault());
find('say').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = words.value.trim();
  if (text === '') return;
  words.value = '';
  voice.stop();
  state.textContent = '等三秒，没有声音就算说完';
  send({ type: 'speech', text });
});

for (const digit of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#']) {
  const key = document.createElement('button');
  key.type = 'button';
  key.textContent = digit;
  key.disabled = true;
  key.addEventListener('click', () => send({ type: 'key', digit }));
  find('keys').append(key);
}

// Where the browser recognises speech, what it writes can be seen before it is sent.
const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;
if (Recognition !== undefined) {
  const button = find('listen');
  button.hidden = false;
  button.addEventListener('click', () => {
    voice.stop();
    const recognition = new Recognition();
    recognition.lang = 'zh-CN';
    recognition.addEventListener('result', ({ results }) => {
      words.value = results[0]?.[0]?.transcript ?? '';
      words.focus();
    });
    recognition.start();
  });
}
