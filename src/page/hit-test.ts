/**
 * Which mention is at a point of the viewport, by geometry.
 *
 * Caret from point → the mention around that caret → confirmed by the range's
 * client rectangles, because the caret snaps to the nearest text. A mention may
 * wrap over two lines, so its bounding box says nothing. Cost does not grow
 * with the number of mentions on the page. In a shadow root, where carets are kept
 * from pages, the root is asked for the element at the point instead.
 */
import { parentElementOf } from './bare-dom.ts';
import { parentOf } from './composed.ts';
import { type PlacedMention, rootsOf, sharedFrom } from './place.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Fingers and rounding: how far outside a rectangle still counts, in CSS px; floating-ui's figure. */
const TOLERANCE = 2;

export interface HitTest {
  /** Use these mentions from now on; `isAnew`: those that were there before may have moved in the page's tree. */
  update(mentions: readonly PlacedMention[], isAnew?: boolean): void;
  /** Can anything be hit in this element at all? Free of layout. */
  mayHit(target: EventTarget | null): boolean;
  /** The mention at the point, if the point is on its words. */
  at(point: Point): PlacedMention | undefined;
}

export function createHitTest(document: Document): HitTest {
  let byElement = new Map<Element, PlacedMention[]>();
  let holders = new WeakSet<Node>();
  let known: readonly PlacedMention[] = [];
  /** Host → its root, for all roots around mentions. */
  let roots = new Map<Element, ShadowRoot>();

  const inRoots = ({ x, y }: Point): PlacedMention | undefined => {
    let element = document.elementFromPoint(x, y);
    for (let root = element && roots.get(element); root; ) {
      const inner: Element | null = root.elementFromPoint(x, y);
      // A root without an element there answers with its host, or one outside.
      if (inner?.getRootNode() !== root) break;
      element = inner;
      root = roots.get(inner);
    }
    for (let up = element; up; up = parentOf(up)) {
      const hit = byElement.get(up)?.find(({ range }) => isOn(range, { x, y }));
      if (hit) return hit;
    }
    return undefined;
  };

  return {
    update(mentions, isAnew = false) {
      const same = sharedFrom(known, mentions);
      const isGrown = same === known.length && !isAnew;
      known = mentions;
      if (!isGrown) {
        byElement = new Map();
        holders = new WeakSet();
      }
      roots = rootsAround(mentions);
      // Of what is in a closed root, events name the host only.
      for (const host of roots.keys()) holders.add(host);
      for (const mention of isGrown ? mentions.slice(same) : mentions) {
        const list = byElement.get(mention.element) ?? [];
        list.push(mention);
        byElement.set(mention.element, list);
        holders.add(mention.element);
        // Pointer events name the innermost element: a name over `Kim <b>Jong-un</b>`
        // is reported from both.
        for (const node of [mention.range.startContainer, mention.range.endContainer]) {
          for (let up = parentOf(node); up && up !== mention.element; up = parentOf(up)) {
            holders.add(up);
          }
        }
      }
    },
    mayHit: (target) => target instanceof Node && holders.has(target),
    at(point) {
      const caret = caretAt(document, point);
      if (!caret) return roots.size > 0 ? inRoots(point) : undefined;
      for (let up = parentElementOf(caret.node); up; up = parentElementOf(up)) {
        const hit = byElement.get(up)?.find((mention) => holds(mention, caret, point));
        if (hit) return hit;
      }
      return roots.size > 0 ? inRoots(point) : undefined;
    },
  };
}

/** Hosts and roots, from the mentions outwards. */
function rootsAround(mentions: readonly PlacedMention[]): Map<Element, ShadowRoot> {
  const roots = new Map<Element, ShadowRoot>();
  for (const inner of rootsOf(mentions)) {
    for (let root: Node = inner; root instanceof ShadowRoot; root = root.host.getRootNode()) {
      roots.set(root.host, root);
    }
  }
  return roots;
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
  return isOn(range, point);
}

function isOn(range: Range, point: Point): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      point.x >= left - TOLERANCE &&
      point.x <= right + TOLERANCE &&
      point.y >= top - TOLERANCE &&
      point.y <= bottom + TOLERANCE,
  );
}
