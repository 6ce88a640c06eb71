import type { ClauseKind } from '../types.js';
import { itemNumber } from './numbering.js';

/** A run of a document's lines that belong together. Bodies are read further into clauses. */
export interface Part {
  role: 'body' | 'annexes' | Exclude<ClauseKind, 'clause' | 'preamble'>;
  lines: string[];
  /** 1 for the first annex; null in the document proper. */
  annex: number | null;
}

const squeeze = (line: string) => line.replace(/[\s　#*]/g, '');
const ANNEX_LABEL = /^附(?:件|表|录)(?:\d{1,2}|[一二三四五六七八九十])?[：:]?$/;
const ANNEX_TITLED = /^附(?:件|表|录)(?:\d{1,2}|[一二三四五六七八九十])[：:.、]?(.{4,60})$/;
const ANNEX_POINTER = /^附\s?(?:件|表)[\d一二三四五六]?[：:].{2,}/;
const DATE_LINE =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/;
const OFFICE_LINE =
  /^[^，。；：、（）《》\d]{3,40}(?:局|委|委员会|政府|办公室|办公厅|厅|部|院|联合会|总工会|中心|公司|管委会|监管局|党委|分行|支行)$/;
const DISTRIBUTION =
  /^(?:抄\s?送|抄\s?报|分\s?送|主\s?送)[：:]|印发$|^[（(](?:信息公开|此件|公开方式|联系)|^[（(][^（()）]*〔\d{4}〕[^（()）]*号[）)]$|^公开(?:方式|属性)[：:]|^[（(][^（()）。；]{2,30}[）)]$/;
const ADDRESSEE = /^(?:各|市|县|区|省|局|委|机关|有关|本|厅|全).{1,300}[：:]$/;
const ENDED = /[。；！？;!?][”’）)]*$/;
const NAMES = /名单|领导小组|工作专班|指挥部/;
const CHIEF = /^(?:组长|总指挥|指挥长|召集人|主任)[：:]/;
const PROMULGATES =
  /印发《?((?:[^《》]|《[^《》]*》){6,90}?)》?(?:（[^（）]{1,8}）)?的通知|现将《((?:[^《》]|《[^《》]*》){6,90})》|^《([^《》]{4,90})》已[^。]{0,80}现予(?:公布|发布|颁布)/gm;
/** A letterhead or a signature is no longer than this. */
const MAX_HEAD = 40;

/** Parts of a document, in order: letterhead, covering letter, body, signature, annexes, distribution. */
export function partsOf(lines: readonly string[]): Part[] {
  const starts = annexStarts(lines);
  const main = lines.slice(0, starts[0] ?? lines.length);
  const annexes = starts.flatMap((start, i) =>
    annexParts(lines.slice(start, starts[i + 1] ?? lines.length), i + 1),
  );
  return [...mainParts(main), ...annexes].filter((part) => part.lines.length > 0);
}

function annexStarts(lines: readonly string[]): number[] {
  const before: string[] = [];
  return lines.flatMap((line, i) => {
    const text = squeeze(line);
    const titled = ANNEX_TITLED.exec(text)?.[1];
    const isStart =
      i > 0 &&
      (ANNEX_LABEL.test(text) ||
        (titled !== undefined && !ENDED.test(text) && before.some((l) => l.endsWith(titled))));
    before.push(text);
    return isStart ? [i] : [];
  });
}

function mainParts(lines: readonly string[]): Part[] {
  const attached = attachedStart(lines);
  if (attached === null) {
    const head = headLength(lines);
    return [part('letterhead', lines.slice(0, head)), ...peeled(lines.slice(head), null)];
  }
  const letter = peeled(lines.slice(0, attached.start), null).map((p) =>
    p.role === 'body' ? { ...p, role: 'letterhead' as const } : p,
  );
  return [
    ...letter,
    part('heading', lines.slice(attached.start, attached.end)),
    ...peeled(lines.slice(attached.end), null),
  ];
}

function part(role: Part['role'], lines: readonly string[], annex: number | null = null): Part {
  return { role, lines: [...lines], annex };
}

/** Where the document begins that a covering letter promulgates (关于印发《X》的通知 … X), title lines included. */
function attachedStart(lines: readonly string[]): { start: number; end: number } | null {
  const head = lines.slice(0, MAX_HEAD).map(squeeze).join('\n');
  const titles = [...head.matchAll(PROMULGATES)].map(([, a, b, c]) => squeeze(a ?? b ?? c ?? ''));
  if (titles.length === 0) return null;
  for (let i = 1; i < lines.length; i++) {
    for (let n = 1; n <= 3; n++) {
      const here = squeeze(lines.slice(i, i + n).join(''));
      if (titles.includes(here.replace(/[《》]/g, '')) || titles.includes(here))
        return { start: i, end: i + n };
    }
  }
  return null;
}

/** Lines before the text proper: offices, 文号, title, addressees, a table of contents. */
function headLength(lines: readonly string[]): number {
  const early = lines.slice(0, MAX_HEAD);
  const firstNumber = early.findIndex((line) => itemNumber(line) !== null);
  const firstProse = early.findIndex((line) => ENDED.test(line) && !/^[（(]/.test(line));
  const stop = Math.min(...[firstNumber, firstProse].map((i) => (i < 0 ? Number.POSITIVE_INFINITY : i)));
  const addressee = early.findIndex((line) => ADDRESSEE.test(squeeze(line)));
  if (addressee >= 0 && addressee < stop) return addressee + 1;
  const contents = contentsEnd(
    lines,
    early.findIndex((line) => squeeze(line) === '目录'),
  );
  if (contents !== null) return contents;
  if (Number.isFinite(stop)) return stop;
  return lines.length > 1 ? 1 : 0;
}

/** The lines after 目录 repeat later as headings; the text begins where the first of them comes again. */
function contentsEnd(lines: readonly string[], contents: number): number | null {
  if (contents < 0) return null;
  const first = squeeze(lines[contents + 1] ?? '').replace(/[.…·\d]+$/, '');
  const again = lines.findIndex((line, i) => i > contents + 1 && first !== '' && squeeze(line) === first);
  return again < 0 ? null : again;
}

/** A stretch without its closing lines: signature, distribution list, list of annexes. */
function peeled(lines: readonly string[], annex: number | null): Part[] {
  const distribution = distributionStart(lines);
  const signature = signatureStart(lines.slice(0, distribution));
  const pointer = pointerStart(lines.slice(0, signature));
  const early = signatureStart(lines.slice(0, pointer));
  return [
    part('body', lines.slice(0, early), annex),
    part('signature', lines.slice(early, pointer), annex),
    part('annexes', lines.slice(pointer, signature), annex),
    part('signature', lines.slice(signature, distribution), annex),
    part('distribution', lines.slice(distribution), annex),
  ];
}

function distributionStart(lines: readonly string[]): number {
  const cc = lines.findIndex(
    (line, i) => i >= lines.length - 15 && /^(?:抄送|抄报|分送)[：:]/.test(squeeze(line)),
  );
  if (cc >= 0) return cc;
  let start = lines.length;
  for (let i = start - 1; i >= 0 && i >= lines.length - 12; i--) {
    const line = squeeze(lines[i] ?? '');
    const isIssuer = OFFICE_LINE.test(line) && /印发$/.test(squeeze(lines[i + 1] ?? ''));
    if (!(DISTRIBUTION.test(line) && line.length <= 80) && !isIssuer) break;
    start = i;
  }
  return start;
}

function signatureStart(lines: readonly string[]): number {
  let start = lines.length;
  while (start > 0) {
    const line = squeeze(lines[start - 1] ?? '');
    if (!DATE_LINE.test(line) && !(OFFICE_LINE.test(line) && itemNumber(line) === null)) break;
    start -= 1;
  }
  return start;
}

function pointerStart(lines: readonly string[]): number {
  const from = Math.max(0, lines.length - 20);
  const at = lines.findIndex((line, i) => i >= from && ANNEX_POINTER.test(line));
  if (at < 0) return lines.length;
  return lines.slice(at).every((line) => line.length <= 80 && !/[。；]$/.test(line)) ? at : lines.length;
}

function annexParts(lines: readonly string[], annex: number): Part[] {
  const text = lines.map(squeeze);
  if (text.slice(0, 4).some((line) => NAMES.test(line)) && text.some((line) => CHIEF.test(line))) {
    return [part('members', lines, annex)];
  }
  const rest = lines.slice(1, 4);
  const titles = rest.findIndex((line) => itemNumber(line) !== null || /[，。；：:]/.test(line));
  const head = 1 + (titles < 0 ? Math.min(1, rest.length) : titles);
  return [part('heading', lines.slice(0, head), annex), ...peeled(lines.slice(head), annex)];
}
