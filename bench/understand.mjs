/** Understanding of a turn of 60 characters, warm: the whole line, and each part of it. */
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { guard } from '../dist/src/bot/guard/index.js';
import { kinWords, readFacts } from '../dist/src/bot/understand/facts/index.js';
import { readIntent } from '../dist/src/bot/understand/intent.js';
import { createLineReader } from '../dist/src/bot/understand/line.js';
import { parseDomainWords } from '../dist/src/language/homophones/domain.js';
import { parseLexicon } from '../dist/src/language/lexicon.js';
import { createNormalize } from '../dist/src/language/normalize.js';
import { read } from '../dist/src/language/read.js';

const NOW = { year: 2026, month: 11, day: 21, hour: 10, minute: 0, second: 0 };
const TURNS = 2000;
/** The engine is still compiling at 2,000 turns. */
const WARM_UP = 6000;
const LENGTH = 60;
const LIMIT = 2;

/** Said by old people and their families; cut or drawn out to the length measured. */
const SAID = [
  '俺娘今年八十三了，瘫在床上三年多，吃饭要人喂，户口在鹤城区，现在住自己家里，一个月能领多少护理补贴，去哪里办要带啥材料',
  '我七十六，三无，自己住家里，孩子都在广东打工，下礼拜三上午九点想去人民医院看腰疼，能不能帮我约个号，不排队的那种',
  '我婆婆虚岁八十一，属鸡的，四五年生人，半身不遂，走路要人扶，住郑州金水区，退休金两千三百块，能不能请护士上门换药',
  '电话是一三八零零一三八零零零，不对，是一三九，预约的是腊月二十那天下午三点半，我想改到正月十六，换成康复科的大夫',
  '养老院新建一百二十张床位，每张床补多少钱，是六千还是八千，分三年给还是一次给，租的房子能不能领，归民政局还是卫健委管',
  '家翔县的五保老人看病有哪四个优先，转枕要什么手续，家庭医生一年来几次，签约费一百三十块钱谁出，打流感针要不要钱',
].map((text) => text.padEnd(LENGTH, '，请您慢慢说，我记一下').slice(0, LENGTH));

/** A turn as it comes in: for a literal of the program the engine keeps results of its own. */
const received = (i) => Buffer.from(SAID[i % SAID.length]).toString();

/** The middle time of a turn, and the one that 99 of 100 keep to; `limit` in milliseconds. */
function measure(name, work, limit) {
  for (let i = 0; i < WARM_UP; i++) work(received(i));
  const times = [];
  for (let i = 0; i < TURNS; i++) {
    const turn = received(i);
    const start = performance.now();
    work(turn);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)] ?? 0;
  return [
    { name: `${name}, p50`, value: at(0.5), unit: 'ms' },
    { name: `${name}, p99`, value: at(0.99), unit: 'ms', ...(limit === undefined ? {} : { limit }) },
  ];
}

/** Two rows for the whole and two for each part. */
export async function run() {
  const lexicon = parseLexicon(await readFile('corpus/lexicon.yaml', 'utf8'));
  const normalize = createNormalize(parseDomainWords(await readFile('corpus/domain-words.yaml', 'utf8')));
  const reader = createLineReader({ lexicon, normalize: (text) => normalize(text).normalized, held: [] });
  const tools = { kin: kinWords(lexicon), held: [] };
  const told = new Map(
    SAID.map((text) => {
      const readings = read(text, NOW);
      return [text, { readings, facts: readFacts(text, NOW, tools, readings) }];
    }),
  );
  return [
    ...measure('whole', (text) => reader(text, NOW), LIMIT),
    ...measure('normalize', normalize),
    ...measure('read', (text) => read(text, NOW)),
    ...measure('facts', (text) => readFacts(text, NOW, tools, told.get(text).readings)),
    ...measure('guard', guard),
    ...measure('intent', (text) =>
      readIntent(text, told.get(text).facts, { lexicon, guarded: { kind: 'clear' } }),
    ),
  ];
}
