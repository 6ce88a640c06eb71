import { wholeJson } from '../../models/chat-json.js';
import { together } from '../assess/person.js';
import { policiesFor, stated } from '../compose/answer.js';
import { fenced } from '../compose/worded/request.js';
import { newConversation } from '../conversation.js';
import type { House } from '../house.js';
import type { ModelStepParts } from '../model-step.js';
import { understand } from '../understand/understand.js';
import type { Work } from '../work.js';
import { backedFacts } from './facts.js';
import { asksTheSame } from './question.js';
import { type Proposal, proposalSchema } from './schema.js';

/** Of a turn's time, the rest is for the answer's words. */
const SHARE = 0.4;
/** A turn as long as this tells a story. */
const STORY = 60;
const MOST_TOKENS = 400;
const LONGEST = 1200;

/** Where the reading by code is unsure, what a model makes of the turn, as far as the person's words back it. */
export function createProposing({ chat, prompt, within }: ModelStepParts) {
  return async (work: Work, house: House): Promise<Work> => {
    if (!chat.available) return work;
    const found = finds(work, house);
    if (!isUnsure(work, found)) return work;
    const patience = AbortSignal.timeout(Math.floor(SHARE * (work.within ?? within)));
    const before = work.conversation.lastAsks
      .map((a) => [a.carried, a.text].filter((t) => t !== '').join('，'))
      .join('。');
    const request = {
      messages: [
        { role: 'system' as const, text: prompt },
        {
          role: 'user' as const,
          text: `<前面>\n${fenced(before.slice(-LONGEST))}\n</前面>\n<这句>\n${fenced(work.text.slice(0, LONGEST))}\n</这句>`,
        },
      ],
      shape: { name: 'reading', schema: proposalSchema },
      most: MOST_TOKENS,
    };
    const asked = await chat.ask('understand', request, patience, (pieces) =>
      wholeJson(pieces, proposalSchema),
    );
    if ('fault' in asked) {
      chat.fellBack('understand', asked.fault);
      return work;
    }
    return taken(work, house, asked.value, before, found);
  };
}

/** Whether code finds a policy's words for what was asked, wherever the person is. */
function finds({ understanding: { asks, places }, home }: Work, house: House): boolean {
  const place = places[0]?.region ?? home;
  const policies = place === null ? house.library.documents : policiesFor(place, house.library.documents);
  return asks.some((ask) => ask.focus.length > 0 && stated(ask, policies, house).length > 0);
}

function isUnsure({ understanding, text, answered }: Work, found: boolean): boolean {
  if (understanding.social !== null || understanding.wantsRepeat || answered !== null) return false;
  return !found || text.length >= STORY || understanding.asks.some((ask) => ask.carried !== '');
}

/** The work with what of the proposal is backed: facts by quotes, the question by what was said. */
function taken(work: Work, house: House, proposal: Proposal, before: string, found: boolean): Work {
  if (proposal.intent === 'small_talk' || proposal.intent === 'out_of_scope') return work;
  const facts = backedFacts(proposal.facts, work.text, work.told);
  const withFacts = { ...work, person: together(work.person, facts), told: { ...facts, ...work.told } };
  const { lexicon, held, library } = house;
  const tools = { lexicon, held, rarity: library.rarity };
  const question = house.normalize(proposal.question.trim());
  const { asks } = understand(question, newConversation(), work.home, tools);
  const own = work.understanding.asks;
  if (!asksTheSame(question, `${work.text}。${before}`, own, asks)) return withFacts;
  // Both are looked for; what the person's own words find stands first, and alone where they find something.
  const understanding = found ? work.understanding : { ...work.understanding, asks: [...own, ...asks] };
  return { ...withFacts, understanding, restated: question };
}
