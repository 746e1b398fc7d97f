/**
 * Clears away what a session of ours left that could not clear up itself: the browser ended
 * it with its extension, or left it in a world of its own, where it lives a moment longer
 * (docs/adr/0053). Called before a session paints anything.
 */
import { CARD_TAG } from '../core/card-tag.ts';
import { OWN_HIGHLIGHTS } from './highlight-painter.ts';
import { createShadowRoots, type RootOf } from './shadow-roots.ts';
import { unwrap } from './unwrap.ts';

/** Words that only rules of ours have. */
const OWN_RULE = /::highlight\([a-z-]*bakteppe|data-bakteppe/;

/** In the document and, where it has any of ours, in its shadow roots. */
export function clearRemains(document: Document, rootOf?: RootOf): void {
  // Without a sheet nothing was painted in this document. Elements of our names are the page's
  // own then: it was saved with marks in it, or plays a trick.
  if (!dropSheets(document)) return;
  if ('highlights' in CSS) for (const name of OWN_HIGHLIGHTS) CSS.highlights.delete(name);
  for (const card of document.querySelectorAll(`:root > ${CARD_TAG}:empty`)) card.remove();
  const roots = createShadowRoots(document, rootOf).in(document.documentElement);
  for (const tree of [document, ...roots]) {
    dropSheets(tree);
    for (const mark of tree.querySelectorAll<HTMLElement>('mark[data-bakteppe]')) unwrap(mark);
  }
}

/** Take our style sheets away; were there any? */
function dropSheets(tree: DocumentOrShadowRoot): boolean {
  const sheets = tree.adoptedStyleSheets;
  const others = sheets.filter((sheet) => !isOurs(sheet));
  const isAny = others.length < sheets.length;
  if (isAny) tree.adoptedStyleSheets = others;
  return isAny;
}

function isOurs({ cssRules }: CSSStyleSheet): boolean {
  return [...cssRules].some(({ cssText }) => OWN_RULE.test(cssText));
}
