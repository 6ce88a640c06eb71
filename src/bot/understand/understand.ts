import type { Region } from '../../knowledge/types.js';
import { plainMandarin } from '../../language/features.js';
import { type Lexicon, lookUp } from '../../language/lexicon.js';
import { tagWords } from '../../language/words.js';
import type { Conversation } from '../conversation.js';
import { type Ask, type Concept, weightOf } from './ask.js';
import { conceptsOf } from './concepts.js';
import { type NamedPlace, placesAskedAbout } from './places.js';
import { type AboutUs, readAboutUs, readSocial, type Social, wantsRepeat } from './social.js';
import { splitTurn } from './split.js';
import { askedIn, readWants } from './wants.js';

export interface Understanding {
  /** Normalised: simplified characters, homophones of domain words repaired. */
  text: string;
  social: Social | AboutUs | null;
  wantsRepeat: boolean;
  asks: Ask[];
  places: NamedPlace[];
  /** Whether places are held against each other. */
  compares: boolean;
}

interface UnderstandTools {
  lexicon: Lexicon;
  /** Places that policies are held for. */
  held: readonly Region[];
  rarity(word: string): number;
}

const COMPARES =
  /比|哪(个|边|里|儿|家|地)(更)?(高|低|多|少|好|贵|便宜|划算)|区别|差别|不同|不一样|一样|分别|各(是|自)|相差|和.{1,8}(呢|哪|谁)/u;
const CARRIES_ON = /^(那|那么|还有|另外|要是|如果|换成|换|再|然后|同样)|呢[?？。]?$/u;
/** A question with less of its own than this may carry on the one before. */
const THIN = 1.6;
/** With so little, it carries it on even where its form does not say so (给谁服务). */
const THINNEST = 0.5;
const SHORT = 48;
/** What a short turn says beside its asking words weighs this much of theirs. */
const BESIDE = 0.6;
const CARRIED_WEIGHT = 0.5;
/** Asks for a side of a thing and names none: 要钱不, 怎么申请, 归谁管. */
const SIDE =
  /^(?:(?:怎么|咋|如何|[在去到上]哪[儿里]?)\p{Script=Han}{0,2}|(?:申请|办理?|领取?|报名)|(?:[要收花掏出]?不)?[要收花掏出]?钱|收费|免费|费用|价格|价钱|贵不贵|(?:要|得|该)?(?:花|交|掏|收|出|付)?多少(?:钱)?|怎么收费|(?:能)?报(?:销|多少)|归?谁(?:来)?(?:管|负责|牵头)|[找问](?:谁|哪个?)|(?:哪个?)?(?:部门|单位|窗口)|(?:要|带)?(?:啥|什么|哪些)?(?:材料|手续|证件|条件)|[要得需]?(?:带|拿|准备)(?:啥|什么|哪些)|期限|岁数|年纪|年龄|电话|号码)$/u;

/** How much a question has to itself: a side of a thing (要钱不要钱) is nothing by itself. */
const ownWeight = (focus: readonly Concept[]): number =>
  focus.every(({ surface }) => SIDE.test(surface)) ? 0 : weightOf(focus);

/** Reads a turn in the light of the conversation so far. */
export function understand(
  text: string,
  conversation: Conversation,
  near: Region | null,
  tools: UnderstandTools,
): Understanding {
  const plain = plainMandarin(text, tools.lexicon);
  const places = placesAskedAbout(plain, near, tools.held);
  const known = new Map<string, Concept[]>();
  const read = (part: string): Concept[] => {
    const concepts =
      known.get(part) ??
      conceptsOf(part, placesAskedAbout(part, near, tools.held), {
        words: tagWords,
        expand: (t) => lookUp(t, tools.lexicon),
        rarity: tools.rarity,
      });
    known.set(part, concepts);
    return concepts;
  };
  const split = splitTurn(plain, (part) => ownWeight(read(part)));
  // A short turn with one question is about all that it says; its asking words still weigh most.
  const short = split.asks.length === 1 && plain.length <= SHORT;
  const { asks, story } = short ? { asks: [plain], story: '' } : split;
  const focusOf = (part: string): Concept[] =>
    short ? stressed(read(part), split.asks[0] ?? part) : read(part);
  const before = subjectOf(conversation, read);
  const told = toldBefore(conversation);
  return {
    text,
    social: readSocial(plain) ?? readAboutUs(plain),
    wantsRepeat: wantsRepeat(plain),
    places,
    compares: COMPARES.test(plain),
    asks: asks.map((part) =>
      carryOn(
        {
          text: part,
          story,
          carried: '',
          wants: readWants(askedIn(part)),
          also: split.thin.filter((t) => part.includes(t)),
          focus: focusOf(part),
          background: read(story),
        },
        before,
        told,
        plain,
        places.length > 0,
      ),
    ),
  };
}

/** What a thin question carries on: the last question, or what the person was just told to get. */
function subjectOf(
  { lastAsks, assessing }: Conversation,
  read: (text: string) => Concept[],
): Ask | undefined {
  const last = lastAsks.at(-1);
  const found = assessing?.titles.slice(0, MOST_TITLES).join('，') ?? '';
  if (last === undefined || found === '' || !assessing?.general || assessing.asks.at(-1)?.text !== last.text)
    return last;
  return {
    ...last,
    text: found,
    story: '',
    carried: '',
    wants: ['what'],
    focus: read(found),
    background: [],
  };
}
const MOST_TITLES = 2;

/** What the last answer told; undefined where it was no answer, or in a policy's own words. */
function toldBefore({ lastReply, told }: Conversation): Ask['told'] {
  if (lastReply?.kind === 'not_found') return [];
  return lastReply?.kind === 'answer' && told.length > 0 ? told : undefined;
}

/** The concepts, those outside the asking words lighter and never essential. */
function stressed(concepts: readonly Concept[], asking: string): Concept[] {
  return concepts.map((c) =>
    asking.includes(c.surface) ? c : { ...c, weight: c.weight * BESIDE, essential: false },
  );
}

/** 考评没过会咋样, 交不上怎么处理: what comes of it, and no figure that was asked for before. */
const CONSEQUENCE = /会(?:怎么样|怎样|咋样|咋着)|怎么(?:处理|处置|罚)|(?:有|是)什么后果/u;

/** A thin question after another one takes over what it does not say itself (那护理院呢); a place alone is left as it is. */
function carryOn(
  ask: Ask,
  before: Ask | undefined,
  told: Ask['told'],
  turn: string,
  namesPlace: boolean,
): Ask {
  if (before === undefined) return ask;
  const own = ownWeight(ask.focus);
  if (namesPlace && own === 0 && ask.wants.every((w) => w === 'what')) return ask;
  const continues = CARRIES_ON.test(turn) && turn.length <= 24;
  if (!continues && own >= THINNEST) return ask;
  if (own > THIN) return ask;
  const unspecific = ask.wants.every((w) => w === 'what' || w === 'whether') && !CONSEQUENCE.test(ask.text);
  const wants = unspecific ? before.wants : ask.wants;
  // 怎么申请 and no more: the question before is the subject, the words only say what of it.
  if (own === 0) {
    const subject = before.subject ?? before.text;
    const side: Ask = { ...before, subject, text: `${subject}，${ask.text}`, wants };
    return told === undefined ? side : { ...side, told };
  }
  return {
    ...ask,
    carried: [before.carried, before.text].filter((t) => t !== '').join('，'),
    wants,
    focus: ask.focus.map((c) => ({ ...c, essential: true })),
    background: [
      ...before.focus.map((c) => ({ ...c, weight: c.weight * CARRIED_WEIGHT, essential: false })),
      ...ask.background,
    ],
  };
}
