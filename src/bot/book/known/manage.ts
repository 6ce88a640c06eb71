import type { Appointment } from '../../../appointments/types.js';
import { arrange } from '../ask/arrange.js';
import { arrangeFamily } from '../ask/family.js';
import { keyOf } from '../ask/finish.js';
import { refused } from '../ask/refused.js';
import { MOST_CHOICES } from '../ask/slots.js';
import type { Days, Draft, When } from '../draft.js';
import { onDay, plusDays } from '../hear/days.js';
import { hearShift } from '../hear/shift.js';
import { ask, askAgain, end, nothingTold, type Outcome, type Scene, type Told, telling } from '../scene.js';
import { type Turn, withCode } from '../take/listen.js';
import { refusalInWords } from '../words/refusals.zh.js';
import { words } from '../words/replies.zh.js';
import { clockOnly, grouped, numbered, timeInWords } from '../words/say.js';
import { appointmentInWords, changedInWords, standingInWords, visitStanding } from '../words/tell.js';
import { appointmentsOf } from './appointments-of.js';
import { ofAppointment } from './change.js';
import { askForCode, isProven, proving } from './prove.js';
import { appointmentsMeant } from './which.js';

/** So often a code is asked for before the search is given up. */
const MOST_TRIES = 3;
const CHANGES = ['改时间', '取消预约'];

/** Finds the appointment that is meant, then does with it what the draft is for. */
export async function manage(
  scene: Scene,
  draft: Draft,
  turn: Turn,
  told: Told = nothingTold,
): Promise<Outcome> {
  if (draft.appointment !== null) return actOn(scene, draft, draft.appointment, told);
  const said = draft.task === 'tell' ? draft : withCode(draft, turn);
  const own = await appointmentsOf(scene, draft);
  if (own.length > 0 && said.code === null) {
    const named = await appointmentsMeant(scene, own, draft.task, turn);
    const [only, ...others] = named.length > 0 ? named : own;
    if (only !== undefined && others.length === 0) return actOn(scene, said, only, told);
    const shown = (named.length > 0 ? named : own).slice(0, MOST_CHOICES);
    const names = shown.map(({ start, department }) => `${timeInWords(start)}${department.name}`);
    const question = { about: 'which' as const, shown: shown.map(({ id }) => id) };
    return ask(scene, said, told, question, words.askWhich(numbered(names)), names);
  }
  const phone = said.phone ?? (own.length > 0 ? scene.caller : null);
  if (said.code === null || phone === null) {
    const text =
      said.code === said.phone
        ? words.askLocate
        : said.code === null
          ? words.askLocateCode
          : words.askLocatePhone;
    if (said.tries >= MOST_TRIES) return end(scene, telling(told, words.noneFound));
    const none = scene.caller === null ? told : telling(told, words.noneOfCaller);
    const noted = said.phone === null && said.code === null ? none : telling(told, heardSoFar(said));
    const again = { ...said, tries: draft.waiting?.question.about === 'locate' ? said.tries + 1 : 0 };
    return ask(scene, again, noted, { about: 'locate' }, text, []);
  }
  const found = await scene.appointments.find({ code: said.code, phone });
  if (found.outcome === 'found')
    return actOn(proving(scene, found.appointment), said, found.appointment, told);
  const why = telling(told, heardSoFar(said), refusalInWords(found.refusal));
  if (found.refusal.code !== 'not-found' || said.tries + 1 >= MOST_TRIES) return end(scene, why);
  const again = { ...said, code: null, phone: null, tries: said.tries + 1 };
  return ask(scene, again, why, { about: 'locate' }, words.askLocate, []);
}

const heardSoFar = ({ code, phone }: Draft): string =>
  words.heardNumbers(code === null ? '' : grouped(code), phone === null ? '' : grouped(phone));

function actOn(scene: Scene, draft: Draft, appointment: Appointment, told: Told): Promise<Outcome> | Outcome {
  // What was said of another time was said before the code is.
  const when = draft.task === 'reschedule' ? whenMoved(scene, draft, appointment) : null;
  const known: Draft = { ...draft, appointment, when };
  if (!isProven(scene, appointment))
    return draft.task === 'query'
      ? end(scene, telling(told, visitStanding(appointment)), { suggestions: CHANGES })
      : askForCode(scene, known, appointment, told);
  const what = appointmentInWords(appointment);
  switch (draft.task) {
    case 'cancel':
      return ask(scene, known, told, { about: 'confirm' }, words.askCancel(what), ['取消', '不取消']);
    case 'undo':
      return ask(scene, known, told, { about: 'confirm' }, words.askUndo(what), ['撤回', '不撤']);
    case 'reschedule':
      return arrange(scene, ofAppointment(known, appointment), told);
    case 'tell':
      return arrangeFamily(scene, known, told);
    default:
      return end(scene, telling(told, standingInWords(appointment)), {
        appointment,
        suggestions: CHANGES,
      });
  }
}

/** 还是那一天，弄到下午; 换成十点: the day from the appointment, the hours as they were said. */
function whenMoved({ work }: Scene, { when }: Draft, { start }: Appointment): When | null {
  if (when !== null && (when.days.length > 0 || when.soonest)) return when;
  const shifted = hearShift(work.text, start);
  // 八点太早: of hours alone, whether they are wished or will not do.
  const hours = when !== null && (when.clock !== null || when.never.some(isAnyDay));
  return when === null || !hours
    ? (shifted ?? when)
    : { ...(shifted ?? onDay(start.slice(0, 10))), clock: when.clock, never: when.never, said: when.said };
}

const isAnyDay = ({ from, to }: Days): boolean => plusDays(from, 1) < to;

/** Does what was read back and agreed to. */
export async function finishChange(scene: Scene, draft: Draft): Promise<Outcome> {
  const { appointment, task } = draft;
  if (appointment === null) return end(scene, telling(nothingTold, words.noneKnown));
  if (!isProven(scene, appointment)) return askForCode(scene, draft, appointment, nothingTold);
  try {
    if (task === 'cancel') return await finishCancel(scene, appointment);
    if (task === 'undo') return await finishUndo(scene, appointment);
    return await finishReschedule(scene, draft, appointment);
  } catch {
    return askAgain(scene, draft, words.unsettled);
  }
}

async function finishCancel(scene: Scene, before: Appointment): Promise<Outcome> {
  const result = await scene.appointments.cancel(before.id);
  if (result.outcome === 'refused')
    return end(scene, telling(nothingTold, refusalInWords(result.refusal)), {
      appointment: before,
      call: before.provider.phone,
    });
  const { appointment } = result;
  const until = appointment.undoUntil === null ? null : clockOnly(appointment.undoUntil);
  return end(scene, telling(nothingTold, words.cancelled(appointmentInWords(appointment), until)), {
    appointment,
    suggestions: ['撤销', '重新约一个'],
  });
}

async function finishUndo(scene: Scene, before: Appointment): Promise<Outcome> {
  const result = await scene.appointments.undo(before.id);
  if (result.outcome === 'refused')
    return end(scene, telling(nothingTold, refusalInWords(result.refusal)), { appointment: before });
  const said = words.undone[result.what](appointmentInWords(result.appointment));
  return end(scene, telling(nothingTold, said), { appointment: result.appointment });
}

async function finishReschedule(scene: Scene, draft: Draft, before: Appointment): Promise<Outcome> {
  const { slot, hold } = draft;
  if (slot === null) return arrange(scene, draft, nothingTold);
  const to = { slotId: slot.id, ...(hold === null ? {} : { holdId: hold.id }) };
  const result = await scene.appointments.reschedule(before.id, to, keyOf(draft));
  if (result.outcome === 'rescheduled') {
    const { appointment } = result;
    const said = changedInWords(appointment);
    return end(scene, telling(nothingTold, said), { appointment, suggestions: ['撤销'] });
  }
  const next = refused(scene, draft, nothingTold, result.refusal);
  if ('reply' in next) return next;
  return next.draft.slot === null || next.draft.slot.id !== slot.id || next.draft.hold !== hold
    ? arrange(scene, next.draft, next.told)
    : end(scene, next.told, { appointment: before });
}
