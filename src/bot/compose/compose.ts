import type { Region } from '../../knowledge/types.js';
import type { House } from '../house.js';
import { recentOf } from '../recent.js';
import { replies } from '../replies.zh.js';
import type { Ask } from '../understand/ask.js';
import { REQUESTS } from '../understand/intent-rules.js';
import { askedIn, isAsking } from '../understand/wants.js';
import type { Ending, Work } from '../work.js';
import { forTheirAge } from './ages.js';
import { answer } from './answer.js';
import { soughtText } from './embed.js';
import type { Finding, Statement } from './finding.js';
import { closing } from './notes.js';
import { particularsIn } from './particulars.js';
import { wantsFigure } from './rank.js';
import { render } from './render.js';

/** Finds what the policies say to each question for each place, and puts it into words. */
export function compose(work: Work, house: House): Work | Ending {
  if (work.reply !== null) return work;
  const { asks } = work.understanding;
  const findings = work.places.flatMap((place) =>
    merge(asks.map((ask) => ({ ask, finding: answered(ask, place, house, work.prefer) }))).map((finding) =>
      forTheirAge(finding, work.told, work.text),
    ),
  );
  const onlyTells = Object.keys(work.told).length > 0 && asks.every((ask) => !asksAnything(ask));
  if (onlyTells && findings.every((f) => f.kind === 'silent')) return { ending: 'nothing_asked' };
  return { ...work, findings, reply: render(findings, work.text, work.presumed) };
}

/** 腿脚不行，要人扶 tells; two or three bare words are looked up. */
const asksAnything = ({ text, focus }: Ask): boolean =>
  isAsking(text) || REQUESTS.test(text) || focus.some((concept) => NAMES_A_MATTER.test(concept.surface));
const NAMES_A_MATTER = /[补津费金险证卡票贴]|政策|标准|服务|养老|医|护理|机构|床位|体检/u;

const answers = recentOf<Finding>(2000);

function answered(ask: Ask, place: Region, house: House, prefer: Work['prefer']): Finding {
  if (prefer !== null) return answer(ask, place, house, prefer);
  // What a vector had a part in is not kept, nor does what was found without one stand in its way.
  if (house.embedded?.queryOf(soughtText(ask))) return answer(ask, place, house);
  const key = [place.adcode, ask.text, ask.story, ask.carried, ask.wants, ask.told ?? 'all'].join('\n');
  return answers(house).get(key, () => answer(ask, place, house));
}

interface Part {
  ask: Ask;
  finding: Finding;
}

/**
 * Several questions about one place. What one of them does not find is said where none finds anything, or where it asked
 * for a particular: whoever asks what it is and who does it takes half an answer for the whole.
 */
function merge(parts: readonly Part[]): Finding[] {
  const found = parts.map(({ finding }) => finding).filter((f) => f.kind === 'found');
  const [first] = found;
  if (first === undefined) return parts.slice(0, 1).map(({ finding }) => finding);
  const sure = found.filter(({ statements: [told] }) => told?.nearest !== true);
  const [surest] = sure;
  if (surest === undefined) return [first];
  const open = parts.some(({ ask, finding }) => finding.kind === 'silent' && asksParticular(ask));
  const statements = once(sure.flatMap((f) => f.statements));
  return [{ ...surest, statements: open ? closing(replies.partOpen, statements) : statements }];
}

const asksParticular = (ask: Ask): boolean =>
  wantsFigure(ask) || ask.wants.includes('who') || particularsIn(ask.text, askedIn(ask.text)).length > 0;

/** What several questions are answered by is told once, as the question has it that it leaves nothing open of. */
function once(statements: readonly Statement[]): Statement[] {
  const told = new Map<string, Statement>();
  for (const statement of statements) {
    const known = told.get(statement.text);
    if (known === undefined || leadOf(statement) < leadOf(known)) told.set(statement.text, statement);
  }
  return [...told.values()];
}

const leadOf = ({ short }: Statement): number => short?.length ?? 0;
