/**
 * Marks search hits in an element of our own with mark.js, at places our search
 * found: mark.js is fed ranges and never searches itself (see docs/adr/0030).
 */
import Mark from 'mark.js';
import type { Span } from '../../core/model.ts';

/** Wrap the places, in UTF-16 units of the element's text and apart from each other, in `<mark>`. */
export function markHits(element: HTMLElement, places: readonly Span[]): void {
  if (places.length === 0) return;
  new Mark(element).markRanges(places.map(({ start, end }) => ({ start, length: end - start })));
}
