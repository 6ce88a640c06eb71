import { providersFor } from '../ask/place.js';
import type { Draft, Task } from '../draft.js';
import { hearAssent } from '../hear/assent.js';
import { hearPhone } from '../hear/number.js';
import { oneByOne } from '../hear/people.js';
import { hearWho } from '../hear/who.js';
import { askAgain, end, nothingTold, type Outcome, prefixed, type Scene, telling } from '../scene.js';
import { begin, goOn } from '../step.js';
import { hangsOn } from '../wish/leaving.js';
import { words } from '../words/replies.zh.js';
import { answerAside, type Spot, splitAside } from './asides.js';

/** A turn while something is being arranged; whoever else was to be booked for comes next. */
export async function goOnBeside(scene: Scene, draft: Draft): Promise<Outcome | null> {
  const outcome = await hearBeside(scene, draft);
  const isBooked = outcome?.booking.draft === null && outcome.reply.appointment !== undefined;
  return isBooked && draft.after !== null ? goOnWith(scene, outcome, draft.after) : outcome;
}

/** Begins what the turn asks for; of two people the second waits until the first is booked for. */
export async function beginFirst(scene: Scene, task: Task): Promise<Outcome> {
  const turns = task === 'book' ? oneByOne(scene.work.text) : null;
  if (turns === null) return begin(scene, task);
  const { reply, booking, place } = await begin(saying(scene, turns.first), task);
  const draft = booking.draft && { ...booking.draft, after: turns.second };
  return { reply, booking: { ...booking, draft }, place };
}

/** What the turn asks beside is told before whatever is asked next. */
async function hearBeside(scene: Scene, draft: Draft): Promise<Outcome | null> {
  const { work } = scene;
  const [yes = '', more] = work.text.split(AND_MORE);
  if (more !== undefined && draft.waiting?.question.about === 'confirm' && hearAssent(yes) === 'yes')
    return isOfDraft(scene, draft, more)
      ? goOn(saying(scene, yes), draft)
      : thenAnother(scene, draft, yes, more);
  const split = splitAside(work.text);
  const { aside } = split;
  // 远不远？太远我就不去了: nothing is said before it is told.
  const rest = hangsOn(work.text) ? '' : split.rest;
  if (aside === '' || draft.task !== 'book' || hearPhone(aside) !== null) return goOn(scene, draft);
  const told = answerAside(aside, await spotOf(scene, draft));
  const heard = splitAside(work.heard).rest;
  const outcome = SAYS.test(rest)
    ? await goOn({ ...scene, work: { ...work, text: rest, heard } }, draft)
    : null;
  const next = outcome?.booking.draft ?? null;
  if (outcome === null || (next !== null && isUnmoved(draft, next)))
    return told === null ? goOn(scene, draft) : askAgain(scene, draft, told);
  // Of what was chosen in the same turn.
  const now = next === null ? told : answerAside(aside, await spotOf(scene, next));
  return now === null || outcome.reply.text.includes(now) ? outcome : prefixed(outcome, now);
}

/** 对，约吧，还有我老伴: what comes after the yes is another appointment. */
const AND_MORE =
  /[，,。！\s]+(?=还有|另外|再[给帮]|再(?:约|挂|弄|搞|办|来|看)[我俺额咱她他老]|(?:接着|然后|完了|下来|下头)(?:再|就|给|约|挂|弄|来|办|是)*[我俺额咱她他老妈爸爹娘爷奶婆公]|(?![这那它都])[^，,。]{1,4}也(?:要|想|得|挂|约|看))/u;

/** 俺的也约上, said to the read-back of the second of two. */
const TOO =
  /^(?<whose>[^，。]{1,4}?)[的得德地]?也(?:给[^，。]{1,2})?(?:约|挂|定|订|办|弄|排)[上好了下吧来]+$/u;

/** Whether what follows a yes says once more that it is for the one who is booked for. */
function isOfDraft({ house }: Scene, { who }: Draft, more: string): boolean {
  const whose = TOO.exec(more)?.groups?.whose;
  if (whose === undefined || who === null) return false;
  const named = hearWho(whose, house.lexicon, true);
  // 她, and a 俺 of which only the sound was written (氨的也约上).
  return named === null ? whose.length === 1 : named.relation === who.relation || /^[他她]$/u.test(whose);
}

async function thenAnother(scene: Scene, draft: Draft, yes: string, more: string): Promise<Outcome | null> {
  const booked = await goOn(saying(scene, yes), draft);
  return booked === null || booked.booking.draft !== null
    ? booked
    : goOnWith(scene, booked, [draft.after ?? '', more].join('，'));
}

const saying = (scene: Scene, text: string): Scene => ({
  ...scene,
  work: { ...scene.work, text, heard: text },
});

async function goOnWith(scene: Scene, booked: Outcome, wish: string): Promise<Outcome> {
  const next = await begin({ ...saying(scene, wish), booking: booked.booking }, 'book');
  return { ...next, reply: { ...booked.reply, ...prefixed(next, booked.reply.text + words.next).reply } };
}

/** More than a sound. */
const SAYS = /[^嗯啊哦呃那哎唉，,。？?\s]/u;

const isUnmoved = (before: Draft, after: Draft): boolean => bare(before) === bare(after);
const bare = (draft: Draft): string => JSON.stringify({ ...draft, waiting: null, tries: 0 });

async function spotOf(scene: Scene, draft: Draft): Promise<Spot> {
  const { service, provider, waiting } = draft;
  const shown = waiting?.question.about === 'provider' ? waiting.question.shown : [];
  const all = shown.length === 0 ? [] : await providersFor(scene, draft);
  return { service, provider, offered: all.filter(({ id }) => shown.includes(id)) };
}

/** The same of an appointment that was made in this conversation. */
export async function tellBeside(scene: Scene): Promise<Outcome | null> {
  const last = scene.booking.known.at(-1);
  const { aside, rest } = splitAside(scene.work.text);
  if (last === undefined || aside === '' || SAYS.test(rest.replace(/[行好对]|谢谢|知道|的|了/gu, '')))
    return null;
  const appointment = await scene.appointments.byId(last);
  const told = appointment === null ? null : answerAside(aside, { ...appointment, offered: [] });
  return told === null ? null : end(scene, telling(nothingTold, told), { appointment });
}
