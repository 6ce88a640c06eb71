import type { Relation } from '../../../language/lexicon.js';
import type { Draft, Question, Who } from '../draft.js';
import { meantIn } from '../hear/meant.js';
import {
  hearBareName,
  hearNameAnswer,
  hearNamed,
  isExplained,
  namesIn,
  respelled,
  surnameTold,
} from '../hear/name.js';
import { PAUSE } from '../hear/parting.js';
import type { Turn } from './listen.js';

const MENDS_NAME = /名|姓|叫|字/u;
const DENIES = /不姓|不是/u;
export const MENDS_PHONE = /电话|手机|号码|尾号|[后末]\S{0,2}位/u;

/** The draft with the name that is told; whose seldom character is explained beside it (宪法的宪) is not asked for again. */
export function withName(draft: Draft, turn: Turn, asking: Question | null): Draft {
  const next = withNameTold(draft, turn, asking);
  const { name } = next;
  return name !== null && name !== draft.name && isExplained(name, turn.raw)
    ? { ...next, spelled: name }
    : next;
}

/** That of the person or of the speaker. */
function withNameTold(draft: Draft, { raw, wrong, corrects }: Turn, asking: Question | null): Draft {
  if (asking?.about === 'spelling' && !corrects) return draft;
  const own = draft.who?.relation === 'self';
  const { right } = meantIn(raw);
  const asked = asking?.about === 'name' || (corrects && MENDS_NAME.test(wrong) && !MENDS_PHONE.test(wrong));
  const speaks = (name: string): boolean => isSpeaker(name, raw);
  const mended = draft.name === null ? null : respelled(draft.name, raw);
  if (draft.name !== null && !asked) {
    if (mended !== null) return { ...draft, name: mended };
    const named = hearNamed(right) ?? (asking?.about === 'phone' ? hearBareName(raw) : null);
    // 姓章，立早章，不是弓长张.
    const surnamed = corrects || DENIES.test(raw) ? withSurname(draft.name, raw) : null;
    const plain = surnamed ?? (corrects ? hearNameAnswer(right) : null);
    const other = named ?? (plain !== null && sharesWith(draft.name, plain) ? plain : null);
    return other === null || (speaks(other) && !own) ? draft : { ...draft, name: other };
  }
  const bare = asking?.about === 'slot' || asking?.about === 'phone' || asking?.about === 'id';
  const theirs = draft.who === null || own ? null : nameOf(draft.who, right);
  if (theirs !== null && asked) return { ...draft, name: theirs };
  const named = asked
    ? (hearNameAnswer(corrects ? right : raw, draft.tries > 0) ?? withSurname(draft.name ?? '', raw))
    : (hearNamed(right) ?? (bare ? hearBareName(raw) : null));
  if (named === null) return mended === null ? draft : { ...draft, name: mended };
  if (!speaks(named) || draft.who === null || own) return { ...draft, name: named };
  // 我叫李建国，俺娘叫何金凤.
  const rest = right
    .split(PAUSE)
    .filter((clause) => !clause.includes(named))
    .join('，');
  const other = namesIn(right).find((name) => !speaks(name)) ?? hearNameAnswer(rest) ?? draft.name;
  return { ...draft, name: other, booker: { ...draft.booker, name: named } };
}

/** How somebody is called where names of several people are told: 俺兄弟叫张大力，俺娘叫孙凤英. */
const CALLED: Partial<Record<Relation, RegExp>> = {
  mother: /[妈娘母]/u,
  father: /[爸爹父]|俺大|额大/u,
  spouse: /老伴|老[头婆]|媳妇|婆姨|男人|爱人|屋里/u,
};

/** The name of the one who is booked for, of several that are told; null where it is not clear which. */
function nameOf({ relation, word }: Who, text: string): string | null {
  const names = namesIn(text);
  if (names.length < 2) return null;
  const clauses = text.split(PAUSE);
  const theirs = names.filter((name) =>
    clauses.some((clause) => {
      const before = clause.slice(0, Math.max(0, clause.indexOf(name)));
      return clause.includes(name) && (before.includes(word) || CALLED[relation]?.test(before) === true);
    }),
  );
  const [only, ...others] = new Set(theirs);
  return only !== undefined && others.length === 0 ? only : null;
}

/** 姓章，不是张: the name with the surname that is told alone. */
function withSurname(name: string, text: string): string | null {
  const surname = surnameTold(text);
  return surname === null || name.length < 2 || name.startsWith(surname)
    ? null
    : `${surname}${name.slice(1)}`;
}

/** Before a name these make it the speaker's. */
const SPEAKER = ['我叫', '我是', '我姓名是', '我名字叫', '俺叫', '俺是', '额叫'];

/** 我叫李建军; 我姓李，叫李建军; 李建军是我. */
function isSpeaker(name: string, text: string): boolean {
  const surname = /[我俺额贵]姓(\p{Script=Han})/u.exec(text)?.[1];
  return (
    SPEAKER.some((lead) => text.includes(`${lead}${name}`)) ||
    text.includes(`${name}是我`) ||
    (surname !== undefined && name.startsWith(surname) && namesIn(text).length > 1)
  );
}

/** 王贵芳, 王桂芳: a correction of a name keeps some of it. */
const sharesWith = (name: string, other: string): boolean => [...other].some((char) => name.includes(char));
