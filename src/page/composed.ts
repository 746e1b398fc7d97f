/**
 * Steps across the borders of shadow roots, from the inside out: a page whose article
 * stands in one is still one page to its reader.
 *
 * Slots are passed by: where text is slotted, its own place in the tree says enough.
 */

import {
  closestIn,
  contains,
  nodeTypeOf,
  parentElementOf,
  parentNodeOf,
  positionOf,
  rootOfTree,
} from './bare-dom.ts';

/** What is read by itself: an element's tree, or the tree of a shadow root. */
export type Part = Element | ShadowRoot;

/** The element around a node; around a whole shadow root, its host. */
export function parentOf(node: Node): Element | null {
  return parentElementOf(node) ?? hostOf(parentNodeOf(node) ?? node);
}

function hostOf(node: Node): Element | null {
  // Fragments that are no shadow root have no host.
  const isFragment = nodeTypeOf(node) === Node.DOCUMENT_FRAGMENT_NODE;
  return (isFragment && (node as Partial<ShadowRoot>).host) || null;
}

/** The nearest element that matches, the node itself first, in its own tree or around it. */
export function closestTo(node: Node, selector: string): Element | null {
  let element = node instanceof Element ? node : parentOf(node);
  while (element) {
    const found = closestIn(element, selector);
    if (found) return found;
    element = hostOf(rootOfTree(element));
  }
  return null;
}

/** Is the node in the other's tree, or in a shadow root below it? */
export function isBelow(node: Node, outer: Node): boolean {
  for (let inner: Node | null = node; inner; inner = hostOf(rootOfTree(inner))) {
    if (contains(outer, inner)) return true;
  }
  return false;
}

/** The order in which a reader meets two nodes; negative if `a` comes first. A host comes before its root. */
export function composedOrder(a: Node, b: Node): number {
  if (a === b) return 0;
  const position = positionOf(a, b);
  if (!(position & Node.DOCUMENT_POSITION_DISCONNECTED)) return signOf(position);
  const [lineA, lineB] = [lineOf(a), lineOf(b)];
  for (const [depth, inA] of lineA.entries()) {
    const inB = lineB[depth];
    if (!inB) return 1;
    if (inA !== inB) return signOf(positionOf(inA, inB));
  }
  return -1;
}

function signOf(position: number): number {
  return position & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/** The node and the hosts around it, the outermost first: each pair is in one tree. */
function lineOf(node: Node): Node[] {
  const line: Node[] = [];
  for (let up: Node | null = node; up; up = hostOf(rootOfTree(up))) line.unshift(up);
  return line;
}
