import { covers, findRegion } from '../knowledge/regions.js';
import type { Region } from '../knowledge/types.js';
import { type Polarity, readPolarity } from '../language/polarity.js';
import { addsToAssessment, tellsOfCase } from './assess/person.js';
import { asksForAnything } from './assess/relevant.js';
import { goingOn } from './assess/take-answer.js';
import { stated } from './compose/answer.js';
import { rankProvisions } from './compose/rank.js';
import { isNear } from './compose/select.js';
import type { House } from './house.js';
import { type Ask, weightOf } from './understand/ask.js';
import { classesNamedIn } from './understand/classes.js';
import { isWithoutAll } from './understand/facts/index.js';
import { tellsHome } from './understand/places.js';
import { isAsking } from './understand/wants.js';
import type { Ending, Work } from './work.js';

/** What shows that a question is of this house's kind at all. */
const OF_OUR_KIND =
  /老|岁|养|医|病|护|院|诊|药|体检|健康|补|贴|津|金|费|钱|免|优惠|保障|保险|低保|五保|残|丧|葬|抚恤|遗|卡|证|票|领|待遇|福利|政策|文件|规定|申请|社区|居家|床位|机构|爸|妈|爹|娘|爷|奶|婆|家属/u;

/** 是的、不用了、不知道: longer, it says more than that. */
const LONGEST_NOD = 6;

/** Which task has the floor: one of the fixed endings, or an answer and for which places (promise 2). */
export function decide(work: Work, house: House): Work | Ending {
  const { understanding, conversation } = work;
  const assessment = goingOn(work);
  if (assessment) return assessment;
  if (understanding.social !== null) return { ending: understanding.social };
  if (understanding.wantsRepeat) return { ending: 'repeat' };
  const { pending } = conversation;
  // 不是, to 老人是鹤城区的吗: whom to ring was told with it.
  const unlike =
    pending?.kind === 'place' && pending.inside !== undefined && understanding.places.length === 0;
  const asked = pending !== null && pending.kind !== 'visit' && !unlike;
  const nod = asked ? null : nodIn(work);
  if (nod !== null)
    return { ending: nod === 'no' && conversation.assessing !== null ? 'what_is_wrong' : 'nod' };

  const toldHome = understanding.places
    .filter((place) => tellsHome(understanding.text, place))
    .map((p) => p.region);
  const home = toldHome[0] ?? work.home;
  const named = narrowed(
    understanding.places.map((p) => p.region),
    home,
  );

  const more = moreOfCase(work, named);
  if (more !== null) return { ...more, home };

  // The place alone: the answer to our question, or a follow-up (郑州呢).
  const answering = pending?.kind === 'place';
  // 郑州，我妈吃低保: where, and more of the case, which asks nothing else.
  const adds = answering && tellsOfCase(work.told) && !isAsking(understanding.text);
  const bare = adds || understanding.asks.every((ask) => ask.focus.length === 0);
  if (named.length > 0 && bare && conversation.lastAsks.length > 0) {
    return {
      ...work,
      home: answering ? (named[0] ?? home) : home,
      places: understanding.compares && !answering ? union(topicOf(work), named) : named,
      presumed: understanding.places.some((place) => place.presumed === true),
      understanding: { ...understanding, asks: conversation.lastAsks },
    };
  }
  // More of the case, or a correction of it (不是六十八，是七十八): the question before is asked again.
  if (tellsOfCase(work.told) && conversation.lastAsks.length > 0 && addsToCase(work)) {
    const places = topicOf(work);
    if (places.length > 0)
      return { ...work, home, places, understanding: { ...understanding, asks: conversation.lastAsks } };
  }
  if (understanding.asks.length === 0) return { ending: 'not_understood' };

  const carried = understanding.asks.some((ask) => ask.carried !== '');
  const places =
    named.length > 0
      ? named
      : carried && conversation.topicPlaces.length > 0
        ? topicOf(work)
        : home
          ? [home]
          : [];
  if (places.length > 0) return { ...work, home, places };
  const topic = topicOf(work);
  if (topic.length === 1 && isOfNobody(work)) return { ...work, places: topic, presumed: true };
  return withoutPlace({ ...work, home }, house);
}

/** After an assessment, more that bears on it (她户口是金水的): the same is found out again. */
function moreOfCase(work: Work, named: readonly Region[]): Work | null {
  const { conversation, told, person, understanding } = work;
  const place = conversation.assessing === null ? null : findRegion(conversation.assessing.place);
  if (conversation.assessing === null || place === null || conversation.pending?.kind === 'place')
    return null;
  const there = named.every((region) => covers(place, region) || covers(region, place));
  // 没啥收入 by itself changes nothing of what was found out; all that a 三无 person lacks does.
  const lacksAll = told.lacks !== undefined && isWithoutAll(person.lacks ?? []);
  if (!(addsToAssessment(told) || lacksAll) || !there || !addsToCase(work)) return null;
  return { ...work, places: [place], understanding: { ...understanding, asks: conversation.assessing.asks } };
}

/** A bare yes or no to nothing that was asked; 没有低保 tells something. */
function nodIn({ told, understanding: { text } }: Work): Polarity | null {
  const bare = text.length <= LONGEST_NOD && !isAsking(text) && Object.keys(told).length === 0;
  return bare ? readPolarity(text) : null;
}

/** Whether a policy is asked about, and nobody's own case: whose own it is may live elsewhere. */
const isOfNobody = ({ told, understanding: { text } }: Work): boolean =>
  Object.keys(told).length === 0 && !OWN.test(text);
const OWN = /[我俺咱额][家妈爸爹娘爷奶老公婆自能可这]/u;

/** Whether the words tell of the person and ask nothing of their own; another's class asks for what that class gets. */
const addsToCase = ({ about, conversation, understanding: { asks, text } }: Work): boolean =>
  (about === conversation.about || classesNamedIn(text).size === 0) &&
  asks.every((ask) => !isAsking(ask.text) || weightOf(ask.focus) < 1);

/** A place that holds the person's own one stands for it: 陕西 said by somebody in 西安. */
function narrowed(named: readonly Region[], home: Region | null): Region[] {
  const regions = named.map((region) => (home && covers(region, home) ? home : region));
  const inner = regions.filter(
    (r) => !regions.some((other) => other.adcode !== r.adcode && covers(r, other)),
  );
  return inner.filter((r, i) => inner.findIndex((other) => other.adcode === r.adcode) === i);
}

const union = (a: readonly Region[], b: readonly Region[]): Region[] => [
  ...a.filter((x) => !b.some((y) => y.adcode === x.adcode)),
  ...b,
];

function topicOf(work: Work): Region[] {
  return work.conversation.topicPlaces.map(findRegion).filter((region) => region !== null);
}

/** Without a place only what does not depend on one is answered; else the place is asked for, if anything is held. */
function withoutPlace(work: Work, house: House): Work | Ending {
  const { asks, text } = work.understanding;
  const documents = house.library.documents;
  const byNumber = documents.filter(
    ({ meta }) => (meta.number !== null && text.includes(meta.number)) || text.includes(meta.title),
  );
  if (byNumber.length > 0) return { ...work, places: byNumber.map((d) => d.meta.region) };
  // What there is for somebody is never the same in two places, whatever a policy calls it.
  const near = (ask: Ask): boolean =>
    documents.some(({ meta }) => rankProvisions(ask, meta.id, house).some(isNear));
  const meant = (ask: Ask): boolean =>
    asksForAnything(ask) || near(ask) || stated(ask, documents, house).length > 0;
  if (asks.some(meant)) return { ending: 'ask_place' };
  if (asks.every((ask) => ask.focus.length === 0)) return { ending: 'not_understood' };
  return OF_OUR_KIND.test(text) ? { ending: 'silent_anywhere', question: text } : { ending: 'out_of_scope' };
}
