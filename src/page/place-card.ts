/**
 * Where the card stands: beside the words it belongs to, or at the foot of the
 * screen as a sheet for fingers. Kept there while the page scrolls or changes.
 */
import { autoUpdate, computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';
import { parentOf } from './composed.ts';
import type { Point } from './hit-test.ts';

/** Room between words and card, in CSS px. */
const GAP = 8;
/** Least room between card and the viewport's edge, in CSS px. */
export const EDGE = 8;
/** The card never grows higher than this, in CSS px, nor than the viewport lets it. */
const MAX_HEIGHT = 460;
/** Lower than this nothing could be read: then the card rather leaves the viewport, in CSS px. */
const MIN_HEIGHT = 160;

/**
 * Keep the host beside the range, near the point if one is given; the rules go
 * into the sheet, because important rules of a shadow root win over the page's.
 * Call what is returned to let go.
 */
export function placeBeside(
  host: HTMLElement,
  sheet: CSSStyleSheet,
  range: Range,
  near: Point | undefined,
): () => void {
  let placed = '';
  const stand = (x: number, y: number, maxHeight: number): void => {
    const rules = `:host {
  inset: ${Math.round(y)}px auto auto ${Math.round(x)}px !important;
}
.card { max-block-size: ${Math.floor(maxHeight)}px; }`;
    if (rules !== placed) sheet.replaceSync(rules);
    placed = rules;
  };
  const reference = {
    getBoundingClientRect: () => range.getBoundingClientRect(),
    getClientRects: () => range.getClientRects(),
    // Without the element, scrolling containers around the words are not seen.
    contextElement: parentOf(range.startContainer) ?? host,
  };
  // The point is where the pointer was when the card opened: it tells the line of
  // a wrapped mention, and means nothing once the page has moved.
  const top = range.getBoundingClientRect().top;
  const update = async (): Promise<void> => {
    const isWhereItWas = range.getBoundingClientRect().top === top;
    let maxHeight = MAX_HEIGHT;
    const { x, y } = await computePosition(reference, host, {
      placement: 'bottom-start',
      strategy: 'fixed',
      middleware: [
        near && isWhereItWas ? inline(near) : inline(),
        offset(GAP),
        flip({ padding: EDGE }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply({ availableHeight, x, y }) {
            maxHeight = Math.max(MIN_HEIGHT, Math.min(MAX_HEIGHT, availableHeight));
            stand(x, y, maxHeight);
          },
        }),
      ],
    });
    stand(x, y, maxHeight);
  };
  const isPutAway = (): boolean => (getComputedStyle(host) as CSSStyleDeclaration | null) === null;
  const updateIfShown = (): void =>
    void update().catch((error) => {
      // Firefox has no styles for a page that was left meanwhile, and then nobody sees the card.
      if (!isPutAway()) throw error;
    });
  return autoUpdate(reference, host, updateIfShown);
}

/** A sheet along the foot of the screen: room for fingers, clear of its rounded corners and bars. */
export function placeAsSheet(sheet: CSSStyleSheet): void {
  sheet.replaceSync(`:host {
  inset: auto 0 0 0 !important;
  width: auto !important;
  max-width: none !important;
}
.card { max-block-size: min(60dvh, 560px); }`);
}
