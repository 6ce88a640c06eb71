import { regionsCalled, regionsNamedIn } from '../../knowledge/regions.js';
import { scanNumerals } from '../../language/numerals.js';
import type { Facts, Status } from '../understand/facts/index.js';
import type { ProposedFact } from './schema.js';

/** Words of the person that can stand behind a fact: a quote without one of them backs nothing. */
const BEARS_ON: Record<ProposedFact['fact'], RegExp> = {
  age: /[\d一二三四五六七八九十百零〇两]/u,
  hukou: /户口|户籍|本地人|[省市县区]人/u,
  residence: /住|家在|待在|搬|租/u,
  care: /自理|照[顾看护料]|伺候|护理|瘫|床|喂|走路|走不|动不了|腿脚|穿衣|吃饭|上厕所|硬朗|利索|身体|扶|自己能/u,
  housing: /家|屋|房|养老院|敬老院|福利院|护理院|机构|院里/u,
  emptyNest: /一个人|独|空巢|身边|没人|老两口|两口子|跟[^，。]{0,6}住|和[^，。]{0,6}住|儿|女|娃|崽/u,
  childrenInCity: /儿|女|娃|崽|孩子|伢|闺/u,
  incomeBelowMinimumWage: /钱|工资|收入|养老金|退休金|块|元|低保|挣/u,
  status: /救济|政府养|三无|五保|特困|低保|低收入|困难|贫困|失独|计生|特扶|残|没儿没女|无儿无女|孤/u,
  statusNot: /不是|没有?|没得|没办|未|不算|不吃|冇/u,
};

const STATUS_WORDS: Record<Status, RegExp> = {
  三无: /三无|没儿没女|无儿无女|孤/u,
  五保: /五保|特困/u,
  低保: /低保|救济|政府养/u,
  低收入: /低收入|困难|贫困|穷|收入低|钱少/u,
  计生特殊家庭: /计生|失独|特扶|独生/u,
  残疾: /残|聋|哑|瞎|看不见|听不见/u,
};

const DENIES = /不|没|未|冇|无(?!儿|保)|非/u;
const OLDEST = 120;
const YES_NO: Record<string, boolean> = { true: true, false: false };

/**
 * The facts that words of the person back, and that code did not read otherwise. A quote must stand in what was said,
 * speak of the fact, and hold its figure, place or class; denied words back nothing but a denial.
 */
export function backedFacts(proposed: readonly ProposedFact[], said: string, told: Facts): Facts {
  let facts: Facts = {};
  for (const { fact, value, quote } of proposed) {
    if (quote.length < 2 || !said.includes(quote) || !BEARS_ON[fact].test(quote)) continue;
    const read = readFact(fact, value, quote);
    if (read === null) continue;
    const fresh = Object.keys(read).every(
      (name) => !Object.hasOwn(told, name) && !Object.hasOwn(facts, name),
    );
    if (fresh) facts = { ...facts, ...read };
  }
  return facts;
}

function readFact(fact: ProposedFact['fact'], value: string, quote: string): Facts | null {
  switch (fact) {
    case 'age': {
      const years = Number(value);
      const held = scanNumerals(quote).some((n) => n.value === years);
      return held && years > 0 && years <= OLDEST ? { age: { years, basis: 'unknown' } } : null;
    }
    case 'hukou':
    case 'residence': {
      const [region, ...others] = regionsCalled(value);
      const named = regionsNamedIn(quote).some((m) => m.candidates.some((c) => c.adcode === region?.adcode));
      return region && others.length === 0 && named && !DENIES.test(quote) ? { [fact]: region.adcode } : null;
    }
    case 'care':
      return value === 'none' || value === 'partial' || value === 'full' ? { care: value } : null;
    case 'housing':
      return value === 'dispersed' || value === 'institution' ? { housing: value } : null;
    case 'emptyNest':
    case 'childrenInCity':
    case 'incomeBelowMinimumWage': {
      const holds = YES_NO[value];
      return holds === undefined ? null : { [fact]: holds };
    }
    case 'status':
    case 'statusNot': {
      const status = statusCalled(value);
      if (status === null || !STATUS_WORDS[status].test(quote)) return null;
      const denied = DENIES.test(quote.replace(STATUS_WORDS[status], ''));
      if (denied !== (fact === 'statusNot')) return null;
      return denied ? { statusesNot: [status] } : { statuses: [status] };
    }
  }
}

const STATUSES: readonly Status[] = ['三无', '五保', '低保', '低收入', '计生特殊家庭', '残疾'];
const statusCalled = (name: string): Status | null => STATUSES.find((status) => status === name) ?? null;
