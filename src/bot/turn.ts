import { findRegion } from '../knowledge/regions.js';
import type { Region } from '../knowledge/types.js';
import type { LocalDateTime } from '../language/calendar.js';
import { withWideMarks } from '../language/marks.js';
import { withPauses } from '../language/pauses.js';
import { knowPerson } from './assess/know-person.js';
import { assessCase } from './assess/step.js';
import { takeAnswer } from './assess/take-answer.js';
import { type BookingParts, bookTurn } from './book/index.js';
import { check } from './check/check.js';
import { comeBack } from './come-back.js';
import { compose } from './compose/compose.js';
import { embedQuestions } from './compose/embed.js';
import type { Finding } from './compose/finding.js';
import { type Conversation, newConversation } from './conversation.js';
import { decide } from './decide.js';
import type { Asked, Bot, Settled } from './desk.js';
import { replyTo } from './endings.js';
import { dangerAsked, guardTurn } from './guard-turn.js';
import type { House } from './house.js';
import { insteadOfNothing } from './only-told.js';
import { recentOf } from './recent.js';
import { type Ask, inWords, weightOf } from './understand/ask.js';
import { type PlaceAnswer, placeAnswered } from './understand/place-answer.js';
import { placeCalled } from './understand/places.js';
import { type Understanding, understand } from './understand/understand.js';
import type { Ending, Work } from './work.js';

/** A step that needs nobody outside answers at once; booking and a model are waited for. */
export type Step = (work: Work, house: House, now: LocalDateTime) => Work | Ending | Promise<Work | Ending>;

export interface BotParts {
  /** Asked for at every turn: the corpus may have been swapped in between. */
  house: () => House;
  clock: () => LocalDateTime;
  /** What is booked with; without it a wish to book is answered by saying so. */
  booking?: BookingParts;
  /** What a model may do in a turn; without one the turn has no such step. */
  model?: { understand: Step; rerank?: Step; word: Step };
  /** Whether an embedder is configured. */
  embeds?: boolean;
}

/** One turn: each step adds to the work or ends it. */
const stepsOf = ({ booking, model, embeds }: BotParts): readonly Step[] => [
  guardTurn, // danger first
  (work, house) => ({ ...work, understanding: understood(work, house) }),
  knowPerson, // what is told of whom
  takeAnswer, // what is answered to a question of the rules
  bookTurn(booking), // an appointment: made, changed, told
  ...(model ? [model.understand] : []), // where code is unsure, what a model makes of it
  ...(embeds ? [embedQuestions] : []), // vectors of the questions, where an embedder is configured
  decide, // which task, for which places
  assessCase, // what the rules give the person, where she told of herself
  ...(model?.rerank ? [model.rerank] : []), // in which order a model would have what may answer
  compose, // what the policies say, in words
  ...(model ? [model.word] : []), // the same in a model's words, as far as they pass
  check, // figures and places of what is about to be sent
];

export function createBot(parts: BotParts): Bot {
  const steps = stepsOf(parts);
  return {
    async handle(asked) {
      const house = parts.house();
      const { ending: reached, last } = await run(steps, begin(asked, house), house, parts.clock());
      const ending = insteadOfNothing(reached, last, parts.booking?.guide ?? null);
      const reply = comeBack(replyTo(ending, last, house), ending, last);
      return { reply, conversation: remember(asked.conversation, ending, last, reply) };
    },
  };
}

async function run(
  steps: readonly Step[],
  begun: Work,
  house: House,
  now: LocalDateTime,
): Promise<{ ending: Ending; last: Work }> {
  let work = begun;
  for (const step of steps) {
    const next = await step(work, house, now);
    if ('ending' in next) return { ending: next, last: work };
    work = next;
  }
  return { ending: { ending: 'not_understood' }, last: work };
}

function begin({ text, region, caller, conversation, within, onText }: Asked, house: House): Work {
  const named = region === null || region.trim() === '' ? null : placeCalled(region, house.held);
  const heard = withWideMarks(withPauses(text));
  const text_ = house.normalize(heard);
  return {
    heard,
    text: text_,
    conversation: { ...newConversation(), ...conversation },
    caller: caller ?? null,
    home: named ?? regionOf(conversation.home),
    understanding: { text: text_, social: null, wantsRepeat: false, asks: [], places: [], compares: false },
    places: [],
    presumed: false,
    prefer: null,
    findings: [],
    person: {},
    about: conversation.about,
    told: {},
    answered: null,
    assessing: null,
    asking: null,
    reckoned: [],
    restated: null,
    begun: performance.now(),
    within: within ?? null,
    onText: onText ?? null,
    reply: null,
  };
}

const regionOf = (adcode: string | null): Region | null => (adcode === null ? null : findRegion(adcode));

const recent = recentOf<Understanding>(2000);

/** What opens a conversation is often said by others too; what follows depends on what went before. */
function understood({ text, conversation, home }: Work, house: House): Understanding {
  const read = (line: string): Understanding => understand(line, conversation, home, readingTools(house));
  const make = (): Understanding => read(text);
  if (conversation.lastAsks.length > 0) {
    const said = make();
    const told = placeTold(text, conversation, house);
    if (told !== null) {
      const places = [{ ...told, start: 0, end: text.length }];
      return { ...said, social: null, asks: [], places };
    }
    return goesOn(said, conversation) ? read(`${inWords(conversation.lastAsks)}，${text}`) : said;
  }
  return recent(house).get(`${home?.adcode ?? ''}\n${text}`, make);
}

/** Where somebody lives, in a turn that answers our question for it and tells nothing else. */
function placeTold(text: string, { pending }: Conversation, house: House): PlaceAnswer | null {
  if (pending?.kind !== 'place') return null;
  return placeAnswered(text, regionOf(pending.inside ?? null), house.held, house.lexicon);
}

/** Asked while the place of the question before is still waited for: both are to be answered there. */
const goesOn = ({ asks, places, social, wantsRepeat }: Understanding, { pending }: Conversation): boolean =>
  pending?.kind === 'place' &&
  pending.inside === undefined &&
  places.length === 0 &&
  social === null &&
  !wantsRepeat &&
  asks.some((ask) => weightOf(ask.focus) > 0);

/** So many questions wait for their place; who asks on without telling it is answered the last of them. */
const MOST_WAITING = 4;
/** Characters of a question that is kept for the next turn; nobody carries on a page of text. */
const LONGEST_CARRIED = 1000;

const canBeCarried = ({ story, text, carried }: Ask): boolean =>
  story.length + text.length + carried.length <= LONGEST_CARRIED;

const readingTools = (house: House) => ({
  lexicon: house.lexicon,
  held: house.held,
  rarity: house.library.rarity,
});

function remember(before: Conversation, ending: Ending, work: Work, reply: Settled['reply']): Conversation {
  const asked =
    ending.ending === 'answered' || ending.ending === 'ask_place' || ending.ending === 'silent_anywhere';
  return {
    home: work.home?.adcode ?? before.home ?? (ending.ending === 'booking' ? ending.place : null),
    topicPlaces: asked ? work.places.map((p) => p.adcode) : before.topicPlaces,
    lastAsks: asked ? work.understanding.asks.filter(canBeCarried).slice(-MOST_WAITING) : before.lastAsks,
    lastReply: ending.ending === 'repeat' ? before.lastReply : reply,
    told: asked ? work.findings.flatMap(toldIn) : before.told,
    people: { ...before.people, [work.about]: work.person },
    about: work.about,
    assessing: work.assessing ?? before.assessing,
    booking: ending.ending === 'booking' ? ending.booking : work.conversation.booking,
    pending: waitsFor(before, ending, work),
  };
}

const toldIn = (finding: Finding): string[] =>
  finding.kind === 'found' ? finding.statements.flatMap(({ provision }) => provision ?? []) : [];

/** The one place whose policies are held, where one around it was named and it was asked whether it is this one. */
function askedInside({ findings }: Work): string | null {
  const [finding, ...others] = findings;
  const inside = finding?.kind === 'uncovered' && others.length === 0 ? finding.inside : [];
  return inside.length === 1 ? (inside[0]?.adcode ?? null) : null;
}

/** What the bot waits for after the turn: the answer to its own last question. */
function waitsFor({ pending }: Conversation, ending: Ending, work: Work): Conversation['pending'] {
  if (
    ending.ending === 'guarded' &&
    ending.outcome.kind === 'emergency' &&
    ending.outcome.certainty === 'ask'
  )
    return dangerAsked(ending.outcome, work);
  if (ending.ending === 'booking') return { kind: 'booking', away: 0 };
  if (ending.ending === 'ask_place') return { kind: 'place' };
  const inside = ending.ending === 'answered' ? askedInside(work) : null;
  if (inside !== null) return { kind: 'place', inside };
  if (ending.ending === 'ails') return { kind: 'visit', said: ending.said };
  if (work.asking !== null) {
    const again = pending?.kind === 'fact' && pending.question.text === work.asking.text;
    return { kind: 'fact', question: work.asking, tries: again ? pending.tries + 1 : 0, away: 0 };
  }
  // A digression, a greeting, a repeat: the question still stands.
  const over = work.assessing !== null || ending.ending === 'bye';
  if (pending?.kind === 'fact' && !over) return { ...pending, away: pending.away + 1 };
  const away = pending?.kind === 'booking' ? pending.away + 1 : 0;
  return work.conversation.booking.draft === null ? null : { kind: 'booking', away };
}
