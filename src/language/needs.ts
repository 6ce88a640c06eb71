/** Characters, each once, of which every match of a pattern has at least one. */
export type Need = string;

/** Characters so common that to need one of them says little. */
const COMMON = new Set('了的我不一有是在他她人都就来去上下没要说到得着');
const COMMON_COST = 20;
/** More needs than this cost more to check than they save. */
const MOST_NEEDS = 3;
const DIGITS: Need = '0123456789';
/** No group opens with a longer name, and no property of characters has one. */
const LONGEST_OPENING = 24;
const LONGEST_ESCAPE = 40;

function costOf(need: Need): number {
  let cost = 0;
  for (const letter of need) cost += COMMON.has(letter) ? COMMON_COST : 1;
  return cost;
}

/** At most `most` of them, those of one cost in the order given. */
function cheapest(needs: readonly Need[], most: number): Need[] {
  const kept: Need[] = [];
  const costs: number[] = [];
  for (const need of needs) {
    const cost = costOf(need);
    let at = kept.length;
    while (at > 0 && (costs[at - 1] ?? 0) > cost) at--;
    if (at >= most) continue;
    kept.splice(at, 0, need);
    costs.splice(at, 0, cost);
    kept.length = costs.length = Math.min(kept.length, most);
  }
  return kept;
}

const onceEach = (letters: Iterable<string>): Need => [...new Set(letters)].join('');

/** What a match of any of `branches` needs. */
function ofAny(branches: readonly Need[][]): Need[] {
  const [only] = branches;
  if (branches.length === 1) return only ?? [];
  const best = branches.map((needs) => cheapest(needs, 1)[0]);
  return best.every((need) => need !== undefined) ? [onceEach(best.join(''))] : [];
}

/** The branches of the alternation that `source` is. */
export function branchesOf(source: string): string[] {
  const branches: string[] = [];
  let [depth, start, inClass] = [0, 0, false];
  for (let i = 0; i < source.length; i++) {
    const letter = source[i];
    if (letter === '\\') i += 1;
    else if (inClass) inClass = letter !== ']';
    else if (letter === '[') inClass = true;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
    else if (letter === '|' && depth === 0) {
      branches.push(source.slice(start, i));
      start = i + 1;
    }
  }
  return [...branches, source.slice(start)];
}

/** The end of the class that begins before `from`. */
function classEnd(source: string, from: number): number {
  let end = from;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end;
}

/** Of a class of words that patterns name: the needs of any of its words. */
type ClassNeeds = (name: string) => readonly Need[];

const noClass: ClassNeeds = (name) => {
  throw new Error(`no class of words is called ${name}`);
};

/** What a match of `source` needs, cheapest first; none where that cannot be told. `{name}` in it: a class of words. */
export function needsOf(source: string, ofNamed: ClassNeeds = noClass): Need[] {
  let at = 0;

  function ofClass(): Need[] {
    const end = classEnd(source, at);
    const members = source.slice(at, end);
    at = end + 1;
    if (members.startsWith('^') || /\\[^d]/u.test(members)) return [];
    const ranges = members.replace(/\\d/gu, '0-9').matchAll(/(.)-(.)|(.)/gsu);
    return [
      onceEach(
        [...ranges].flatMap(([, first, last, single]) => {
          if (first === undefined || last === undefined) return single ?? [];
          const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)];
          return Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
        }),
      ),
    ];
  }

  function ofGroup(): Need[] {
    const [opening = ''] = /^(?:\?(?:<?[=!]|:|<\w+>))?/u.exec(source.slice(at, at + LONGEST_OPENING)) ?? [];
    at += opening.length;
    const needs = ofAlternation();
    at += 1;
    return /[=!]$/u.test(opening) ? [] : needs;
  }

  function ofEscape(): Need[] {
    const [escaped = ''] =
      /^(?:[pP]\{[^}]*\}|u[0-9a-fA-F]{4}|k<\w+>|.)/su.exec(source.slice(at, at + LONGEST_ESCAPE)) ?? [];
    at += escaped.length;
    return escaped === 'd' ? [DIGITS] : [];
  }

  function ofName(): readonly Need[] {
    const end = source.indexOf('}', at);
    const name = source.slice(at, end);
    at = end + 1;
    return ofNamed(name);
  }

  function ofAtom(): readonly Need[] {
    const letter = source.charAt(at++);
    if (letter === '{') return ofName();
    if (letter === '(') return ofGroup();
    if (letter === '[') return ofClass();
    if (letter === '\\') return ofEscape();
    return '^$.'.includes(letter) ? [] : [letter];
  }

  /** Whether what was just read may be left out. */
  function optional(): boolean {
    if (!'?*+{'.includes(source.charAt(at))) return false;
    const [quantifier = ''] = /^(?:[?*+]|\{\d+(?:,\d*)?\})\??/u.exec(source.slice(at, at + 8)) ?? [];
    at += quantifier.length;
    return /^(?:[?*]|\{0)/u.test(quantifier);
  }

  function ofSequence(): Need[] {
    const needs: Need[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const here = ofAtom();
      if (!optional()) needs.push(...here);
    }
    return needs;
  }

  function ofAlternation(): Need[] {
    const branches = [ofSequence()];
    while (source[at] === '|') {
      at += 1;
      branches.push(ofSequence());
    }
    return ofAny(branches);
  }

  return cheapest(ofAlternation(), MOST_NEEDS);
}
