import type { DepartmentsGuide } from '../../appointments/departments-guide.js';
import type { Appointments } from '../../appointments/service.js';
import type { Appointment } from '../../appointments/types.js';
import type { LocalDateTime } from '../../language/calendar.js';
import type { House } from '../house.js';
import type { Citation, Reply, Spoken } from '../reply.js';
import type { Work } from '../work.js';
import type { Booking, Draft, Question } from './draft.js';
import { readBackOf, withSpelling } from './words/read-back.js';
import { words } from './words/replies.zh.js';
import { forEar, replyOf } from './words/say.js';

/** What booking is done with; a bot without it says that it cannot book. */
export interface BookingParts {
  appointments: Appointments;
  guide: DepartmentsGuide;
  /** Whether messages reach a telephone. */
  sendsMessages: boolean;
}

/** One turn of a booking conversation. */
export interface Scene extends BookingParts {
  work: Work;
  house: House;
  now: LocalDateTime;
  booking: Booking;
  /** The number that the call came from, proven by the channel; null where there is none. */
  caller: string | null;
}

/** What is told before the question, sentence by sentence, and the clauses it rests on. */
export interface Told {
  texts: readonly string[];
  citations: readonly Citation[];
}

export const nothingTold: Told = { texts: [], citations: [] };

export const telling = (told: Told, ...texts: string[]): Told => ({
  ...told,
  texts: [...told.texts, ...texts.filter((text) => text !== '')],
});

/** What a turn comes to. `place`: where the person turned out to be. */
export interface Outcome {
  reply: Reply;
  booking: Booking;
  place: string | null;
}

/** A step of an arrangement that has what it needs: the next one goes on from here. */
export interface Onward {
  draft: Draft;
  told: Told;
}

export type Need = (scene: Scene, draft: Draft, told: Told) => Promise<Outcome | Onward> | Outcome | Onward;

const IN_DIGITS: ReadonlySet<Question['about']> = new Set(['phone', 'family', 'id', 'code', 'locate']);

/** Puts a question, after what is to be told. */
export function ask(
  scene: Scene,
  draft: Draft,
  told: Told,
  question: Question,
  text: string,
  suggestions: string[],
): Outcome {
  const heard = question.about === 'confirm' ? withSpelling(text, draft) : text;
  const waiting = { question, text, speech: forEar(heard), suggestions };
  const before = told.texts.join('');
  const reply = {
    ...replyOf(`${before}${text}`, suggestions, told.citations),
    speech: forEar(`${before}${heard}`),
  };
  const readBack = question.about === 'confirm' ? readBackOf(draft) : null;
  return {
    reply: {
      ...reply,
      ...(readBack === null ? {} : { readBack }),
      ...(IN_DIGITS.has(question.about) ? { digits: true as const } : {}),
    },
    booking: { ...scene.booking, draft: { ...draft, waiting } },
    place: draft.place,
  };
}

/** Ends what was being arranged. `appointment`: the one that is spoken of from now on. */
export function end(
  scene: Scene,
  told: Told,
  { appointment = null, suggestions = [], call }: Ended = {},
): Outcome {
  const others = scene.booking.known.filter((id) => id !== appointment?.id);
  const reply = replyOf(told.texts.join(''), suggestions, told.citations);
  return {
    reply: {
      ...reply,
      ...(call === undefined ? {} : { actions: [{ type: 'call', number: call }] }),
      ...(appointment === null ? {} : { appointment: spokenOf(appointment) }),
    },
    booking: { draft: null, known: appointment === null ? others : [...others, appointment.id] },
    place: null,
  };
}

/** The same, after another word. */
export const prefixed = (outcome: Outcome, text: string): Outcome => ({
  ...outcome,
  reply: {
    ...outcome.reply,
    text: `${text}${outcome.reply.text}`,
    speech: `${forEar(text)}${outcome.reply.speech}`,
  },
});

interface Ended {
  appointment?: Appointment | null;
  suggestions?: string[];
  call?: string;
}

const spokenOf = ({ id, code, patient, replaces }: Appointment): Spoken => ({
  id,
  code,
  phone: patient.phone,
  replaces,
});

/** Puts the question that waits once more, after a word on why. */
export function askAgain(scene: Scene, draft: Draft, ...before: string[]): Outcome {
  const { waiting } = draft;
  if (waiting === null) return end(scene, telling(nothingTold, words.left));
  return ask(
    scene,
    draft,
    telling(nothingTold, ...before),
    waiting.question,
    waiting.text,
    waiting.suggestions,
  );
}

/** After so many answers that were not understood a person is offered, and after so many one is fetched. */
const OFFERED_AFTER = 2;
const FETCHED_AFTER = 5;

/** The same after an answer that was not understood. What was said stays, to be gone on with. */
export function askOnceMore(scene: Scene, draft: Draft, ...before: string[]): Outcome {
  const tries = draft.tries + 1;
  if (tries > FETCHED_AFTER) {
    const reply = replyOf(words.handedOver, ['接着约']);
    return {
      reply: { ...reply, kind: 'handoff', actions: [{ type: 'call', number: '12345' }] },
      booking: { ...scene.booking, draft: { ...draft, tries: 0 } },
      place: draft.place,
    };
  }
  return askAgain(scene, { ...draft, tries }, ...before, tries > OFFERED_AFTER ? words.orPerson : '');
}

/** Whether the question that waits is the last thing that was said: a yes to anything else agrees to something else. */
export const wasJustPut = ({ work }: Scene, { waiting }: Draft): boolean =>
  waiting !== null && (work.conversation.lastReply?.text.includes(waiting.text) ?? false);
