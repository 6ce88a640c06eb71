import type { Region } from '../../../knowledge/types.js';
import type { Lexicon } from '../../../language/lexicon.js';
import { isAsking } from '../../understand/wants.js';
import { hearService, serviceWished } from '../hear/service.js';
import type { Scene } from '../scene.js';
import { likelyTask } from './likely-task.js';
import { taskIn } from './task.js';

/** Where care is given. */
const INSTITUTION =
  /社区|卫生[院室所]|(?:小|镇|村|乡|区)医院|服务中心|服务站|养老院|敬老院|护理院|养老机构|幸福院|日间照料/gu;
/** What is asked of the desk, whatever place is named in it. */
const OF_THE_DESK = /约|挂|号|排|派|请|出个?人|来|到[家屋]|上门|登记|报名|安排|找/u;
const ASKS_WHETHER =
  /^[^，。]{0,4}[，,\s]?[^，。]{0,4}(?:能不能|可不可以|能否|管不管|给不给|兴不兴|有没有人?|(?:能|可以|管|给)(?=[^，。]{1,14}[不吗么没][。？?]?$))/u;

/** 社区小医院能不能先给他测一测: whether a place does something is asked of the policies. */
export function asksWhatAPlaceDoes(text: string): boolean {
  const asking = text.slice(-LONGEST_QUESTION);
  if (OF_THE_DESK.test(asking)) return false;
  return [...asking.matchAll(INSTITUTION)].some(({ index, 0: named }) =>
    ASKS_WHETHER.test(asking.slice(index + named.length)),
  );
}
/** What is asked stands in the last words of a story. */
const LONGEST_QUESTION = 40;

/**
 * 有没有地方能替我照看几天: a wish told as a question, for what nobody gives by appointment where the person lives, or
 * perhaps nobody does; the policies may say more of it.
 */
export async function asksForWhatIsNotBooked(scene: Scene): Promise<boolean> {
  const { text, home } = scene.work;
  if (!isOnlyLikely(text, scene.house.lexicon)) return false;
  for (const place of home === null ? scene.house.held : [home])
    if ((await wishedThere(scene, text, place))?.bookable === false) return true;
  return false;
}

/** 有没有, 哪里能: whether it is to be had, not what it costs or what it is. */
const TO_BE_HAD = /有没[有得]|有(?:人|地方)|能不能|可不可以|(?:哪[里儿]?|谁)(?:能|可以|有)/u;

/** The same, asked before the place was known: whether it is given by appointment there, and no policy speaks of it. */
export async function isBookedThere(scene: Scene, said: string, place: Region): Promise<boolean> {
  const { lexicon } = scene.house;
  if (!isOnlyLikely(said, lexicon) || !TO_BE_HAD.test(said)) return false;
  const wished = await wishedThere(scene, said, place);
  if (wished === null || !wished.bookable || wished.grants.length > 0) return false;
  return hearService(said, [wished]) !== null || likelyTask(said, lexicon, false) === 'book';
}

/** 有没有啥地方能先替我看几天: asked after a place that does it, however much it sounds like a wish. */
const AFTER_A_PLACE =
  /(?:有没[有得]|有)(?:一?个|啥|什么|哪个|哪种|这样的)*(?:地方|机构|单位|去处|场所|哪[里儿])/u;
const APPOINTS = /约|挂|号|订|登记|报名|排|派|安排/u;

const isOnlyLikely = (text: string, lexicon: Lexicon): boolean =>
  isAsking(text) &&
  (taskIn(text, lexicon, false) === null || (AFTER_A_PLACE.test(text) && !APPOINTS.test(text)));

/** The service that is wished, and whether it is given there; null where none is told, or it is to see a doctor. */
async function wishedThere({ appointments, house }: Scene, text: string, place: Region) {
  const services = await appointments.services(place.adcode);
  const wished = serviceWished(text, services, house.lexicon);
  return wished === null || wished.byDepartment ? null : wished;
}
