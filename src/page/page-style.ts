/**
 * A style sheet of ours on the page, without a node in its tree, and in those of its shadow
 * roots that hold mentions: a rule of the page's does not reach into them (Firefox; in
 * Chromium the rules for highlights do).
 *
 * Adopted sheets pass `style-src 'none'` in Chromium and Firefox. A page that
 * sets its own list drops ours, so callers put it back with `keep` when they
 * paint.
 *
 * A sheet that comes or goes has the whole page styled anew, 30 ms for 2,300 text nodes
 * (measured): whoever asks for layout next would pay. So it comes with the first `keep`,
 * after all that was to be asked of the page.
 */
import { withoutLease } from './lease.ts';
import { onTrusted } from './on-trusted.ts';

export interface PageStyle {
  /**
   * Put the sheet there: for the first time, or back if the page dropped it. With roots
   * given, in these from now on, beside the document. Was it missing anywhere?
   */
  keep(roots?: ReadonlySet<ShadowRoot>): boolean;
}

/** Rules of ours, adopted from the first `keep` on until the signal aborts. */
export function createPageStyle(document: Document, css: string, signal: AbortSignal): PageStyle {
  const view = document.defaultView;
  if (!view) return { keep: () => false };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  let roots: ReadonlySet<ShadowRoot> = new Set();
  const add = (scope: DocumentOrShadowRoot): boolean => {
    if (scope.adoptedStyleSheets.includes(sheet)) return false;
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
    return true;
  };
  const drop = (scope: DocumentOrShadowRoot): void => {
    scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((other) => other !== sheet);
  };
  signal.addEventListener('abort', () => {
    for (const scope of [document, ...roots]) drop(scope);
  });
  // The lease is taken from no page that the browser put away: what ends meanwhile must not be seen there.
  const unseen = withoutLease(css);
  if (unseen !== css) {
    onTrusted(view, 'pagehide', () => sheet.replaceSync(unseen), { signal });
    onTrusted(view, 'pageshow', () => sheet.replaceSync(css), { signal });
  }
  return {
    keep(now = roots) {
      if (signal.aborted) return false;
      for (const root of roots) if (!now.has(root)) drop(root);
      roots = now;
      return [document, ...roots].filter(add).length > 0;
    },
  };
}
