import { isLeaf, type Node } from './diagram.js';
import { FACT_NAMES, type FactName } from './facts.js';
import { likelihood } from './likelihood.js';
import type { Rulebook } from './rulebook.js';

export interface NextFact {
  fact: FactName;
  /** Questions expected from here on, this one included. */
  expected: number;
}

/** One way in which a fact may turn out: the cells its variables are in, and how likely that is. */
interface Answer {
  share: number;
  cells: readonly (readonly [variable: number, cell: number])[];
}

/** A question and what it leaves open, answer by answer. */
interface Step {
  fact: FactName;
  left: readonly { share: number; nodes: readonly Node[] }[];
}

/** Up to so many facts the best tree is found; beyond, the few steps that promise most are followed. */
const EXACT_FACTS = 4;
const FOLLOWED_FIRST = 4;
const SAME = 1e-9;

/**
 * What was worked out on the way, for further calls with the same rulebook, the same facts declined and the same
 * variables known in part: {@link memoKey}.
 */
export interface Memo {
  factsByNode: Map<Node, ReadonlySet<FactName>>;
  answers: Map<string, readonly Answer[]>;
  costs: Map<string, number>;
  alone: Map<Node, number>;
}

export const newMemo = (): Memo => ({
  factsByNode: new Map(),
  answers: new Map(),
  costs: new Map(),
  alone: new Map(),
});

/** A variable that is known is in no open function; one of which nothing is known counts as it stands. */
export function memoKey(
  { variables }: Rulebook,
  masks: readonly number[],
  declined: ReadonlySet<FactName>,
): string {
  const partly = masks.flatMap((mask, v) =>
    mask === variables[v]?.any || (mask & (mask - 1)) === 0 ? [] : [`${v}:${mask}`],
  );
  return `${partly.join()}/${[...declined].sort().join()}`;
}

/**
 * The fact to ask for so that the fewest questions are expected until every function is decided: the first step
 * of a decision tree, by dynamic programming over what the answers leave open. Large trees are cut by rollout:
 * later steps are the ones that leave least to ask, each function taken alone.
 *
 * `open`: functions restricted to `masks`. `declined`: facts not to be asked for. Null where no question helps.
 */
export function nextFact(
  { diagrams, variables }: Rulebook,
  open: readonly Node[],
  masks: readonly number[],
  declined: ReadonlySet<FactName>,
  { factsByNode, answers, costs, alone }: Memo = newMemo(),
): NextFact | null {
  function factsOf(node: Node): ReadonlySet<FactName> {
    const known = factsByNode.get(node);
    if (known) return known;
    const facts = diagrams.support(node).flatMap((v) => variables[v]?.fact ?? []);
    const askable = new Set(facts.filter((fact) => !declined.has(fact)));
    factsByNode.set(node, askable);
    return askable;
  }

  function answersTo(fact: FactName, nodes: readonly Node[]): readonly Answer[] {
    const own = variables.flatMap((variable, v) =>
      variable.fact === fact && nodes.some((node) => diagrams.support(node).includes(v)) ? [v] : [],
    );
    const key = own.join();
    const known = answers.get(key);
    if (known) return known;
    const all = own.reduce<Answer[]>((before, v) => product(before, v), [{ share: 1, cells: [] }]);
    answers.set(key, all);
    return all;
  }

  function product(before: readonly Answer[], v: number): Answer[] {
    const variable = variables[v];
    const cells = variable?.cells ?? [];
    const weights = cells.map((cell, i) =>
      variable && ((masks[v] ?? -1) >> i) & 1 ? likelihood(variable, cell) : 0,
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return before.flatMap((answer) =>
      weights.flatMap((weight, i) =>
        weight === 0
          ? []
          : [{ share: (answer.share * weight) / total, cells: [...answer.cells, [v, i] as const] }],
      ),
    );
  }

  function ask(fact: FactName, nodes: readonly Node[]): Step {
    const left = answersTo(fact, nodes).map(({ share, cells }) => ({
      share,
      nodes: undecided(
        nodes.map((node) => cells.reduce((rest, [v, cell]) => diagrams.at(rest, v, cell), node)),
      ),
    }));
    return { fact, left };
  }

  const undecided = (nodes: readonly Node[]): Node[] =>
    [...new Set(nodes.filter((node) => factsOf(node).size > 0))].sort((a, b) => a - b);
  const stepsFrom = (nodes: readonly Node[]): Step[] => {
    const facts = new Set(nodes.flatMap((node) => [...factsOf(node)]));
    return FACT_NAMES.filter((fact) => facts.has(fact)).map((fact) => ask(fact, nodes));
  };
  const costAfter = ({ left }: Step): number =>
    left.reduce((sum, { share, nodes }) => sum + share * cost(nodes), 1);

  /** Questions that one function needs by itself. */
  function costAlone(node: Node): number {
    const known = alone.get(node);
    if (known !== undefined) return known;
    const steps = isLeaf(node) ? [] : stepsFrom([node]);
    const found = steps.map(({ left }) =>
      left.reduce((sum, { share, nodes }) => sum + share * costAlone(nodes[0] ?? 0), 1),
    );
    const least = found.length === 0 ? 0 : Math.min(...found);
    alone.set(node, least);
    return least;
  }
  const promise = ({ left }: Step): number =>
    left.reduce(
      (sum, { share, nodes }) => sum + share * nodes.reduce((s, node) => s + costAlone(node), 0),
      0,
    );
  const mostPromising = (steps: readonly Step[], count: number): Step[] =>
    [...steps].sort((a, b) => promise(a) - promise(b)).slice(0, count);

  /** Questions expected until all are decided. */
  function cost(nodes: readonly Node[]): number {
    if (nodes.length === 1) return costAlone(nodes[0] ?? 0);
    return partsOf(nodes, factsOf).reduce((sum, part) => sum + costOfPart(part), 0);
  }

  function costOfPart(nodes: readonly Node[]): number {
    if (nodes.length === 1) return costAlone(nodes[0] ?? 0);
    const key = nodes.join();
    const known = costs.get(key);
    if (known !== undefined) return known;
    const steps = stepsFrom(nodes);
    const followed = steps.length <= EXACT_FACTS ? steps : mostPromising(steps, 1);
    const least = Math.min(...followed.map(costAfter));
    costs.set(key, least);
    return least;
  }

  const [first, ...others] = partsOf(undecided(open), factsOf).sort((a, b) => b.length - a.length);
  if (first === undefined) return null;
  let best: NextFact | null = null;
  const steps = stepsFrom(first);
  const tried = new Set(steps.length <= EXACT_FACTS ? steps : mostPromising(steps, FOLLOWED_FIRST));
  for (const step of steps.filter((one) => tried.has(one))) {
    const expected = costAfter(step);
    if (best === null || expected < best.expected - SAME) best = { fact: step.fact, expected };
  }
  return best && { ...best, expected: others.reduce((sum, part) => sum + costOfPart(part), best.expected) };
}

/** Functions in groups that have no fact in common: each group can be decided by itself. */
function partsOf(
  nodes: readonly Node[],
  factsOf: (node: Node) => ReadonlySet<FactName>,
): (readonly Node[])[] {
  let parts: { nodes: Node[]; facts: Set<FactName> }[] = [];
  for (const node of nodes) {
    const joined = { nodes: [node], facts: new Set(factsOf(node)) };
    const touches = (part: { facts: Set<FactName> }) =>
      [...joined.facts].some((fact) => part.facts.has(fact));
    const touching = parts.filter(touches);
    parts = parts.filter((part) => !touching.includes(part));
    for (const part of touching) {
      joined.nodes.push(...part.nodes);
      for (const fact of part.facts) joined.facts.add(fact);
    }
    parts.push(joined);
  }
  return parts.map((part) => part.nodes.sort((a, b) => a - b));
}
