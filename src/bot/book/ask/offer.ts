import type { Slot } from '../../../appointments/types.js';
import { formatInstant, instantOf, type LocalDateTime } from '../../../language/calendar.js';
import type { Draft } from '../draft.js';
import { ask, end, type Onward, type Outcome, type Scene, type Told, telling } from '../scene.js';
import { refusalInWords } from '../words/refusals.zh.js';
import { words } from '../words/replies.zh.js';
import { numbered, slotsInWords, timeInWords } from '../words/say.js';
import { fits, halfOf, isExact, isOpen, nearest, spread } from './slots.js';
import { askWaiting, fullOn } from './wait.js';

const MOST_LOOKED_AT = 1000;

/** The time that was asked for, held; else at most three to choose from. */
export async function chooseSlot(scene: Scene, draft: Draft, told: Told): Promise<Outcome | Onward> {
  const { provider, department, service, slot, when, waits } = draft;
  if (provider === null || department === null || service === null || waits) return { draft, told };
  if (slot !== null && (when === null || fits(slot, when)))
    return isHeld(draft, scene.now) ? { draft, told } : hold(scene, draft, slot, told);
  const free = await released(scene, draft);
  const found = await scene.appointments.slots({
    providerId: provider.id,
    departmentId: department.id,
    serviceId: service.id,
    limit: MOST_LOOKED_AT,
  });
  if (found.outcome === 'refused')
    return end(scene, telling(told, refusalInWords(found.refusal)), { call: provider.phone });
  const others = found.slots.filter(({ id }) => id !== draft.appointment?.slotId);
  if (others.length === 0)
    return draft.task === 'book'
      ? askWaiting(scene, free, told)
      : end(scene, telling(told, words.noSlots(department.name, provider.name)));
  return pick(scene, free, told, others);
}

const isHeld = ({ slot, hold }: Draft, now: LocalDateTime): boolean =>
  slot !== null && hold?.slot.id === slot.id && hold.until > `${formatInstant(instantOf(now))}+08:00`;

/** A place that is no longer wanted is given back. */
async function released(scene: Scene, draft: Draft): Promise<Draft> {
  if (draft.hold !== null) await scene.appointments.release(draft.hold.id);
  return { ...draft, slot: null, hold: null };
}

function pick(
  scene: Scene,
  draft: Draft,
  told: Told,
  slots: readonly Slot[],
): Promise<Outcome | Onward> | Outcome {
  const { when } = draft;
  const fitting = when === null ? slots : slots.filter((slot) => fits(slot, when));
  const best = when === null ? null : nearest(fitting, when);
  const settles = when !== null && (when.soonest || isExact(when) || (restIsKnown(draft) && !isOpen(when)));
  if (settles && best !== null) {
    const others = isExact(when) || when.soonest ? [] : fitting.filter(({ id }) => id !== best.id);
    return hold(scene, draft, best, told, slotsInWords([best, ...spread(others).slice(0, 2)]).slice(1));
  }
  const unseen = fitting.filter(({ id }) => !draft.passed.includes(id));
  const elsewhen = unseen.filter((slot) => !draft.passed.includes(halfOf(slot)));
  const fresh = elsewhen.length > 0 ? elsewhen : unseen;
  if (fresh.length > 0) return showSlots(scene, draft, told, spread(fresh));
  if (fitting.length > 0)
    return showSlots(scene, { ...draft, passed: [] }, telling(told, words.noMoreSlots), spread(fitting));
  const none = telling(told, words.noneThen(when?.said ?? ''));
  const full = when === null || draft.task !== 'book' ? null : fullOn(when, slots);
  return showSlots(
    scene,
    { ...draft, when: null, full },
    full === null ? none : telling(none, words.mayWait),
    spread(around(slots, draft)),
  );
}

/** What comes nearest to what was wanted: that day at other hours, else from that day on, else from now on. */
function around(slots: readonly Slot[], { when }: Draft): readonly Slot[] {
  const from = when?.days[0]?.from ?? '';
  const anyHour = when?.days.map((day) => ({ ...day, clock: null })) ?? [];
  const sameDay =
    when === null || anyHour.length === 0
      ? []
      : slots.filter((slot) => fits(slot, { ...when, days: anyHour, clock: null }));
  const later = slots.filter(({ start }) => start.slice(0, 10) >= from);
  return [sameDay, later].find((some) => some.length > 0) ?? slots;
}

/** Then nothing but the time is open, and the read-back names it. */
const restIsKnown = ({ task, name, phone, needsId, idNumber }: Draft): boolean =>
  task === 'reschedule' || (name !== null && phone !== null && (!needsId || idNumber !== null));

export function showSlots(scene: Scene, draft: Draft, told: Told, shown: readonly Slot[]): Outcome {
  const times = slotsInWords(shown);
  const [only, ...others] = times;
  const single = only !== undefined && others.length === 0;
  return ask(
    scene,
    draft,
    told,
    { about: 'slot', slots: [...shown] },
    single ? words.oneSlot(only) : words.askSlot(numbered(times)),
    single ? ['就要这个', '换一天'] : [...shown.map(({ start }) => timeInWords(start)), '换一天'],
  );
}

/** Keeps the place while the rest is asked; one that is gone is said to be, and others are offered. */
async function hold(
  scene: Scene,
  draft: Draft,
  slot: Slot,
  told: Told,
  others: readonly string[] = [],
): Promise<Outcome | Onward> {
  if (draft.service === null) return { draft, told };
  const held = await scene.appointments.hold({ slotId: slot.id, serviceId: draft.service.id });
  if (held.outcome === 'held')
    return {
      draft: { ...draft, slot, hold: held.hold },
      told: telling(told, words.chosenSlot(timeInWords(slot.start)), words.othersThen(others)),
    };
  const said = telling(told, refusalInWords(held.refusal));
  const next: Draft = { ...draft, slot: null, hold: null, when: null, passed: [...draft.passed, slot.id] };
  const instead = 'alternatives' in held.refusal ? held.refusal.alternatives : [];
  return instead.length > 0 ? showSlots(scene, next, said, spread(instead)) : chooseSlot(scene, next, said);
}
