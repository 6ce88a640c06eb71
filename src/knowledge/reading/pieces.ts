import type { Item } from './tree.js';

const CLOSING =
  /^(?:各(?:地|级|市|县|区|乡|镇|有关|相关|部门|单位|设区)|本(?:实施)?(?:办法|意见|方案|通知|细则|规定|规划|计划|指引|标准|制度)[^。]{0,30}(?:施行|实施|执行|有效|解释|印发|发布)|以上|特此|此前|执行(?:中|过程)|请(?:各|认真))/;
const CHIEF = /^(?:组长|总指挥|指挥长|召集人)[：:]/;
const ENDED = /[。；！？][”’）)]*$|[）)]$/;
const MEMBER = /^[^。；]{2,120}$/;
/** A clause longer than this is parted at its paragraphs, into stretches of about half of it. */
const MONSTROUS = 1200;
const STRETCH = 600;
/** Lines shorter than this that end no sentence (cells of a table, headings) go together with what follows. */
const FRAGMENT = 40;

/** Text without numbers: a paragraph each, `第3段`; fragments are kept together. */
export function paragraphItems(lines: readonly string[]): Item[] {
  return stretches(lines, FRAGMENT).map(({ lines: paragraphs, first }) => ({
    id: `p${first}`,
    path: `第${first}段`,
    trail: [],
    kind: 'clause',
    paragraphs,
  }));
}

/** The last item's closing paragraphs (各地要…, 本办法自…起施行) are no part of that item. */
export function closingApart(item: Item): Item[] {
  const at = item.paragraphs.findIndex(
    (line, i) => i > 0 && CLOSING.test(line) && ENDED.test(item.paragraphs[i - 1] ?? ''),
  );
  if (at < 0) return [item];
  const end: Item = {
    id: 'end',
    path: '结语',
    trail: [],
    kind: 'clause',
    paragraphs: item.paragraphs.slice(at),
  };
  return [{ ...item, paragraphs: item.paragraphs.slice(0, at) }, end];
}

/** A list of a leading group's members inside an item is no evidence, and stands apart. */
export function membersApart(item: Item): Item[] {
  const isChief = (line: string) => CHIEF.test(line.replace(/[\s　]/g, ''));
  const from = item.paragraphs.findIndex(isChief);
  if (from < 0) return [item];
  const length = item.paragraphs.slice(from).findIndex((line) => !MEMBER.test(line));
  const to = length < 0 ? item.paragraphs.length : from + length;
  const cut = (id: string, path: string, kind: Item['kind'], a: number, b?: number): Item => ({
    ...item,
    id,
    path,
    kind,
    paragraphs: item.paragraphs.slice(a, b),
  });
  return [
    cut(item.id, item.path, item.kind, 0, from),
    cut(`${item.id}.m`, `${item.path}名单`, 'members', from, to),
    cut(`${item.id}.n`, `${item.path}名单后`, item.kind, to),
  ].filter(({ paragraphs }) => paragraphs.length > 0);
}

/** A clause of many paragraphs in stretches that can be read out and cited: `二、（三）第4段`. */
export function monstrousApart(item: Item): Item[] {
  const length = item.paragraphs.reduce((sum, line) => sum + line.length, 0);
  if (length <= MONSTROUS || item.kind === 'members') return [item];
  return stretches(item.paragraphs, STRETCH).map(({ lines, first }) =>
    first === 1
      ? { ...item, paragraphs: lines }
      : { ...item, id: `${item.id}.p${first}`, path: `${item.path}第${first}段`, paragraphs: lines },
  );
}

/** Consecutive lines together until they hold `least` characters and end a sentence; `first` counts from 1. */
function stretches(lines: readonly string[], least: number): { lines: string[]; first: number }[] {
  const groups: { lines: string[]; first: number }[] = [];
  let length = Number.POSITIVE_INFINITY;
  lines.forEach((line, i) => {
    const group = groups.at(-1);
    if (group === undefined || length >= least) {
      groups.push({ lines: [line], first: i + 1 });
      length = 0;
    } else group.lines.push(line);
    length += /[。！？；]$/.test(line) ? Math.max(line.length, Math.min(least, FRAGMENT)) : line.length;
  });
  return groups;
}
