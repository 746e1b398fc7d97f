/**
 * Brings words into view, as find-in-page does: at once, and only as far as needed.
 *
 * Nothing glides, so there is no motion to reduce, and the card beside the words knows
 * its place at once. Words under a sticky header are not in view: what is on top of
 * them is asked, because few pages with such a header set `scroll-padding`.
 */
import { isBelow, parentOf } from './composed.ts';

export interface Scroller {
  /** Bring the range's first line into view, through every scroller around it. */
  to(range: Range): void;
  /** Are the range's words within the viewport, whatever lies on top of them? */
  isInView(range: Range): boolean;
}

interface Area {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export function createScroller(document: Document): Scroller {
  const root = document.scrollingElement ?? document.documentElement;

  const scroll = (box: Element, range: Range): void => {
    const words = firstLine(range);
    const area = box === root ? viewport(document) : innerArea(box);
    const isSeen = isWithin(words, area) && (box !== root || isOnTop(range, words));
    if (!isSeen) {
      const isAside = words.left < area.left || words.right > area.right;
      box.scrollBy({
        top: (words.top + words.bottom - area.top - area.bottom) / 2,
        left: isAside ? (words.left + words.right - area.left - area.right) / 2 : 0,
        behavior: 'instant',
      });
    }
  };

  return {
    to(range) {
      for (let up = parentOf(range.startContainer); up && up !== root; up = parentOf(up)) {
        if (isScroller(up)) scroll(up, range);
      }
      scroll(root, range);
    },
    isInView: (range) => isWithin(firstLine(range), viewport(document)),
  };
}

function firstLine(range: Range): Area {
  return range.getClientRects()[0] ?? range.getBoundingClientRect();
}

function isWithin(inner: Area, outer: Area): boolean {
  return (
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom &&
    inner.left >= outer.left &&
    inner.right <= outer.right
  );
}

/** Is the middle of the words theirs to see, and not under a header of the page? */
function isOnTop(range: Range, words: Area): boolean {
  const holder = parentOf(range.startContainer);
  const top = holder?.ownerDocument.elementFromPoint(
    (words.left + words.right) / 2,
    (words.top + words.bottom) / 2,
  );
  return !top || !holder || isBelow(top, holder) || isBelow(holder, top);
}

/** What can be scrolled by its reader; clipped boxes cannot be scrolled back, so they stay. */
function isScroller(element: Element): boolean {
  const isLarger =
    element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth;
  return isLarger && /auto|scroll/.test(getComputedStyle(element).overflow);
}

function innerArea(box: Element): Area {
  const { top, left } = box.getBoundingClientRect();
  const [x, y] = [left + box.clientLeft, top + box.clientTop];
  return { top: y, left: x, bottom: y + box.clientHeight, right: x + box.clientWidth };
}

/** The viewport without the room that the page keeps free for its headers. */
function viewport(document: Document): Area {
  const { clientWidth, clientHeight } = document.documentElement;
  const style = getComputedStyle(document.documentElement);
  const room = (padding: string, size: number): number => {
    const length = Number.parseFloat(padding);
    if (Number.isNaN(length)) return 0;
    return padding.endsWith('%') ? (length / 100) * size : length;
  };
  return {
    top: room(style.scrollPaddingTop, clientHeight),
    bottom: clientHeight - room(style.scrollPaddingBottom, clientHeight),
    left: room(style.scrollPaddingLeft, clientWidth),
    right: clientWidth - room(style.scrollPaddingRight, clientWidth),
  };
}
