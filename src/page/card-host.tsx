/**
 * Holds the card: one `<bakteppe-card>` in the top layer with a closed shadow
 * root, beside the words it belongs to.
 *
 * The top layer is above every z-index, and a popover of ours comes above a
 * dialog that is already open. Styles are adopted, so that no content policy of
 * the page can take them away; text goes in as text nodes only.
 */
import { type ComponentChild, render } from 'preact';
import { CARD_TAG } from '../core/card-tag.ts';
import type { Box } from '../core/corridor.ts';
import cardCss from '../ui/card.css?inline';
import tokensCss from '../ui/tokens.css?inline';
import type { Point } from './hit-test.ts';
import { createFocusKeeper } from './keep-focus.ts';
import { keepInPage } from './keep-in-page.ts';
import { cardDisplay } from './lease.ts';
import { createModal, isInDialog, MODAL_CSS } from './modal.ts';
import { onTrusted } from './on-trusted.ts';
import { EDGE, placeAsSheet, placeBeside } from './place-card.ts';
import { withPrivateTokens } from './private-tokens.ts';
import { createSpeaker } from './speaker.ts';
import { themeBehind } from './theme-behind.ts';
import { trustedOnly } from './trusted-only.ts';
import { createUnnamedHost } from './unnamed-host.ts';
import { wrapTab } from './wrap-tab.ts';

export interface CardHost {
  /** Show the content beside the range, near the point if one is given, or as a sheet. */
  show(content: ComponentChild, beside: Range, near: Point | undefined, isSheet: boolean): void;
  hide(): void;
  /** Where the card is, or undefined while it is hidden. */
  box(): Box | undefined;
  /** Is the event from inside the card? */
  holds(event: Event): boolean;
  /** Put the focus into the card; it goes back to where it was when the card hides. */
  focus(): void;
  /** The pointer is at this point of the viewport: where it is on the card, the card can be pressed. */
  reach(point: Point): void;
  /** Have it said politely by a screen reader, whether the card is shown or not. */
  say(text: string, lang: string): void;
}

/** The page's own rules for our element must not move or hide it. */
const hostCss = (): string => `:host {
  all: initial !important;
  direction: ltr !important;
  unicode-bidi: normal !important;
  position: fixed !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  background: none !important;
  overflow: visible !important;
  width: max-content !important;
  max-width: calc(100vw - ${2 * EDGE}px) !important;
  ${cardDisplay()}
}
/* Without a card only the speaker is there, for screen readers: never display: none. */
:host(:not(:popover-open)) {
  inset: 0 auto auto 0 !important;
  width: 1px !important;
  height: 1px !important;
  overflow: clip !important;
  clip-path: inset(50%) !important;
  pointer-events: none !important;
}
/* Paper cannot be pointed at, and the card is none of the page's. */
@media print { :host { display: none !important; } }
/* No family by name: a page may have a font of its own under it, and would be asked for it. */
div.shell, .shell [lang] { --font: system-ui, sans-serif; }
.speaker {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: clip;
  clip-path: inset(50%);
  white-space: nowrap;
}`;

/** `onCancel`: the browser was asked to close the card, by its own back gesture. */
export function createCardHost(
  document: Document,
  onCancel: () => void,
  signal: AbortSignal,
): CardHost {
  let host: HTMLElement | undefined;
  let root: HTMLElement | undefined;
  /** What the card is placed by now, and how to let go of it. */
  let placement: { readonly range: Range; readonly end: () => void } | undefined;
  let unkeep: (() => void) | undefined;
  const shell = document.createElement('div');
  shell.className = 'shell';
  const modal = createModal(shell, onCancel);
  const keeper = createFocusKeeper(document);
  const speaker = createSpeaker(document, signal);
  const position = new CSSStyleSheet();
  const measure = new CSSStyleSheet();

  const open = (): { host: HTMLElement; root: HTMLElement } => {
    if (!host || !root) {
      const unnamed = createUnnamedHost(document, CARD_TAG);
      const { shadow } = unnamed;
      host = unnamed.host;
      host.popover = 'manual';
      const look = new CSSStyleSheet();
      look.replaceSync(withPrivateTokens(hostCss() + MODAL_CSS + tokensCss + cardCss));
      shadow.adoptedStyleSheets = [look, position, measure];
      root = document.createElement('div');
      shell.append(speaker.element, root);
      shadow.append(modal.element);
      trustedOnly(shadow, signal);
      wrapTab(shadow, signal);
      // Keys in the card are the card's: pages have shortcuts of one letter.
      for (const type of ['keydown', 'keypress', 'keyup'] as const) {
        host.addEventListener(type, (event) => event.stopPropagation());
      }
    }
    if (document.documentElement.lastChild !== host) document.documentElement.append(host);
    return { host, root };
  };

  const letGo = (): void => {
    placement?.end();
    placement = undefined;
    unkeep?.();
    unkeep = undefined;
  };

  const isShown = (): boolean => host?.isConnected === true && host.matches(':popover-open');

  /** Onto the page and into the top layer; a page may hinder that in its own handlers. */
  const raise = (): void => {
    const parts = open();
    try {
      if (!isShown()) parts.host.showPopover();
    } catch (error) {
      console.debug('Bakteppe: the page keeps the card from being shown', error);
    }
  };

  const hide = (): void => {
    if (!host || !root) return;
    letGo();
    const isOurs = document.activeElement === host;
    render(null, root);
    modal.lower();
    if (isShown()) host.hidePopover();
    keeper.giveBack(isOurs);
  };

  /** A modal shell is out of the host's flow: the host is told its size, for placing and hit tests. */
  const sizeHost = (): void => {
    const { width, height } = shell.getBoundingClientRect();
    measure.replaceSync(
      modal.isRaised()
        ? `:host { width: ${width}px !important; height: ${height}px !important; }`
        : '',
    );
  };

  // What fills the screen lies above all that was there before, and the words may be in it.
  const rise = (): void => {
    if (!host?.matches(':popover-open') || modal.isRaised()) return;
    const isOurs = document.activeElement === host;
    host.hidePopover();
    host.showPopover();
    if (isOurs) root?.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
  };
  onTrusted(document, 'fullscreenchange', rise, { signal });

  const resized = new ResizeObserver(sizeHost);
  resized.observe(shell);

  signal.addEventListener('abort', () => {
    hide();
    resized.disconnect();
    host?.remove();
    host = undefined;
  });

  return {
    show(content, beside, near, isSheet) {
      if (signal.aborted) return;
      const parts = open();
      shell.dataset.theme = themeBehind(beside);
      shell.toggleAttribute('data-sheet', isSheet);
      render(content, parts.root);
      raise();
      // Fingers do not come near before they press.
      if (isSheet && isInDialog(beside) && !modal.isRaised()) modal.raise();
      sizeHost();
      if (placement?.range === beside) return;
      letGo();
      if (isSheet) placeAsSheet(position);
      const end = isSheet ? () => undefined : placeBeside(parts.host, position, beside, near);
      placement = { range: beside, end };
      unkeep = keepInPage(parts.host, { isShown, putBack: raise, giveUp: onCancel });
    },
    hide,
    box: () => (isShown() ? host?.getBoundingClientRect() : undefined),
    holds: (event) => host !== undefined && event.composedPath().includes(host),
    focus() {
      keeper.remember();
      const take = (): boolean => {
        root?.querySelector<HTMLElement>('[role="dialog"]')?.focus({ preventScroll: true });
        return document.activeElement === host;
      };
      if (take()) modal.keep();
      else if (host?.isConnected && !modal.isRaised()) {
        modal.raise();
        sizeHost();
        take();
      }
    },
    reach(point) {
      if (!placement || !host || !modal.reach(point, host, placement.range)) return;
      sizeHost();
    },
    say(text, lang) {
      if (signal.aborted) return;
      open();
      speaker.say(text, lang);
    },
  };
}
