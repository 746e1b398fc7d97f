/** Writes many strings as one expression, common beginnings once: a prefix tree on one line. */

import { patternOf } from '../src/core/grams.ts';

type Tree = Map<string, Tree>;

/** Signs that are written as more than one, so that no class can hold them. */
const WRITTEN_OUT = " '.";

/** An alternation of the strings as an expression's source, common beginnings written once. */
export function alternationOf(strings: readonly string[]): string {
  const root: Tree = new Map();
  for (const string of strings) {
    let node = root;
    for (const char of string) {
      const next = node.get(char) ?? new Map();
      node.set(char, next);
      node = next;
    }
    node.set('', new Map());
  }
  return write(root);
}

function write(node: Tree): string {
  // A string that ends here matches whatever follows: longer ones need no branch.
  if (node.has('')) return '';
  const single: string[] = [];
  const branches: string[] = [];
  for (const [char, next] of node) {
    const rest = write(next);
    if (rest === '' && !WRITTEN_OUT.includes(char)) single.push(patternOf(char));
    else branches.push(patternOf(char) + rest);
  }
  const [only] = single;
  if (single.length === 1 && only) branches.push(only);
  else if (single.length > 1) branches.push(`[${single.join('')}]`);
  return branches.length === 1 ? (branches[0] ?? '') : `(?:${branches.join('|')})`;
}
