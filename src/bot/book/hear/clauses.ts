import { clausesIn, TAKES_BACK } from './parting.js';

/**
 * What a speaker does with what a clause names. `settled`: it is what they come to; `past`: it was so, or was said
 * before; `refused`: it is not wanted, or something later was put in its place.
 */
export interface Clause {
  text: string;
  stance: 'settled' | 'said' | 'past' | 'refused';
}

/** What is refused follows one of these. */
const NOT =
  '(?:不是(?!很|太|特别|一直|老是|总|天天|咋|怎么|说|因为|光|只|还)|不要(?!紧|急|太|慌|忘|脸)|不[去挂约选看]|[去来]不[了成]|不想[去要挂约看]|不考虑|[别莫][去挂约看选要]|除了|除开|[不别莫]给(?=我|俺|额|咱|老|她|他))(?=[^了吧啦，,。；;！!？?、\\s])';
const REFUSES = new RegExp(`^${NOT}`, 'u');
/** 是不是, 要不去二院吧: nothing is refused. */
const NO_NOT =
  '(?<!是(?=不是)|可(?=不是)|要(?=不[要去挂约选])|去(?=不去)|挂(?=不挂)|约(?=不约)|选(?=不选)|看(?=不看))';
/** 我妈不去医院: whoever stands before it is not refused. */
const BEFORE_NOT = new RegExp(`(?<=[^，,。；;！!？?、\\s])${NO_NOT}(?=${NOT})`, 'gu');
/** 中医的不去了: what is refused stands before it. */
export const DECLINED =
  /(?:不(?:想|愿意?|打算)?[去要看挂约选](?:他|它)?了?|[去来]不[了成]|不管[他它]?)[吧啦啊哈哩的嘞了]*$/u;

/** 先说是郑州: it was said, and is no more. */
const SAID_FIRST = /先(?:说|讲)|(?:刚才|原来|起先)(?:说|讲)/u;
const PAST = /原来|原先|本来|以前|起先|先前|上[回次](?!那)|老家|户口|户籍|籍贯|(?:已经|早).{0,6}过了/u;
const SETTLES =
  /还是(?=[^\s])|^(?:那)?就(?!近)|就(?:是|去|要|挂|约|选|定|它)|给我(?:定|选)|最后|先[约弄给挂办紧]|这[回次]|现在|如今|反正/u;

/** The clauses of a turn in order, each by itself. */
function parted(text: string): string[] {
  const plain = text.replace(BEFORE_NOT, '，').replace(/[、？?]/gu, '，');
  return clausesIn(plain).map(({ start, end }) => plain.slice(start, end));
}

/** What speaks `against` and `for` a choice of one kind: who gives up an appointment says 不去 of the one that is meant. */
export interface Leaning {
  against?: RegExp;
  for?: RegExp;
}

/**
 * The clauses of a turn, each with what is done with what it names. Whatever is taken back is refused where `names`
 * says that a later clause puts something of the kind in its place.
 */
export function clausesOf(text: string, names: (clause: string) => boolean, leaning: Leaning = {}): Clause[] {
  const clauses: Clause[] = [];
  let named = false;
  let takenBack = false;
  for (const clause of parted(text).toReversed()) {
    const isNamed = names(clause);
    const not =
      leaning.against?.test(clause) === true || (REFUSES.test(clause) && leaning.for?.test(clause) !== true);
    const withdrawn = isNamed && (takenBack || (named && SAID_FIRST.test(clause)));
    const stance =
      not || withdrawn ? 'refused' : PAST.test(clause) || SAID_FIRST.test(clause) ? 'past' : 'said';
    clauses.unshift({ text: clause, stance: stance === 'said' && SETTLES.test(clause) ? 'settled' : stance });
    named ||= isNamed && !not;
    takenBack ||= named && TAKES_BACK.test(clause);
  }
  return clauses;
}

/**
 * What is meant of all that the clauses name: what they come to, else all that was said, else what was so before.
 * Empty where nothing is.
 */
export function meantBy<T>(
  clauses: readonly Clause[],
  named: (clause: string) => readonly T[],
): readonly T[] {
  const of = (wanted: Clause['stance']): (readonly T[])[] =>
    clauses
      .filter(({ stance }) => stance === wanted)
      .map(({ text }) => named(text))
      .filter(({ length }) => length > 0);
  return of('settled').at(-1) ?? nonEmpty(of('said').flat()) ?? of('past').flat();
}

const nonEmpty = <T>(found: T[]): T[] | null => (found.length > 0 ? found : null);

/** 另外那个: whichever is not named. */
const THE_OTHER = /另外?一?[个家张]|另外|剩下|其[余他它]|别的那/u;
/**
 * Which of `all` the words choose, by what each clause names of them; of two the one that is left where the other is
 * refused. Null where they choose none, or more than one.
 */
export function chosenOf<T>(
  text: string,
  all: readonly T[],
  named: (clause: string) => readonly T[],
  leaning: Leaning = {},
): T | null {
  const spoken = new Set(parted(text).flatMap((clause) => [...named(clause)]));
  const rest = all.filter((one) => !spoken.has(one));
  const pointed = (clause: string): readonly T[] => {
    const here = named(clause);
    return here.length === 0 && rest.length === 1 && THE_OTHER.test(clause) ? rest : here;
  };
  const meant = new Set(
    meantBy(
      clausesOf(text, (clause) => pointed(clause).length > 0, leaning),
      pointed,
    ),
  );
  const [one, ...others] = meant.size === 0 && spoken.size > 0 ? rest : meant;
  return others.length === 0 ? (one ?? null) : null;
}
