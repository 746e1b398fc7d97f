/**
 * Holds the card: one `<bakteppe-card>` in the top layer with a closed shadow
 * root, beside the words it belongs to.
 *
 * The top layer is above every z-index, and a popover of ours comes above a
 * dialog that is already open. Styles are adopted, so that no content policy of
 * the page can take them away; text goes in as text nodes only.
 */
import { computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';
import { type ComponentChild, render } from 'preact';
import type { Box } from '../core/corridor.ts';
import cardCss from '../ui/card.css?inline';
import tokensCss from '../ui/tokens.css?inline';
import type { Point } from './hit-test.ts';

export interface CardHost {
  /** Show the content beside the range, near the point if one is given. */
  show(content: ComponentChild, beside: Range, near: Point | undefined): void;
  hide(): void;
  /** Where the card is, or undefined while it is hidden. */
  box(): Box | undefined;
  /** Is the event from inside the card? */
  holds(event: Event): boolean;
  /** Put the focus into the card. */
  focus(): void;
}

export const CARD_TAG = 'bakteppe-card';

/** Room between words and card, in CSS px. */
const GAP = 8;
/** Least room between card and the viewport's edge, in CSS px. */
const EDGE = 8;
/** The card never grows higher than this, in CSS px, nor than the viewport lets it. */
const MAX_HEIGHT = 440;
/** Lower than this nothing could be read: then the card rather leaves the viewport, in CSS px. */
const MIN_HEIGHT = 120;

/** The page's own rules for our element must not move or hide it. */
const HOST_CSS = `:host {
  all: initial !important;
  position: fixed !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  background: none !important;
  overflow: visible !important;
  width: max-content !important;
  max-width: calc(100vw - ${2 * EDGE}px) !important;
}
:host(:not(:popover-open)) { display: none !important; }`;

export function createCardHost(document: Document, signal: AbortSignal): CardHost {
  let host: HTMLElement | undefined;
  let root: ShadowRoot | undefined;
  // Where the card stands is a sheet of ours too: important rules of a shadow
  // root win over the page's, inline styles on the host included.
  const position = new CSSStyleSheet();

  const open = (): { host: HTMLElement; root: ShadowRoot } => {
    if (!host || !root) {
      host = document.createElement(CARD_TAG);
      host.popover = 'manual';
      root = host.attachShadow({ mode: 'closed' });
      const look = new CSSStyleSheet();
      look.replaceSync(HOST_CSS + tokensCss + cardCss);
      root.adoptedStyleSheets = [look, position];
    }
    if (document.documentElement.lastChild !== host) document.documentElement.append(host);
    return { host, root };
  };

  const hide = (): void => {
    if (!host || !root) return;
    render(null, root);
    if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
  };

  signal.addEventListener('abort', () => {
    hide();
    host?.remove();
    host = undefined;
  });

  return {
    show(content, beside, near) {
      if (signal.aborted) return;
      const parts = open();
      parts.host.dataset.theme = themeBehind(beside);
      render(content, parts.root);
      if (!parts.host.matches(':popover-open')) parts.host.showPopover();
      void place(parts.host, position, beside, near);
    },
    hide,
    box: () =>
      host?.isConnected && host.matches(':popover-open') ? host.getBoundingClientRect() : undefined,
    holds: (event) => host !== undefined && event.composedPath().includes(host),
    focus() {
      root?.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
    },
  };
}

async function place(
  host: HTMLElement,
  sheet: CSSStyleSheet,
  range: Range,
  near: Point | undefined,
): Promise<void> {
  let maxHeight = MAX_HEIGHT;
  const stand = (x: number, y: number): void =>
    sheet.replaceSync(`:host {
  inset: ${Math.round(y)}px auto auto ${Math.round(x)}px !important;
  --card-max-height: ${Math.floor(maxHeight)}px !important;
}`);
  const reference = {
    getBoundingClientRect: () => range.getBoundingClientRect(),
    getClientRects: () => range.getClientRects(),
    // Without the element, scrolling containers around the words are not seen.
    contextElement: range.startContainer.parentElement ?? host,
  };
  const { x, y } = await computePosition(reference, host, {
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [
      near ? inline(near) : inline(),
      offset(GAP),
      flip({ padding: EDGE }),
      shift({ padding: EDGE }),
      size({
        padding: EDGE,
        apply({ availableHeight, x, y }) {
          maxHeight = Math.max(MIN_HEIGHT, Math.min(MAX_HEIGHT, availableHeight));
          stand(x, y);
        },
      }),
    ],
  });
  stand(x, y);
}

/** Relative luminance below which a background counts as dark. */
const DARK_LUMINANCE = 0.2;

/** Light or dark, as the page is behind the words: the first painted background around them. */
function themeBehind(range: Range): 'light' | 'dark' {
  for (let up = range.startContainer.parentElement; up; up = up.parentElement) {
    const channels = getComputedStyle(up)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number);
    if (!channels || channels.length < 3 || channels[3] === 0) continue;
    const [red = 255, green = 255, blue = 255] = channels.map((value) => (value / 255) ** 2.2);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue < DARK_LUMINANCE ? 'dark' : 'light';
  }
  // No background anywhere: the canvas is the browser's, dark only if the page says so.
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return /dark/.test(scheme) && prefersDark ? 'dark' : 'light';
}
