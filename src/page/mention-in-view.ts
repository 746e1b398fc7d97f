/** The mention under the reader's eye: of those in the viewport, the one nearest its middle. */
import type { PlacedMention } from './place.ts';

/**
 * Undefined when none is in the viewport. Blocks are measured first: on a page with a
 * thousand mentions only those of the few blocks in sight are looked at one by one.
 */
export function mentionInView(
  mentions: readonly PlacedMention[],
  document: Document,
): PlacedMention | undefined {
  const { clientHeight, clientWidth } = document.documentElement;
  const inSight = new Map<Element, boolean>();
  const isInSight = (element: Element): boolean => {
    const known = inSight.get(element);
    if (known !== undefined) return known;
    const { top, bottom } = element.getBoundingClientRect();
    const isSeen = bottom > 0 && top < clientHeight;
    inSight.set(element, isSeen);
    return isSeen;
  };
  let nearest: PlacedMention | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const mention of mentions) {
    if (!isInSight(mention.element)) continue;
    const { top, bottom, left, right } = mention.range.getBoundingClientRect();
    if (bottom <= 0 || top >= clientHeight || right <= 0 || left >= clientWidth) continue;
    const distance = Math.abs((top + bottom - clientHeight) / 2);
    if (distance >= least) continue;
    nearest = mention;
    least = distance;
  }
  return nearest;
}
