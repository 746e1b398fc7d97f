/**
 * Finds the blocks of a page that may hold a name: a block is a run of text that
 * reads on without a break. A name may stand across inline elements of a block,
 * never across two blocks.
 *
 * Most text holds no name, so text nodes are searched first, many at once, and a block is
 * put together only around one that may. What a walker visits anyway is all that the
 * rest of the page costs.
 */
import type { Matcher } from '../core/matcher.ts';
import type { Span } from '../core/model.ts';
import {
  contains,
  documentOf,
  firstChildOf,
  isInPage,
  nextSiblingOf,
  nodeTypeOf,
  parentElementOf,
  parentNodeOf,
  tagNameOf,
} from './bare-dom.ts';
import type { Part } from './composed.ts';
import { isBlock, isInSkipped, isSkipped, isUnseen, partAround } from './scope.ts';

export interface TextBlock {
  /** The smallest block element around the text. */
  readonly element: Element;
  readonly text: string;
  /** Where each text node begins in `text`: words may end there. */
  readonly edges: readonly number[];
  /** The text nodes it is made of, in order. */
  readonly nodes: readonly Text[];
  /** A range over a span of the text, or undefined when the page changed under us. */
  toRange(span: Span): Range | undefined;
}

/** Text nodes that are searched at once, between two chances to pause. */
const NODES_PER_SLICE = 200;
/** Those before that are searched again with them: a name may have begun there. */
const NODES_AGAIN = 16;
const CODE = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT']);

/**
 * The blocks of a part with a text node that may hold a name or the beginning of one; those
 * of an element together. Undefined is a chance to pause. Shadow roots are parts of their own.
 */
export function* findBlocks(
  root: Part,
  { mayHold }: Pick<Matcher, 'mayHold'>,
): Generator<TextBlock | undefined> {
  const walker = (documentOf(root) ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = new Set<Part>();
  let nodes: Text[] = [];
  for (;;) {
    nodes = nodes.slice(-NODES_AGAIN).filter(isInPage);
    let node = walker.nextNode() as Text | null;
    for (let left = NODES_PER_SLICE; node; node = walker.nextNode() as Text | null) {
      nodes.push(node);
      if (--left === 0) break;
    }
    for (const at of mayHold(nodes.map(({ data }) => data))) {
      const holder = nodes[at];
      if (!holder || isCode(holder)) continue;
      const part = partAround(holder);
      if (!part || found.has(part) || isInSkipped(holder)) continue;
      found.add(part);
      yield* readBlocks(part);
    }
    if (!node) return;
    const above = ancestorsOf(node);
    yield undefined;
    // The page went on meanwhile: where the place is gone, what was around it is read again.
    if (!contains(root, node)) walker.currentNode = above.find((up) => contains(root, up)) ?? root;
  }
}

function isCode(node: Text): boolean {
  const parent = parentElementOf(node);
  return parent !== null && CODE.has(tagNameOf(parent));
}

function ancestorsOf(node: Node): Node[] {
  const above: Node[] = [];
  for (let up = parentNodeOf(node); up; up = parentNodeOf(up)) above.push(up);
  return above;
}

/** Stands for an element that is seen and not read (Unicode's object replacement): no letter, and nothing within a name. */
const OBJECT = '\ufffc';

interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly length: number;
}

/**
 * The blocks of a block element's own text, or of a shadow root's, in document order: what
 * stands in blocks within it is theirs. Walks pointer by pointer, so that no nesting is too deep.
 */
function* readBlocks(root: Part): Generator<TextBlock> {
  const around = root instanceof Element ? root : root.host;
  let pieces: Piece[] = [];
  let text = '';
  let node: Node = root;
  for (;;) {
    const type = nodeTypeOf(node);
    const inner = type === Node.TEXT_NODE ? null : firstChildOf(node);
    if (type === Node.TEXT_NODE) {
      const { data } = node as Text;
      if (data !== '') {
        pieces.push({ node: node as Text, start: text.length, length: data.length });
        text += data;
      }
    } else if (node === root && inner) {
      node = inner;
      continue;
    } else if (type === Node.ELEMENT_NODE) {
      const element = node as Element;
      if (isBlock(element)) {
        yield* flush();
      } else {
        const isRead = !isSkipped(element);
        // A line break parts words; so does what nobody sees, and code in a sentence parts names too.
        if (tagNameOf(element) === 'BR' || (!isRead && isUnseen(element))) text += '\n';
        else if (!isRead) text += OBJECT;
        if (isRead && inner) {
          node = inner;
          continue;
        }
      }
    }
    let next = nextSiblingOf(node);
    while (node !== root && !next) {
      const parent: Node | null = parentNodeOf(node);
      if (!parent) break;
      node = parent;
      next = nextSiblingOf(node);
    }
    if (node === root || !next) break;
    node = next;
  }
  yield* flush();

  function* flush(): Generator<TextBlock> {
    if (text.trim() !== '') yield createBlock(around, text, pieces);
    pieces = [];
    text = '';
  }
}

function createBlock(element: Element, text: string, pieces: readonly Piece[]): TextBlock {
  return {
    element,
    text,
    edges: pieces.map((piece) => piece.start),
    nodes: pieces.map((piece) => piece.node),
    toRange(span) {
      const first = pieceAt(pieces, span.start);
      const last = pieceAt(pieces, span.end - 1);
      // Other words may be as long as those that were read.
      const isUnchanged = ({ node, start, length }: Piece): boolean =>
        node.isConnected && node.data === text.slice(start, start + length);
      if (!first || !last || !isUnchanged(first) || !isUnchanged(last)) return undefined;
      const range = (documentOf(element) ?? document).createRange();
      range.setStart(first.node, Math.min(span.start - first.start, first.length));
      range.setEnd(last.node, Math.min(span.end - last.start, last.length));
      return range;
    },
  };
}

/** The piece that holds the unit at an offset. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
