/**
 * A style sheet of ours on the page, without a node in its tree.
 *
 * Adopted sheets pass `style-src 'none'` in Chromium and Firefox. A page that
 * sets its own list drops ours, so callers put it back with `keep` when they
 * paint.
 */
export interface PageStyle {
  /** Put the sheet back if the page dropped it. */
  keep(): void;
}

/** Adopt the rules until the signal aborts. */
export function createPageStyle(document: Document, css: string, signal: AbortSignal): PageStyle {
  const view = document.defaultView;
  if (!view) return { keep() {} };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const keep = (): void => {
    if (signal.aborted || document.adoptedStyleSheets.includes(sheet)) return;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  };
  keep();
  signal.addEventListener('abort', () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });
  return { keep };
}
