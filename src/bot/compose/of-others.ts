import type { Provision } from '../../knowledge/provisions/provision.js';
import { synonymsOf } from '../../language/thesaurus.js';
import type { House } from '../house.js';
import type { Ask } from '../understand/ask.js';
import { classesNamedIn } from '../understand/classes.js';
import { benefitsNamed } from './benefits-named.js';
import {
  isForMore,
  isForOtherGain,
  isForOtherLevel,
  isForOtherYear,
  isForThatAge,
  isForThatSize,
  isOfOthers,
} from './bounds.js';
import { givesOthers } from './money.js';

/** 有机动车的（残疾人代步车除外）: what is excepted does not say who it is for. */
const EXCEPTED = /（[^（）]*除外）/gu;

/** What is looked at of a provision; `text`: all that it says and is asked, with the headings around it. */
interface Read {
  provision: Provision;
  text: string;
}

/**
 * Whether a provision is of another benefit, class, size, age, year or level than the one that is asked about. `all`: those
 * that may answer. `prepared`: they have been put plainly.
 */
export function ofOthers(
  ask: Ask,
  house: House,
  all: readonly Provision[],
  prepared: boolean,
): (read: Read) => boolean {
  const told = `${ask.story}，${ask.text}`;
  const named = benefitsNamed(ask, house);
  const classes = classesNamedIn(`${ask.story}${ask.text}`);
  const isNamedIn = (text: string, name: string): boolean =>
    text.includes(name) || (!prepared && synonymsOf(name, house.thesaurus).some((n) => text.includes(n)));
  // Whoever is too young for all of it is told so of what is nearest.
  const partedByAge = !prepared && all.some(({ plain }) => isForThatAge(told, plain) === true);
  return ({ provision, text }) => {
    const { short, plain, force } = provision;
    return (
      named.some((names) => !names.some((name) => isNamedIn(text, name))) ||
      // 低保老人 150元 is no answer to somebody who says 三无.
      isOfOthers(classes, classesNamedIn(`${short}${plain}`.replace(EXCEPTED, ''))) ||
      isForThatSize(`${ask.story}${ask.text}`, plain) === false ||
      (force === 'target' && isForOtherYear(ask.text, plain)) ||
      isForOtherGain(ask.text, plain) ||
      isForOtherLevel(ask.text, plain) ||
      (partedByAge && isForThatAge(told, plain) === false) ||
      (!prepared && isForMore(told, plain)) ||
      givesOthers(ask, provision, text)
    );
  };
}
