const BRACKETS = /（[^（）]*）|\([^()]*\)|〔[^〔〕]*〕|\[[^[\]]*\]/gu;

/** Words for the ear: no brackets, no marks that cannot be heard, no line breaks. */
export function speakable(text: string): string {
  let spoken = text;
  // Brackets may stand in brackets: the inner go first.
  for (let previous = ''; previous !== spoken; ) {
    previous = spoken;
    spoken = spoken.replace(BRACKETS, '');
  }
  return spoken
    .replace(/[《》“”‘’"'「」*#]/gu, '')
    .replace(/\s*\n\s*/gu, '')
    .trim();
}

/** What follows a count or an amount: its figure is read as a number. */
const UNIT =
  /^(?:多|余|来)?(?:元|块|万|亿|千|百|人|名|位|户|家|张|个|床|平|公|米|里|斤|吨|度|岁|周|年|月|日|天|时|分|秒|次|倍|届|期|号文|%|％|\.|,|，\d{3})/u;
const DIALLED = /(?:打|拨|拨通|呼叫|电话|热线|号码|手机|座机)(?:是|为|：|:)?$/u;
const LEAST_SPELLED = 5;
const LEAST_DIALLED = 3;

/**
 * Numbers that are dialled or noted down, one digit after the other with spaces between and a pause between groups
 * (138 0013 8000: `1 3 8，0 0 1 3，8 0 0 0`); amounts and counts stay as they are.
 */
export function digitsApart(text: string): string {
  return text.replace(/\d(?:[\d-]*\d)?/gu, (run, start: number) => {
    const digits = run.replace(/-/gu, '');
    const dialled = DIALLED.test(text.slice(Math.max(0, start - 4), start));
    const long = digits.length >= (dialled ? LEAST_DIALLED : LEAST_SPELLED);
    const hotline = /^1[12]\d$/u.test(run) && dialled;
    if (!(long || hotline) || UNIT.test(text.slice(start + run.length, start + run.length + 4))) return run;
    return groupsOf(run)
      .map((group) => [...group].join(' '))
      .join('，');
  });
}

/** Groups as people say them: mobiles 3-4-4, codes of six 3-3, others as written or by fours from the end. */
function groupsOf(run: string): string[] {
  if (run.includes('-')) return run.split('-').flatMap((part) => groupsOf(part));
  const sizes = run.length === 11 ? [3, 4, 4] : run.length === 6 ? [3, 3] : sizesFromEnd(run.length);
  const ends = sizes.map((_, i) => sizes.slice(0, i + 1).reduce((sum, size) => sum + size, 0));
  return ends.map((end, i) => run.slice(ends[i - 1] ?? 0, end));
}

function sizesFromEnd(length: number): number[] {
  if (length <= 5) return [length];
  const sizes: number[] = [];
  for (let left = length; left > 0; left -= 4) sizes.unshift(Math.min(4, left));
  return sizes;
}

const SILENT = /[\s\p{P}\p{S}]/gu;

/** How long a text is to say, in characters: marks and spaces take none. */
export const spokenLength = (text: string): number => text.replace(SILENT, '').length;

/**
 * Speech in pieces that a listener can hold, each at most `most` characters long to say: cut after sentences, else
 * after clauses, else between words as well as can be told; short ones are joined. Nothing but spaces is lost.
 */
export function breaths(speech: string, most: number): string[] {
  const sentences = speech.match(/[^。！？；!?;]*[。！？；!?;]+|[^。！？；!?;]+$/gu) ?? [];
  const parts = sentences.map((s) => s.trim()).flatMap((s) => (fits(s, most) ? [s] : clauses(s, most)));
  return joined(
    parts.filter((part) => spokenLength(part) > 0),
    most,
  );
}

const fits = (text: string, most: number): boolean => spokenLength(text) <= most;

function clauses(sentence: string, most: number): string[] {
  const parts = sentence.match(/[^，、：,:]*[，、：,:]+|[^，、：,:]+$/gu) ?? [];
  return joined(
    parts.flatMap((part) => (fits(part, most) ? [part] : cut(part, most))),
    most,
  );
}

/** Where a long clause may be cut, the best first. */
const SEAMS = [/[的和与及或按由在对为将把]$/u, /[^\d.%A-Za-z]$/u];

function cut(clause: string, most: number): string[] {
  const characters = [...clause];
  const pieces: string[] = [];
  while (characters.length > 0) {
    if (fits(characters.join(''), most)) {
      pieces.push(characters.join(''));
      break;
    }
    let end = 0;
    for (let said = 0; said <= most && end < characters.length; end++)
      said += spokenLength(characters[end] ?? '');
    pieces.push(characters.splice(0, seamBefore(characters, end - 1)).join(''));
  }
  return pieces;
}

function seamBefore(characters: readonly string[], end: number): number {
  for (const seam of SEAMS)
    for (let at = end; at > end / 2; at--) if (seam.test(characters[at - 1] ?? '')) return at;
  return end;
}

function joined(parts: readonly string[], most: number): string[] {
  const pieces: string[] = [];
  let room = 0;
  for (const part of parts) {
    const last = pieces.at(-1);
    const length = spokenLength(part);
    if (last !== undefined && length <= room) {
      pieces[pieces.length - 1] = last + part;
      room -= length;
    } else {
      pieces.push(part);
      room = most - length;
    }
  }
  return pieces;
}
