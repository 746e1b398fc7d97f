/**
 * A ground behind the words of every mention, for readers who miss a line: a sheet of
 * its own beside the painters', for highlights and for marks alike.
 *
 * The tint darkens a light page and lightens a dark one by little enough that text
 * stays legible: 4.5 : 1 becomes 3.9 : 1 at the light one. It is off by default.
 */
import { ENTITY_IDS } from '../core/model.ts';
import type { Settings } from '../core/settings.ts';
import { highlightSelector } from './highlight-selector.ts';
import { leased } from './lease.ts';
import { createPageStyle, type PageStyle } from './page-style.ts';

const TINTS: Readonly<Record<Exclude<Settings['ground'], 'none'>, string>> = {
  light: 'rgb(105 125 175 / 0.18)',
  strong: 'rgb(105 125 175 / 0.34)',
};

export interface Ground {
  use(ground: Settings['ground']): void;
  /**
   * Put the sheet there, or back if the page dropped it, and into these shadow roots. Was it
   * missing? To be called once there are mentions: a page without has no sheet of ours to see.
   */
  keep(roots?: ReadonlySet<ShadowRoot>): boolean;
}

export function createGround(
  document: Document,
  first: Settings['ground'],
  signal: AbortSignal,
): Ground {
  let shown: Settings['ground'] = 'none';
  let laid = new AbortController();
  let style: PageStyle = { keep: () => false };
  /** Undefined until there are mentions. */
  let roots: ReadonlySet<ShadowRoot> | undefined;
  signal.addEventListener('abort', () => laid.abort());

  const use = (ground: Settings['ground']): void => {
    if (ground === shown || signal.aborted) return;
    shown = ground;
    laid.abort();
    laid = new AbortController();
    style =
      ground === 'none'
        ? { keep: () => false }
        : createPageStyle(document, rules(TINTS[ground]), laid.signal);
  };
  // The first is laid with the first painting; a change is to be seen at once.
  use(first);
  return {
    use(ground) {
      use(ground);
      if (roots) style.keep(roots);
    },
    keep(now = roots) {
      roots = now ?? new Set();
      return style.keep(roots);
    },
  };
}

function rules(tint: string): string {
  const selectors = ENTITY_IDS.flatMap((id) => [
    highlightSelector(`bakteppe-${id}`),
    `mark[data-bakteppe="${id}"]:not([data-bakteppe-active])`,
  ]);
  // One rule each: a browser without highlights would drop a list that names one.
  return `@media not print { @media (forced-colors: none) {
${selectors.map((selector) => `${selector} { background-color: ${leased(tint)} !important; }`).join('\n')}
} }`;
}
