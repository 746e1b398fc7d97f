/**
 * Which mention is at a point of the viewport, by geometry.
 *
 * Caret from point → the mention around that caret → confirmed by the range's
 * client rectangles, because the caret snaps to the nearest text. A mention may
 * wrap over two lines, so its bounding box says nothing. Cost does not grow
 * with the number of mentions on the page.
 */
import type { PlacedMention } from './place.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fingers and rounding: how far outside a rectangle still counts, in CSS px; floating-ui's figure. */
const TOLERANCE = 2;

export interface HitTest {
  /** Use these mentions from now on. */
  update(mentions: readonly PlacedMention[]): void;
  /** Can anything be hit in this element at all? Free of layout. */
  mayHit(target: EventTarget | null): boolean;
  /** The mention at the point, if the point is on its words. */
  at(point: Point): PlacedMention | undefined;
}

export function createHitTest(document: Document): HitTest {
  let byElement = new Map<Element, PlacedMention[]>();
  let holders = new WeakSet<Node>();

  return {
    update(mentions) {
      byElement = new Map();
      holders = new WeakSet();
      for (const mention of mentions) {
        const list = byElement.get(mention.element) ?? [];
        list.push(mention);
        byElement.set(mention.element, list);
        holders.add(mention.element);
        // Pointer events name the innermost element: a name over `Kim <b>Jong-un</b>`
        // is reported from both.
        for (const node of [mention.range.startContainer, mention.range.endContainer]) {
          for (let up = node.parentElement; up && up !== mention.element; up = up.parentElement) {
            holders.add(up);
          }
        }
      }
    },
    mayHit: (target) => target instanceof Node && holders.has(target),
    at(point) {
      const caret = caretAt(document, point);
      if (!caret) return undefined;
      for (let up = caret.node.parentElement; up; up = up.parentElement) {
        const hit = byElement.get(up)?.find((mention) => holds(mention, caret, point));
        if (hit) return hit;
      }
      return undefined;
    },
  };
}

interface Caret {
  readonly node: Node;
  readonly offset: number;
}

function caretAt(document: Document, { x, y }: Point): Caret | undefined {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y);
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  // Safari before 18.4 has only the older name.
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

function holds({ range }: PlacedMention, caret: Caret, point: Point): boolean {
  const length = caret.node.nodeType === Node.TEXT_NODE ? (caret.node as Text).length : 0;
  if (!range.isPointInRange(caret.node, Math.min(caret.offset, length))) return false;
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      point.x >= left - TOLERANCE &&
      point.x <= right + TOLERANCE &&
      point.y >= top - TOLERANCE &&
      point.y <= bottom + TOLERANCE,
  );
}
