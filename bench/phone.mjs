import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import { spawnServer } from './spawn-server.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CALLS = 200;
const TURNS_EACH = 10;
/** Far less than any prompt takes to be heard and answered, in milliseconds. */
const PAUSE = 1000;
/** As long as 好，我查一下，请稍等 takes to be said, at the least, in milliseconds. */
const FILLER = 1500;
/** Milliseconds. A line takes calls long after its server began: the start and the rehearsal after it are no part of this. */
const SETTLE = 40_000;
const PORT = 3978;
const TOKEN = '0123456789abcdef0123456789abcdef';
const BASE = 'https://phone.example.org';
const PLACES = ['怀化市鹤城区', '郑州市', '三门峡市', '济宁市嘉祥县', '陕西省'];

const sign = (url, params) =>
  createHmac('sha1', TOKEN)
    .update(
      Object.keys(params)
        .sort()
        .reduce((text, name) => text + name + params[name], url),
    )
    .digest('base64');

async function start(data, mode) {
  const child = spawnServer({
    PORT: String(PORT),
    YIWEN_DATA: data,
    TWILIO_AUTH_TOKEN: TOKEN,
    PUBLIC_BASE_URL: BASE,
    PHONE_MODE: mode,
    PHONE_CALLS_PER_NUMBER: '10000',
  });
  const agent = new Agent({ keepAlive: true, maxSockets: CALLS });
  for (;;) {
    try {
      await post(agent, '/voice/incoming', { CallSid: `CA${randomUUID().replaceAll('-', '')}` });
      return { child, agent };
    } catch (error) {
      if (error.code !== 'ECONNREFUSED' || child.exitCode !== null) throw error;
      await delay(20);
    }
  }
}

/** One webhook, signed as Twilio signs it, by the smallest client there is. */
function post(agent, path, own) {
  const params = { From: '+8613800138000', To: '+8637166668888', ...own };
  const body = new URLSearchParams(params).toString();
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      host: '127.0.0.1',
      port: PORT,
      path,
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
        'x-twilio-signature': sign(BASE + path, params),
        'i-twilio-idempotency-token': randomUUID(),
      },
    };
    const call = request(options, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode < 300) resolve(text);
        else reject(new Error(`HTTP ${response.statusCode}: ${text}`));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

const said = (questions, from, turn) =>
  turn % 4 === 3 ? { Digits: '1' } : { SpeechResult: questions[(from * 7 + turn) % questions.length] };

/** 好，我查一下，请稍等 or 还在查，请您再等一等, after which the caller is led back. */
const isFiller = (twiml) => /请稍等|再等一等/u.test(twiml);

/**
 * One call, the next webhook `pause` after the last is answered; who is asked to wait comes back when that is said. Returns the
 * milliseconds of each webhook, and how many asked to wait.
 */
async function call(agent, questions, from, pause) {
  const CallSid = `CA${randomUUID().replaceAll('-', '')}`;
  const times = [];
  let fillers = 0;
  let n = 0;
  const hook = async (params) => {
    const asked = performance.now();
    const twiml = await post(agent, n === 0 ? '/voice/incoming' : `/voice/turn/${n}`, { CallSid, ...params });
    times.push(performance.now() - asked);
    n += 1;
    await delay(isFiller(twiml) ? Math.max(pause, FILLER) : pause);
    return twiml;
  };
  // Calls do not all begin in one millisecond.
  await delay(Math.random() * (pause + 100));
  for (let turn = 0; turn <= TURNS_EACH; turn++) {
    let twiml = await hook(turn === 0 ? {} : said(questions, from, turn));
    while (isFiller(twiml)) {
      fillers += 1;
      twiml = await hook({});
    }
  }
  await end(agent, CallSid);
  return { times, fillers };
}

const end = (agent, CallSid) => post(agent, '/voice/status', { CallSid, CallStatus: 'completed' });

/** One call over the relay's socket. Returns the milliseconds to the first token of each answer. */
async function relayed(agent, questions, from) {
  const CallSid = `CA${randomUUID().replaceAll('-', '')}`;
  await delay(Math.random() * PAUSE);
  const document = await post(agent, '/voice/incoming', { CallSid });
  const nonce = /name="nonce" value="([^"]+)"/.exec(document)?.[1];
  const url = `${BASE.replace('https', 'wss')}/voice/relay`;
  const socket = new WebSocket(`ws://127.0.0.1:${PORT}/voice/relay`, {
    headers: { 'x-twilio-signature': sign(url, {}) },
  });
  const times = [];
  let asked = 0;
  let first = true;
  let answered = () => {};
  socket.on('message', (data) => {
    const { type, last } = JSON.parse(String(data));
    if (first) times.push(performance.now() - asked);
    first = false;
    if (type === 'end' || last === true) answered();
  });
  let failed = () => {};
  socket.on('close', (code) => failed(new Error(`the socket was closed: ${code}`)));
  const exchange = (message) =>
    new Promise((resolve, reject) => {
      answered = resolve;
      failed = reject;
      first = true;
      asked = performance.now();
      socket.send(JSON.stringify(message));
    });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  await exchange({ type: 'setup', sessionId: 'VX1', callSid: CallSid, customParameters: { nonce } });
  for (let turn = 0; turn < TURNS_EACH; turn++) {
    await delay(PAUSE);
    const voicePrompt = questions[(from * 7 + turn) % questions.length];
    await exchange({ type: 'prompt', voicePrompt, lang: 'zh-CN', last: true });
  }
  socket.terminate();
  await end(agent, CallSid);
  return times;
}

/** Questions with their place, none of which leads to a person. */
async function loadQuestions() {
  const lines = (await readFile(join(ROOT, 'evals/answers/questions.jsonl'), 'utf8')).trim().split('\n');
  return lines
    .map((line) => JSON.parse(line))
    .filter(({ kind }) => kind === 'answer')
    .flatMap(({ turns, region }, i) =>
      turns.map((text) => `${region || PLACES[i % PLACES.length]}的，${text}`),
    );
}

async function stop({ child, agent }) {
  agent.destroy();
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

const at = (times, share) => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
};

const ms = (name, value, limit) => ({ name, value, unit: 'ms', ...(limit ? { limit } : {}) });
const many = (one) => Promise.all(Array.from({ length: CALLS }, (_, i) => one(i)));

const round = (name, times, limit) => [
  ms(`${name}, p50`, at(times, 0.5)),
  ms(`${name}, p99`, at(times, 0.99), limit),
];

/** The webhooks of calls, and of their answers the share before which the caller was asked to wait. */
const called = (name, calls, limit) => [
  ...round(
    name,
    calls.flatMap(({ times }) => times),
    limit,
  ),
  {
    name: `${name}, answers after 请稍等`,
    value: (100 * calls.reduce((sum, { fillers }) => sum + fillers, 0)) / (CALLS * TURNS_EACH),
    unit: '%',
  },
];

/**
 * Webhooks and relay sockets, 200 calls at once: the first calls of a process, while the engine still compiles what
 * they run, and the next, which the limits hold for.
 */
export async function run() {
  const questions = await loadQuestions();
  const data = await mkdtemp(join(tmpdir(), 'yiwen-bench-'));
  try {
    const webhooks = await start(data, 'gather');
    await delay(SETTLE);
    const first = await many((i) => call(webhooks.agent, questions, i, PAUSE));
    const next = await many((i) => call(webhooks.agent, questions, i + CALLS, PAUSE));
    const crammed = await many((i) => call(webhooks.agent, questions, i, 0));
    await stop(webhooks);
    const relay = await start(data, 'relay');
    await delay(SETTLE);
    const firstTokens = await many((i) => relayed(relay.agent, questions, i));
    const tokens = await many((i) => relayed(relay.agent, questions, i + CALLS));
    await stop(relay);
    return [
      ...called(`webhook, first ${CALLS} calls at once`, first, 100),
      ...called(`webhook, next ${CALLS} calls at once`, next, 100),
      ...called(`webhook, ${CALLS} calls without a pause`, crammed),
      ...round(`first token, first ${CALLS} sockets at once`, firstTokens.flat()),
      ...round(`first token, next ${CALLS} sockets at once`, tokens.flat(), 300),
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
