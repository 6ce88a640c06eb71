import { covers, regionsCalled, regionsNamedIn } from '../../knowledge/regions.js';
import type { Region } from '../../knowledge/types.js';
import { type Lexicon, lookUp } from '../../language/lexicon.js';
import { readPolarity } from '../../language/polarity.js';
import { isAsking } from './wants.js';

/** What an answer to 老人住在哪个市、哪个县区 tells. */
export interface PlaceAnswer {
  region: Region;
  /** Whether it was the place around this one that was named: its rule is told under its own name. */
  presumed: boolean;
}

/** More is not only where somebody lives. */
const LONGEST = 24;
const LEAD =
  /^(?:嗯|哦|啊|那个|就|都|是|在|住|家|人|现在|老人|(?:我|俺|额|咱|她|他)(?:们|家|屋里?|[爸妈爹娘爷奶])?|[，,。\s])+/u;
const TAIL =
  /(?:的|那边|那块儿?|那里|那儿|这边|这块儿?|这里|这儿|底下|下面|上头?|人|哩|嘞|呢|啊|呀|[，,。！!\s])+$/u;
/** A township, a village, a street: nobody says more of where they live. */
const LONGEST_LOCALITY = 8;
/** Words of what is asked about; no village is called so. */
const OF_A_MATTER = /医|养老|病|钱|补|费|保|证|卡|床|岁|户|护|年|老人|[，,。！!？?\s]|[不没]/u;
const LONGEST_NAME = 6;
const LONGEST_YES = 8;
/** In the town itself: 怀化城里, 怀化市里. */
const IN_TOWN = /^(?:(?:城|市|街|市区|[主老]?城区)(?:里头?|内|头|上)?|里头?)$/u;

/**
 * Where somebody lives, of a turn that tells nothing else, as one that was asked for it does: 神木大柳塔的, 鹤城区黄金坳.
 * `inside`: the place that was asked after (您是那里的吗), which a yes means, and the name of the city around it said again.
 */
export function placeAnswered(
  text: string,
  inside: Region | null,
  held: readonly Region[],
  lexicon: Lexicon,
): PlaceAnswer | null {
  if (text.length > LONGEST || isAsking(text)) return null;
  const said = text.replace(LEAD, '').replace(TAIL, '');
  const first = firstPlace(said, held);
  if (first === null) {
    const agrees = inside !== null && (IN_TOWN.test(said) || readPolarity(text) === 'yes');
    return agrees && text.length <= LONGEST_YES ? { region: inside, presumed: false } : null;
  }
  const rest = said.slice(first.end).replace(/^[，,\s]+/u, '');
  if (rest.length > LONGEST_LOCALITY || OF_A_MATTER.test(rest) || lookUp(rest, lexicon).some(isOfAMatter))
    return null;
  const { region } = first;
  if (held.some((one) => covers(one, region))) return { region, presumed: false };
  const within = held.filter((one) => covers(region, one));
  const [only] = within;
  const meant = inside ?? (IN_TOWN.test(rest) && within.length === 1 ? only : undefined);
  return meant !== undefined && meant !== null && covers(region, meant)
    ? { region: meant, presumed: true }
    : { region, presumed: false };
}

const isOfAMatter = ({ kind }: { kind: string }): boolean => kind === 'term' || kind === 'kinship';

/** The place that the words begin with; one whose name is an ordinary word (神木) too, where policies are held for it. */
function firstPlace(said: string, held: readonly Region[]): { region: Region; end: number } | null {
  const isHeld = (region: Region): boolean => held.some((one) => covers(one, region) || covers(region, one));
  const mention = regionsNamedIn(said)[0];
  if (mention?.start === 0) {
    const region = mention.region ?? mention.candidates.find(isHeld);
    return region === undefined ? null : { region, end: mention.end };
  }
  for (let end = Math.min(LONGEST_NAME, said.length); end >= 2; end--) {
    const known = regionsCalled(said.slice(0, end)).filter(isHeld);
    if (known.length === 1 && known[0] !== undefined) return { region: known[0], end };
  }
  return null;
}
