import { itemNumber } from '../../knowledge/reading/numbering.js';
import type { Clause, PolicyDocument } from '../../knowledge/types.js';
import { replies } from '../replies.zh.js';
import type { Citation } from '../reply.js';
import type { Ask } from '../understand/ask.js';
import { cite } from './cite.js';
import type { Statement } from './finding.js';

const ISSUED =
  /(哪(一)?(个?月|年|天|日)|什么(时候|月份)|何时|几月|几号|多久).{0,8}(发(?!通知|证|钱|补|放|给|卡)|出|印发|下发|颁布|公布|发布|出台|写|定|下的)(的|布|文)?|(发|出|印发|发布|出台)(的)?(时间|日期)|(文件|政策|办法|方案|意见).{0,8}(哪(一)?年|什么时候|几月|几号)/u;
const PUBLISHED = /印发|下发|颁布|公布|发布|出台|[发出]的/u;
const STARTS =
  /(从|打)?(什么时候|哪(一)?(天|年|月)|何时|几月|几号).{0,4}(起|开始)?.{0,4}(施行|执行|实施|生效|算数)|(施行|生效|执行|实施)(的)?(时间|日期)/u;
/** 这个办法从什么时候开始; 免费查身体从几月几号开始 asks of no policy. */
const BEGINS =
  /(什么时候|哪(一)?(天|年|月)|何时|几月|几号).{0,8}开始(?![办发领交给收搞建做有补弄查体干签检报评上来])/u;
const ISSUER =
  /(谁|哪(些|个|几个)?(部门|单位|局|家)?|什么部门).{0,6}(发|出|印发|下发|联合|制定|定)(的|布)?|几(个|家)(部门|单位).{0,4}(发|出|印)|一家(单独)?(发|出|印)的|发文(单位|机关)/u;
/** 老人卡快过期了: other things than policies have their terms. */
const EXPIRES =
  /(?:证|卡|凭证|合同|协议|资格|执照|牌照|许可|票|等级|星级|疫苗|药)[^，。]{0,6}(?:过期|到期|有效|失效|作废)/u;
/** 按哪个文件给, 奖补执行哪份文件. */
const BY_WHICH = /(按|照|依|据|执行|参照|根据|属于).{0,4}(哪|什么)/u;
const DOCUMENT =
  /文件|政策|方案|办法|意见|(?<![发打])通知|规定|文号|红头|[这那该](?:个|份|道)?文(?![化盲书字明凭])/u;

/** Questions about the policy itself: its number, its dates, who issued it, whether it still holds; else null. */
export function aboutDocument(ask: Ask, policies: readonly PolicyDocument[]): Statement | null {
  const policy = calledMost(ask.text, policies);
  if (policy === undefined) return null;
  const { text } = ask;
  const validity = ask.wants.includes('validity') && !EXPIRES.test(text);
  // 按哪个文件给: which rule, not what this one is called.
  const number = ask.wants.includes('number') && !BY_WHICH.test(text);
  const named = DOCUMENT.test(text) || namesNumber(text, policy);
  const starts = STARTS.test(text) || (BEGINS.test(text) && named);
  // 从什么时候开始施行 asks for no day of issue, though it has a 什么时候 too.
  const issued = ISSUED.test(text) && named && (!starts || PUBLISHED.test(text));
  const issuer = ISSUER.test(text) && named;
  if (!(validity || number || issued || starts || issuer)) return null;
  const { meta } = policy;
  const said: string[] = [];
  if (number || validity || issued)
    said.push(
      meta.number === null ? replies.noNumber(meta.title) : replies.numberIs(meta.title, meta.number),
    );
  if ((issuer || issued) && meta.issuers.length > 0) said.push(replies.issuedBy(meta.issuers));
  if (issued || validity)
    said.push(meta.issued === null ? replies.noIssueDate : replies.issuedOn(meta.issued));
  if ((starts || validity) && meta.effectiveFrom !== null && meta.effectiveFrom !== meta.issued)
    said.push(replies.startsOn(meta.effectiveFrom));
  else if (starts) said.push(meta.issued === null ? replies.noIssueDate : replies.startsUnsaid(meta.issued));
  const term = validity ? termOf(policy) : null;
  if (validity)
    said.push(
      meta.effectiveTo === null ? replies.noEndDate : (term?.said ?? replies.endsOn(meta.effectiveTo)),
    );
  const citations = [...sources(policy), ...(term === null ? [] : [term.citation])];
  return { short: null, text: said.join(''), notes: [], citations };
}

/** Of several policies the one whose title has most of the question's character pairs; the first of those alike. */
function calledMost(text: string, policies: readonly PolicyDocument[]): PolicyDocument | undefined {
  const [first, ...others] = policies;
  const shared = ({ meta: { title } }: PolicyDocument): number => {
    let pairs = 0;
    for (let i = 0; i + 1 < text.length; i++) if (title.includes(text.slice(i, i + 2))) pairs++;
    return pairs;
  };
  return first && others.reduce((best, next) => (shared(next) > shared(best) ? next : best), first);
}

const bare = (number: string): string => number.normalize('NFKC').replace(/[〔〕[\]()（）年第\s]/gu, '');

/** 有效期5年 in the policy's own words: the day on which it ends is printed nowhere. */
function termOf(policy: PolicyDocument): { said: string; citation: Citation } | null {
  for (const clause of policy.clauses) {
    const line = clause.text.split('\n').find((l) => TERM.test(l));
    if (line !== undefined)
      return {
        said: replies.termSaid(line.slice(itemNumber(line)?.length ?? 0)),
        citation: cite(policy, clause, line),
      };
  }
  return null;
}
const TERM = /本[^，。]{2,6}(?:自|有效期)[^。]{0,30}有效期[^。]{0,6}年/u;

/** Whether the text gives the policy's 文号, brackets or none. */
const namesNumber = (text: string, { meta }: PolicyDocument): boolean =>
  meta.number !== null && bare(text).includes(bare(meta.number));

/** From when, and how long, it holds. */
const HOLDS = /起(?:施行|执行|实施|生效)|有效期/u;
const CHINESE_DATE = /[0-9]{4}\s*年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日/u;

/** The lines of the document that show number, issuers, title and dates. */
function sources(policy: PolicyDocument): Citation[] {
  const { meta, clauses } = policy;
  const shows = (clause: Clause): boolean =>
    clause.kind !== 'clause' ||
    CHINESE_DATE.test(clause.text) ||
    (meta.number !== null && clause.text.includes(meta.number));
  const lines = clauses
    .filter(shows)
    .flatMap((clause) => clause.text.split('\n').map((line) => ({ clause, line: line.trim() })))
    .filter(
      ({ line }) =>
        (meta.number !== null && line === meta.number) ||
        meta.issuers.includes(line) ||
        (CHINESE_DATE.test(line) && (line.length < 60 || HOLDS.test(line))),
    );
  const unique = lines.filter(({ line }, i) => lines.findIndex((l) => l.line === line) === i);
  const [first] = clauses;
  if (unique.length === 0 && first) return [cite(policy, first, first.text.split('\n')[0] ?? first.text)];
  return unique.map(({ clause, line }) => cite(policy, clause, line));
}
