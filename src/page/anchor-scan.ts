/**
 * Does readable text hold a name that can stand alone? The one question that is asked of
 * every page, so it costs less than visiting the text nodes: all text is searched at once, and
 * only where something is found are the nodes themselves looked at.
 */
import { createSearch, type NextFound, type Prefilter } from '../core/prefilter.ts';
import { documentOf, nodeTypeOf, rootOfTree, textContentOf } from './bare-dom.ts';
import { isInSkipped, isSkipped } from './scope.ts';

/** Soft hyphens stand within names and show nothing. */
const SOFT_HYPHEN = /\u00ad/g;
/** A name that comes piece by piece stands in a few text nodes: so many to each side are read too. */
const MOST_NODES = 5;
/** A long text is searched so much at a time, in units: mostly a name stands near its beginning. */
const STRETCH = 200_000;
/** Read on beyond a stretch for a name that begins in it, in units. */
const STRETCH_MORE = 200;
/** All that `textContent` is made of: text and CDATA sections, as `NodeFilter` numbers them. */
const TEXTS = 4 | 8;

/** Asks a text node, or all text at or below an element or a shadow root. */
export function createAnchorScan(anchors: Prefilter): (node: Node) => boolean {
  const search = createSearch([anchors]);

  const scan = (whole: string, nodes: () => Iterator<Node>): boolean => {
    const text = whole.replace(SOFT_HYPHEN, '');
    for (let from = 0; from < text.length; from += STRETCH) {
      const stretch = text.slice(from, from + STRETCH + STRETCH_MORE);
      if (search(stretch).some((next) => isHeld(next, nodes(), from))) return true;
    }
    return false;
  };

  return (node) => {
    const type = nodeTypeOf(node);
    if (type === Node.TEXT_NODE) {
      const nodes = around(node);
      return scan(nodes.map(({ nodeValue }) => nodeValue).join(''), () => nodes.values());
    }
    const isPart = type === Node.ELEMENT_NODE ? !isSkipped(node as Element) : isRoot(type);
    return isPart && scan(textContentOf(node) ?? '', () => textsIn(node));
  };
}

/** Is one of the strings found in a node that is for reading? The stretch that is searched begins at `base`. */
function isHeld(next: NextFound, nodes: Iterator<Node>, base: number): boolean {
  let node: Node | undefined;
  let start = 0;
  let end = 0;
  const goTo = (offset: number): void => {
    while (end <= offset) {
      const following = nodes.next();
      if (following.done) return;
      node = following.value;
      start = end;
      end += node.nodeValue?.replace(SOFT_HYPHEN, '').length ?? 0;
    }
  };
  const isEdge = (offset: number): boolean => {
    goTo(base + offset);
    return start === base + offset;
  };
  for (let from = 0; ; from = end - base) {
    const found = next(from, isEdge);
    if (found === undefined) return false;
    goTo(base + found);
    if (!node || end <= base + found) return false;
    if (!isInSkipped(node)) return true;
  }
}

function isRoot(type: number): boolean {
  return type === Node.DOCUMENT_FRAGMENT_NODE;
}

function* textsIn(root: Node): Generator<Node> {
  const walker = documentOf(root)?.createTreeWalker(root, TEXTS);
  for (let node = walker?.nextNode(); node; node = walker?.nextNode()) yield node;
}

/** The text node with those beside it. */
function around(node: Node): Node[] {
  const nodes = [node];
  const walker = documentOf(node)?.createTreeWalker(rootOfTree(node), TEXTS);
  if (!walker) return nodes;
  walker.currentNode = node;
  for (let more = 0; more < MOST_NODES; more++) {
    const before = walker.previousNode();
    if (!before) break;
    nodes.unshift(before);
  }
  walker.currentNode = node;
  for (let more = 0; more < MOST_NODES; more++) {
    const behind = walker.nextNode();
    if (!behind) break;
    nodes.push(behind);
  }
  return nodes;
}
