/**
 * The parts of a long page that its reader sees first: they are read, judged and painted
 * before the rest, which takes its time.
 */
import { parentElementOf } from './bare-dom.ts';

/** A page of fewer elements is read in one go before anybody notices, in number. */
const LONG_PAGE = 4000;
/** As much as may be scrolled into view soon, in heights of the viewport. */
const MOST_HEIGHT = 4;
/** Points in the middle of the viewport that are asked, from the top down, as shares of its height. */
const DEPTHS = [0.25, 0.5, 0.75] as const;
/** Neighbours on either side of what is seen there, where these are small, in number. */
const NEIGHBOURS = 20;

/** Would a reader wait for what they see, were all of it read first? */
export function isLongPage(document: Document): boolean {
  // Counts no further than this.
  return document.getElementsByTagName('*').item(LONG_PAGE) !== null;
}

/**
 * Those parts, none in another; none where nothing smaller than the page is to be seen. The
 * browser's search for them takes it a turn on a very long page.
 */
export function viewportParts(document: Document): Element[] {
  const view = document.defaultView;
  if (!view) return [];
  const most = view.innerHeight * MOST_HEIGHT;
  for (const depth of DEPTHS) {
    let part = document.elementFromPoint(view.innerWidth / 2, view.innerHeight * depth);
    let around = part && parentElementOf(part);
    while (part && around && heightOf(around) <= most) {
      part = around;
      around = parentElementOf(part);
    }
    if (part && part !== document.body && part !== document.documentElement) {
      return withNeighbours(part);
    }
  }
  return [];
}

function withNeighbours(part: Element): Element[] {
  const parts = [part];
  let before = part.previousElementSibling;
  let behind = part.nextElementSibling;
  for (let count = 0; count < NEIGHBOURS; count++) {
    if (before) parts.unshift(before);
    if (behind) parts.push(behind);
    before = before?.previousElementSibling ?? null;
    behind = behind?.nextElementSibling ?? null;
  }
  return parts;
}

function heightOf(element: Element): number {
  return Element.prototype.getBoundingClientRect.call(element).height;
}
