import { describe, expect, it } from 'vitest';
import { occasionOf } from '../../../src/benefits/answers.js';
import { assess } from '../../../src/benefits/assess.js';
import { atomsOf } from '../../../src/benefits/atoms.js';
import { FACT_NAMES, type Facts, specOf } from '../../../src/benefits/facts.js';
import { rulebookFor } from '../../../src/benefits/select.js';
import { type Conversation, newConversation } from '../../../src/bot/conversation.js';
import { createBot } from '../../../src/bot/turn.js';
import { NOW, realHouse } from '../../support/house.js';
import { answerOf, type Caller } from './caller.js';

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function person(place: string, random: () => number): Caller['facts'] {
  const facts: Record<string, unknown> = {};
  for (const fact of FACT_NAMES) {
    const spec = specOf(fact);
    if (spec.type === 'flag') facts[fact] = random() < 0.5;
    else if (spec.type === 'choice') facts[fact] = spec.values[Math.floor(random() * spec.values.length)];
  }
  const statuses = ['三无', '五保', '低保', '低收入', '计生特殊家庭', '残疾'].filter(() => random() < 0.2);
  return {
    ...(facts as Facts),
    statuses,
    age: 55 + Math.floor(random() * 40),
    hukou: random() < 0.8 ? place : '431281',
    residence: place,
  };
}

const OPENINGS = [
  '我妈能领点啥',
  '我妈有什么补助',
  '我妈能享受什么待遇',
  '俺娘能领啥补贴',
  '家里老娘有啥政策照顾没有',
];
const CALLERS = 25;
const PLACES = ['431202', '411200', '370829', '410100', '610113'];

describe.each(PLACES)('callers of %s, who tell only what they are asked for', (place) => {
  it('end with what the rules give them, and are asked nothing twice', async () => {
    const house = await realHouse();
    const bot = createBot({ house: () => house, clock: () => NOW });
    const book = rulebookFor(house.benefits, { adcode: place, subject: 'person', asOf: '2026-11-21' });
    const random = seeded(Number(place));
    let questions = 0;
    const wrong: string[] = [];
    for (let i = 0; i < CALLERS; i++) {
      const caller: Caller = { facts: person(place, random), random };
      let conversation: Conversation = newConversation();
      let text = OPENINGS[i % OPENINGS.length] ?? '';
      const said: string[] = [];
      const asked: string[] = [];
      for (;;) {
        const settled = await bot.handle({ text, region: place, conversation });
        conversation = settled.conversation;
        said.push(`> ${text}`, settled.reply.text);
        if (conversation.pending?.kind !== 'fact') break;
        const { question } = conversation.pending;
        const key = `${question.fact} ${question.statuses.join()}`;
        if (asked.includes(key)) {
          wrong.push(`asked again\n${said.join('\n')}`);
          break;
        }
        asked.push(key);
        text = answerOf(caller, question);
      }
      questions += asked.length;
      if (conversation.pending !== null) continue;
      const told = said.at(-1) ?? '';
      const outcomes = assess(book, caller.facts);
      for (const { benefit, outcome, amount } of outcomes) {
        // Of classes that exclude one another only the best is sought.
        const better = outcomes.some(
          (o) =>
            o.outcome === 'eligible' &&
            o.benefit.exclusiveGroup !== undefined &&
            o.benefit.exclusiveGroup === benefit.exclusiveGroup &&
            (o.amount?.value ?? 0) > (amount?.value ?? Infinity),
        );
        if (outcome === 'eligible' && better) continue;
        const facts = benefit.conditions === undefined ? [] : atomsOf(benefit.conditions).map((a) => a.fact);
        if (benefit.kind !== 'entitlement' || facts.some((fact) => occasionOf(fact))) continue;
        const granted = told
          .split('\n')
          .some((line) => /可以享受/.test(line) && !/^可能/.test(line) && line.includes(benefit.title));
        if (granted !== (outcome === 'eligible'))
          wrong.push(`${benefit.title} is ${outcome}\n${said.join('\n')}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(questions / CALLERS).toBeLessThan(7);
  });
});
