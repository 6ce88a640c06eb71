/**
 * Functions of variables with few values each, as reduced ordered decision diagrams (Bryant 1986, with more
 * than two branches): equal functions are the same node, so that what a function depends on can be read off it.
 *
 * A node is a number. Those below `LEAVES` are the results themselves; 0 is no and 1 is yes.
 */
export type Node = number;

export const NO: Node = 0;
export const YES: Node = 1;
const LEAVES = 32;

export interface Diagrams {
  /** The function that is `children[i]` where the variable is in its cell i. */
  branch(variable: number, children: readonly Node[]): Node;
  /** `then` where `condition` is yes, `otherwise` where it is no. */
  choose(condition: Node, then: Node, otherwise: Node): Node;
  /** The function as it is while each variable stays in the cells of its mask. */
  restrict(node: Node, masks: readonly number[]): Node;
  /** The function as it is once a variable is in one of its cells; remembered. */
  at(node: Node, variable: number, cell: number): Node;
  /** The results that it still can have, as a mask of leaves. */
  results(node: Node): number;
  /** The variables that it depends on, in order. */
  support(node: Node): readonly number[];
}

export const isLeaf = (node: Node): boolean => node < LEAVES;

export function createDiagrams(): Diagrams {
  const variables: number[] = [];
  const branches: (readonly Node[])[] = [];
  const unique = new Map<string, Node>();
  const chosen = new Map<string, Node>();

  // A leaf comes after all variables.
  const variableOf = (node: Node): number => variables[node - LEAVES] ?? Number.POSITIVE_INFINITY;
  const childrenOf = (node: Node): readonly Node[] => branches[node - LEAVES] ?? [];

  function branch(variable: number, children: readonly Node[]): Node {
    const first = children[0] ?? NO;
    if (children.every((child) => child === first)) return first;
    const key = `${variable}:${children.join()}`;
    const known = unique.get(key);
    if (known !== undefined) return known;
    const node = LEAVES + variables.length;
    variables.push(variable);
    branches.push(children);
    unique.set(key, node);
    return node;
  }

  function choose(condition: Node, then: Node, otherwise: Node): Node {
    if (condition === YES || then === otherwise) return then;
    if (condition === NO) return otherwise;
    const key = `${condition},${then},${otherwise}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const top = Math.min(variableOf(condition), variableOf(then), variableOf(otherwise));
    const parts = [condition, then, otherwise].map((node) =>
      variableOf(node) === top ? childrenOf(node) : null,
    );
    const width = Math.max(...parts.map((part) => part?.length ?? 0));
    const at = (part: readonly Node[] | null | undefined, node: Node, i: number): Node => part?.[i] ?? node;
    const children = Array.from({ length: width }, (_, i) =>
      choose(at(parts[0], condition, i), at(parts[1], then, i), at(parts[2], otherwise, i)),
    );
    const node = branch(top, children);
    chosen.set(key, node);
    return node;
  }

  function restrict(root: Node, masks: readonly number[]): Node {
    const done = new Map<Node, Node>();
    const visit = (node: Node): Node => {
      if (isLeaf(node)) return node;
      const known = done.get(node);
      if (known !== undefined) return known;
      const variable = variableOf(node);
      const mask = masks[variable] ?? -1;
      const children = childrenOf(node).map((child, i) => ((mask >> i) & 1 ? visit(child) : null));
      // Where a cell cannot be, any function will do: with one that is there already, no false dependence arises.
      const some = children.find((child) => child !== null) ?? NO;
      const result = branch(
        variable,
        children.map((child) => child ?? some),
      );
      done.set(node, result);
      return result;
    };
    return visit(root);
  }

  const placed = new Map<string, Node>();
  function at(node: Node, variable: number, cell: number): Node {
    const top = variableOf(node);
    if (top > variable) return node;
    if (top === variable) return childrenOf(node)[cell] ?? node;
    const key = `${node},${variable},${cell}`;
    const known = placed.get(key);
    if (known !== undefined) return known;
    const result = branch(
      top,
      childrenOf(node).map((child) => at(child, variable, cell)),
    );
    placed.set(key, result);
    return result;
  }

  /** A fold over the nodes under one, each once, remembered for good: nodes never change. */
  function remembered<T>(leaf: (node: Node) => T, inner: (variable: number, children: T[]) => T) {
    const known = new Map<Node, T>();
    const visit = (node: Node): T => {
      if (isLeaf(node)) return leaf(node);
      const earlier = known.get(node);
      if (earlier !== undefined) return earlier;
      const result = inner(variableOf(node), childrenOf(node).map(visit));
      known.set(node, result);
      return result;
    };
    return visit;
  }

  const results = remembered(
    (leaf) => 1 << leaf,
    (_, children) => children.reduce((mask, child) => mask | child, 0),
  );
  const support = remembered<readonly number[]>(
    () => [],
    (variable, children) => [...new Set([variable, ...children.flat()])].sort((a, b) => a - b),
  );

  return { branch, choose, restrict, at, results, support };
}
