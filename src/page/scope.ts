/** Which parts of a page are readable text, and where one run of text ends. */

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'IFRAME',
  'OBJECT',
  'EMBED',
  'CANVAS',
  'VIDEO',
  'AUDIO',
  'TEXTAREA',
  'INPUT',
  'SELECT',
  'DATALIST',
  'OPTION',
  'BUTTON',
  'CODE',
  'PRE',
  'KBD',
  'SAMP',
  'SVG',
  'MATH',
  'BAKTEPPE-CARD',
]);

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL OPTGROUP P SEARCH SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** True for elements whose text is not for reading: code, form fields, editors, our own card. */
export function isSkipped(element: Element): boolean {
  return (
    SKIPPED.has(element.tagName.toUpperCase()) ||
    element.hasAttribute('hidden') ||
    isEditable(element)
  );
}

/** Editable by the attribute; whole-document editing is asked of the document. */
function isEditable(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** Does the element start and end a run of text? */
export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.tagName);
}

/** True if the element, or one around it, is not for reading. */
export function isInSkipped(node: Node): boolean {
  for (let element = elementOf(node); element; element = element.parentElement) {
    if (isSkipped(element)) return true;
  }
  return node.ownerDocument?.designMode === 'on';
}

/** The element itself, or the one a text node stands in. */
export function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

/** The nearest block around a node: the smallest part whose text reads on as one. */
export function blockAround(node: Node): Element | null {
  let element = elementOf(node);
  while (element && !isBlock(element)) element = element.parentElement;
  return element;
}

/** Is the element's text on the page for a reader to see? Pays for layout: ask rarely. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
}

/** The language declared on the element or around it. */
export function declaredLanguage(element: Element): string | undefined {
  const holder = element.closest('[lang]');
  return holder?.getAttribute('lang') || undefined;
}
