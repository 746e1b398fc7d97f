/** What makes mentions visible, and the choice between the two ways of doing it. */
import { createHighlightPainter } from './highlight-painter.ts';
import { createMarkPainter } from './mark-painter.ts';
import type { PlacedMention } from './place.ts';

export interface Painter {
  /** Make exactly these mentions visible. Cheap when nothing changed. */
  paint(mentions: readonly PlacedMention[]): void;
  /** Show which mention's card is open; undefined for none. */
  emphasise(mention: PlacedMention | undefined): void;
  /** Does painting change the page's tree, so that its own changes must be told apart? */
  readonly changesPage: boolean;
}

/**
 * Highlights where the browser has them (Chromium 105, Safari 17.2, Firefox
 * 140), marks in the page elsewhere or where the reader asks for them.
 * Everything painted goes when the signal aborts.
 */
export function choosePainter(
  document: Document,
  preference: 'automatic' | 'marks',
  signal: AbortSignal,
): Painter {
  const hasHighlights = typeof CSS !== 'undefined' && 'highlights' in CSS;
  return hasHighlights && preference === 'automatic'
    ? createHighlightPainter(document, signal)
    : createMarkPainter(document, signal);
}
