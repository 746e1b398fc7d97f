/**
 * Clears away what a session of ours left that could not clear up itself: the browser ended
 * it with its extension, or left it in a world of its own, where it lives a moment longer
 * (docs/adr/0053). Called before a session paints anything.
 */
import { CARD_TAG } from '../core/card-tag.ts';
import { OWN_HIGHLIGHTS } from './highlight-painter.ts';
import { unwrap } from './unwrap.ts';

/** Words that only rules of ours have. */
const OWN_RULE = /::highlight\([a-z-]*bakteppe|data-bakteppe/;

export function clearRemains(document: Document): void {
  const sheets = document.adoptedStyleSheets;
  const others = sheets.filter((sheet) => !isOurs(sheet));
  // Without a sheet nothing was painted in this document. Elements of our names are the page's
  // own then: it was saved with marks in it, or plays a trick.
  if (others.length === sheets.length) return;
  document.adoptedStyleSheets = others;
  if ('highlights' in CSS) for (const name of OWN_HIGHLIGHTS) CSS.highlights.delete(name);
  for (const card of document.querySelectorAll(`:root > ${CARD_TAG}:empty`)) card.remove();
  for (const mark of document.querySelectorAll<HTMLElement>('mark[data-bakteppe]')) unwrap(mark);
}

function isOurs({ cssRules }: CSSStyleSheet): boolean {
  return [...cssRules].some(({ cssText }) => OWN_RULE.test(cssText));
}
