/** Which parts of a page are readable text, and where one run of text ends. */
import { attributeOf, documentOf, isVisible, parentNodeOf, tagNameOf } from './bare-dom.ts';
import { closestTo, type Part, parentOf } from './composed.ts';

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

// Each on its own: then it stays out of the scout, which knows no blocks.
const BLOCKS = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'BODY',
  'CAPTION',
  'CENTER',
  'DD',
  'DETAILS',
  'DIALOG',
  'DIR',
  'DIV',
  'DL',
  'DT',
  'FIELDSET',
  'FIGCAPTION',
  'FIGURE',
  'FOOTER',
  'FORM',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HGROUP',
  'HR',
  'HTML',
  'LEGEND',
  'LI',
  'MAIN',
  'MENU',
  'NAV',
  'OL',
  'OPTGROUP',
  'P',
  'SEARCH',
  'SECTION',
  'SUMMARY',
  'TABLE',
  'TBODY',
  'TD',
  'TFOOT',
  'TH',
  'THEAD',
  'TR',
  'UL',
]);

/** True for elements whose text is not for reading: code, form fields, editors, our own card. */
export function isSkipped(element: Element): boolean {
  return (
    isNeverRead(element) ||
    attributeOf(element, 'hidden') !== null ||
    isEditable(element) ||
    isEditor(element)
  );
}

/** The same whatever its attributes say. */
export function isNeverRead(element: Element): boolean {
  return SKIPPED.has(tagNameOf(element).toUpperCase());
}

const UNSEEN = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'DATALIST']);

/** Of elements that are not for reading: is there nothing to see of it, so that the text around it reads on? */
export function isUnseen(element: Element): boolean {
  return UNSEEN.has(tagNameOf(element)) || attributeOf(element, 'hidden') !== null;
}

/** Editable by the attribute; whole-document editing is asked of the document. */
function isEditable(element: Element): boolean {
  const editable = attributeOf(element, 'contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/** Editors of text and code that draw what is written as plain elements, beside a field for the keys. */
const EDITOR_ROLES: readonly (string | null)[] = ['textbox', 'searchbox', 'code'];
const EDITOR_CLASSES = ['ace_editor', 'CodeMirror', 'cm-editor', 'monaco-editor'];

function isEditor(element: Element): boolean {
  return (
    EDITOR_ROLES.includes(attributeOf(element, 'role')) ||
    hasEditorClass(attributeOf(element, 'class'))
  );
}

function hasEditorClass(classes: string | null): boolean {
  return (
    classes !== null &&
    EDITOR_CLASSES.some((name) => classes.includes(name) && classes.split(/\s/).includes(name))
  );
}

/** Does the element start and end a run of text? */
export function isBlock(element: Element): boolean {
  return BLOCKS.has(tagNameOf(element));
}

/** True if the element, or one around it, is not for reading. */
export function isInSkipped(node: Node): boolean {
  for (let element = elementOf(node); element; element = parentOf(element)) {
    if (isSkipped(element)) return true;
  }
  return documentOf(node)?.designMode === 'on';
}

/** The element itself, or the one a text node stands in; at the top of a shadow root, its host. */
export function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : parentOf(node);
}

/** The nearest block around a node: the smallest part whose text reads on as one. A shadow root's loose text is its host's. */
export function blockAround(node: Node): Element | null {
  const part = partAround(node);
  return part instanceof ShadowRoot ? part.host : part;
}

/** The same where it is to be read again: a shadow root for its loose text. */
export function partAround(node: Node): Part | null {
  let part: Node | null = node;
  while (part) {
    if (part instanceof Element && isBlock(part)) return part;
    if (part instanceof ShadowRoot) return part;
    part = parentNodeOf(part);
  }
  return null;
}

/** Is the element's text on the page for a reader to see? Pays for layout: ask rarely. */
export function isShown(element: Element): boolean {
  if (isVisible(element, { visibilityProperty: true, opacityProperty: false })) return true;
  // An element without a box of its own shows what is in it all the same.
  const around = getComputedStyle(element).display === 'contents' ? parentOf(element) : null;
  return around !== null && isShown(around);
}

/** The language declared on the element or around it. */
export function declaredLanguage(element: Element): string | undefined {
  return langOf(closestTo(element, '[lang]')) || undefined;
}

function langOf(element: Element | null): string | null {
  return element && attributeOf(element, 'lang');
}
