import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnServer } from './spawn-server.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CONVERSATIONS = 50;
const TURNS_EACH = 40;
const WARM_UP = 4;
/** Milliseconds, on average, that a person takes to read an answer and say the next thing: very quick ones. */
const PAUSE = 1000;
/** How long the rehearsal after a start takes, at most. */
const REHEARSAL = 75_000;
const PORT = 3977;

/** Starts the built server; `began` is when its process was made, and it has answered when this resolves. */
async function start(data) {
  const began = performance.now();
  const child = spawnServer({ PORT: String(PORT), YIWEN_DATA: data });
  const agent = new Agent({ keepAlive: true, maxSockets: CONVERSATIONS });
  for (;;) {
    try {
      await ask(agent, { text: '三无老人每个月能领多少', region: '431202' });
      return { child, agent, ready: performance.now() - began };
    } catch (error) {
      if (error.code !== 'ECONNREFUSED' || child.exitCode !== null) throw error;
      await new Promise((done) => setTimeout(done, 10));
    }
  }
}

/** One turn by the smallest client there is, so that the measuring takes little of the machine. */
function ask(agent, body) {
  return new Promise((resolve, reject) => {
    const sent = JSON.stringify(body);
    const options = {
      agent,
      host: '127.0.0.1',
      port: PORT,
      path: '/api/chat',
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) },
    };
    const call = request(options, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`HTTP ${response.statusCode}: ${text}`));
      });
    });
    call.on('error', reject);
    call.end(sent);
  });
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

/** One conversation: its next turn goes out when the last is answered, after a pause of 0 to 2 × `pause`. Returns the milliseconds of each turn. */
async function converse(agent, questions, from, pause = 0) {
  const times = [];
  let sessionId;
  for (let turn = 0; turn < TURNS_EACH + WARM_UP; turn++) {
    const { text, region } = questions[(from + turn) % questions.length];
    if (pause > 0) await wait(2 * pause * Math.random());
    const asked = performance.now();
    ({ sessionId } = await ask(agent, {
      text,
      ...(region ? { region } : {}),
      ...(sessionId ? { sessionId } : {}),
    }));
    if (turn >= WARM_UP) times.push(performance.now() - asked);
  }
  return times;
}

async function resident(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

async function loadQuestions() {
  const lines = (await readFile(join(ROOT, 'evals/answers/questions.jsonl'), 'utf8')).trim().split('\n');
  return lines
    .map((line) => JSON.parse(line))
    .flatMap(({ turns, region }) => turns.map((text) => ({ text, region })));
}

async function stop({ child, agent }) {
  agent.destroy();
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await ended;
}

/** A whole turn over HTTP, many conversations at once, and how long a start takes with the data there. */
export async function run() {
  const data = await mkdtemp(join(tmpdir(), 'yiwen-bench-'));
  try {
    await stop(await start(data));
    const starts = [];
    for (let i = 0; i < 2; i++) {
      const again = await start(data);
      starts.push(again.ready);
      await stop(again);
    }
    const server = await start(data);
    starts.push(server.ready);
    const questions = await loadQuestions();
    await wait(REHEARSAL);
    const many = (pause) =>
      Promise.all(
        Array.from({ length: CONVERSATIONS }, (_, i) => converse(server.agent, questions, i * 7, pause)),
      );
    const talking = (await many(PAUSE)).flat();
    const memory = await resident(server.child.pid);
    const began = performance.now();
    const all = await many(0);
    const seconds = (performance.now() - began) / 1000;
    const pressed = await resident(server.child.pid);
    const alone = await converse(server.agent, questions, 3);
    await stop(server);
    const at = (times, share) =>
      times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
    const times = all.flat();
    const ms = (name, value, limit) => ({ name, value, unit: 'ms', ...(limit ? { limit } : {}) });
    return [
      ms(`turn p50, ${CONVERSATIONS} people`, at(talking, 0.5)),
      ms(`turn p99, ${CONVERSATIONS} people`, at(talking, 0.99), 30),
      ms(`turn p50, ${CONVERSATIONS} without a pause`, at(times, 0.5)),
      ms(`turn p99, ${CONVERSATIONS} without a pause`, at(times, 0.99), 30),
      {
        name: 'turns without a pause',
        value: ((TURNS_EACH + WARM_UP) * CONVERSATIONS) / seconds,
        unit: '/s',
      },
      ms('turn p50, one conversation', at(alone, 0.5)),
      ms('turn p99, one conversation', at(alone, 0.99)),
      { name: 'resident memory after the people', value: memory, unit: 'MB', limit: 300 },
      { name: 'resident memory after all', value: pressed, unit: 'MB', limit: 300 },
      ms('start to first answer, data there', at(starts, 0.5), 2000),
    ];
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}
