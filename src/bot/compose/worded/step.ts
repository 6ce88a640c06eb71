import { customaryName, regionsNamedIn } from '../../../knowledge/regions.js';
import { ModelError } from '../../../models/chat.js';
import { itemsOf } from '../../../models/chat-json.js';
import { check } from '../../check/check.js';
import type { House } from '../../house.js';
import { type ModelStepParts, timeLeft } from '../../model-step.js';
import type { Reply } from '../../reply.js';
import type { Work } from '../../work.js';
import { sourceLines } from '../sources.js';
import { speakable } from '../speech.js';
import type { GateTools, Stopped } from './gates/gate.js';
import type { Item } from './ground.js';
import { type Parts, partsOf } from './items.js';
import { piecesOf } from './pieces.js';
import { NO_BASIS, sentenceSchema, wordingRequest } from './request.js';
import { createVerifier, type Draft } from './verify.js';

/** More sentences than an old person listens to. */
const MOST_SENTENCES = 16;
/** Left of a turn's time for what comes after. */
const SPARE_MS = 50;
/** With less time than this a model is not asked. */
const LEAST_MS = 150;

type Worded = { said: Draft[] } | { stopped: Stopped | 'no_basis' | 'long' };

/**
 * Puts what code has found into a model's words, sentence by sentence as each passes the gates; where one does not,
 * where the whole does not, or where the time is up, the plain answer stands. Promise 7.
 */
export function createWording({ chat, prompt, within }: ModelStepParts) {
  return async (work: Work, house: House): Promise<Work> => {
    const { reply } = work;
    if (reply === null || !WORDED.has(reply.kind)) return work;
    if (!chat.available) return fallBack(work, 'resting');
    const parts = partsOf(work, reply, house);
    if (parts === null) return work;
    const left = timeLeft(work, within) - SPARE_MS;
    if (left < LEAST_MS) return fallBack(work, 'slow');
    const request = wordingRequest(
      prompt,
      [work.text, ...(work.restated === null ? [] : [work.restated])],
      parts.items,
    );
    const patience = AbortSignal.timeout(Math.floor(left));
    const asked = await chat.ask('compose', request, patience, (pieces) =>
      listen(pieces, parts, toolsFor(work, house, parts.items, prompt), work.onText ?? silent),
    );
    if ('fault' in asked) return fallBack(work, asked.fault);
    if ('stopped' in asked.value) return fallBack(work, asked.value.stopped);
    const worded = inWords(reply, parts, asked.value.said);
    // Promise 1 once more, by the gate that every reply passes: what it would replace is not put in its way.
    const let_out = check({ ...work, reply: worded }, house);
    const passes = let_out.ending === 'answered' && let_out.reply.text === worded.text;
    return passes ? { ...work, reply: worded } : fallBack(work, 'figure');
  };

  function fallBack(work: Work, reason: string): Work {
    chat.fellBack('compose', reason);
    return work;
  }
}

const WORDED: ReadonlySet<string> = new Set(['answer', 'assessment']);
const silent = (): void => {};

async function listen(
  pieces: AsyncIterable<string>,
  parts: Parts,
  tools: GateTools,
  onText: (text: string) => void,
): Promise<Worded> {
  const verifier = createVerifier(parts.items, tools);
  const said: Draft[] = [];
  let released = 0;
  let head = '';
  const drafts = itemsOf(pieces, sentenceSchema, (text) => {
    head = text;
  });
  for await (const draft of drafts) {
    if (NO_BASIS.test(head)) return { stopped: 'no_basis' };
    const stopped = verifier.take(draft);
    if (stopped === 'unbound') continue;
    if (stopped !== null) return { stopped };
    said.push(draft);
    if (said.length > MOST_SENTENCES) return { stopped: 'long' };
    // A sentence whose condition is still to come waits for it.
    if (verifier.pending() !== null) continue;
    if (released === 0 && parts.lead !== '') onText(parts.lead);
    for (const { text } of said.slice(released)) onText(text);
    released = said.length;
  }
  if (said.length === 0) throw new ModelError('empty', 'no sentence');
  const stopped = verifier.whole();
  return stopped === null ? { said } : { stopped };
}

function toolsFor(work: Work, house: House, items: readonly Item[], prompt: string): GateTools {
  const heard = [work.text, ...work.understanding.asks.map((a) => a.carried)]
    .filter((t) => t !== '')
    .join('。');
  const { lexicon, hotlines } = house;
  const places = [...work.places, ...(work.home === null ? [] : [work.home])].map((p) => p.adcode);
  const named = regionsNamedIn(heard).flatMap((m) => m.candidates.map((c) => c.adcode));
  return {
    lexicon,
    hotlines,
    prompt,
    naming: regionsOf(items).size > 1,
    heard: { text: heard, pieces: piecesOf(heard, lexicon), places: new Set([...places, ...named]) },
  };
}

const regionsOf = (items: readonly Item[]): Set<string> =>
  new Set(items.flatMap((i) => (i.region === null ? [] : [i.region.adcode])));

/** The reply in other words; whose rule it is, where there are several, its sources and what is asked next by code. */
function inWords(reply: Reply, { items, lead, tail }: Parts, said: readonly Draft[]): Reply {
  const naming = regionsOf(items).size > 1;
  let place = '';
  let words = lead;
  for (const { text, items: numbers } of said) {
    const region = items[(numbers[0] ?? 0) - 1]?.region;
    const name = region ? customaryName(region) : '';
    if (naming && name !== place) words += `${words === '' ? '' : '\n'}${name}：`;
    place = name;
    words += text.trim();
  }
  const whole = tail === '' ? words : `${words}\n${tail}`;
  return {
    ...reply,
    text: [whole, ...sourceLines(reply.citations)].join('\n'),
    speech: speakable(whole),
  };
}
