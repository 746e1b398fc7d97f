/**
 * Cuts an element's readable text into blocks: one for each run of text that
 * reads on without a break. A name may stand across inline elements of a block,
 * never across two blocks.
 */
import type { Span } from '../core/model.ts';
import { blockAround, isBlock, isSkipped } from './scope.ts';

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

interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly length: number;
}

/**
 * The blocks of an element's text in document order, its own loose text
 * included. Walks pointer by pointer, so that no nesting is too deep.
 */
export function* readBlocks(root: Element): Generator<TextBlock> {
  let pieces: Piece[] = [];
  let text = '';
  let node: Node = root;
  for (;;) {
    let isLeft = false;
    if (node.nodeType === Node.TEXT_NODE) {
      const { data } = node as Text;
      if (data !== '') {
        pieces.push({ node: node as Text, start: text.length, length: data.length });
        text += data;
      }
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      const isRead = element === root || !isSkipped(element);
      // A line break, and code in a sentence, part words but not the sentence.
      if (element.tagName === 'BR' || (!isRead && !isBlock(element))) text += '\n';
      if (isBlock(element)) yield* flush();
      if (isRead && element.firstChild) {
        node = element.firstChild;
        continue;
      }
    }
    while (node !== root && !node.nextSibling && node.parentNode) {
      node = node.parentNode;
      if (node === root) isLeft = true;
      if (node.nodeType === Node.ELEMENT_NODE && isBlock(node as Element)) yield* flush();
    }
    if (node === root || isLeft || !node.nextSibling) break;
    node = node.nextSibling;
  }
  yield* flush();

  function* flush(): Generator<TextBlock> {
    const first = pieces[0];
    const element = first && blockAround(first.node);
    if (element && text.trim() !== '') yield createBlock(element, text, pieces);
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
      const first = pieces.findLast((piece) => piece.start <= span.start);
      const last = pieces.findLast((piece) => piece.start < span.end);
      if (!first || !last) return undefined;
      const isUnchanged = [first, last].every(
        ({ node, length }) => node.isConnected && node.length === length,
      );
      if (!isUnchanged) return undefined;
      const range = element.ownerDocument.createRange();
      range.setStart(first.node, Math.min(span.start - first.start, first.length));
      range.setEnd(last.node, Math.min(span.end - last.start, last.length));
      return range;
    },
  };
}
