/**
 * The page's tree as it is, whatever the page calls its form fields: a form answers
 * `form.parentNode` with its field of that name, also to us, and a walk that believes it
 * never ends. What elements inherit cannot be named over: so it is asked of the prototypes.
 */
type Getter<Owner, Value> = (owner: Owner) => Value;

function getter<Owner extends object, Name extends keyof Owner>(
  of: () => Owner,
  name: Name,
): Getter<Owner, Owner[Name]> {
  let get: (() => Owner[Name]) | undefined;
  return (owner) => {
    get ??= Object.getOwnPropertyDescriptor(of(), name)?.get as () => Owner[Name];
    return get.call(owner);
  };
}

const ofNode = (): Node => Node.prototype;
const ofElement = (): Element => Element.prototype;

export const parentNodeOf = getter(ofNode, 'parentNode');
export const parentElementOf = getter(ofNode, 'parentElement');
export const firstChildOf = getter(ofNode, 'firstChild');
export const nextSiblingOf = getter(ofNode, 'nextSibling');
export const nodeTypeOf = getter(ofNode, 'nodeType');
export const documentOf = getter(ofNode, 'ownerDocument');
export const isInPage = getter(ofNode, 'isConnected');
export const textContentOf = getter(ofNode, 'textContent');
export const tagNameOf = getter(ofElement, 'tagName');
export const localNameOf = getter(ofElement, 'localName');

export const firstElementOf = getter(ofElement, 'firstElementChild');

const elementBeforeElement = getter(ofElement, 'previousElementSibling');
const elementBeforeText = getter(() => CharacterData.prototype, 'previousElementSibling');

/** The element before an element or a text, among its parent's children. */
export function elementBefore(node: Node): Element | null {
  return node instanceof Element
    ? elementBeforeElement(node)
    : elementBeforeText(node as CharacterData);
}

export function contains(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

export function rootOfTree(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** Where `other` stands, seen from the node; see `Node.compareDocumentPosition`. */
export function positionOf(node: Node, other: Node): number {
  return Node.prototype.compareDocumentPosition.call(node, other);
}

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function closestIn(element: Element, selector: string): Element | null {
  return Element.prototype.closest.call(element, selector);
}

export function isVisible(element: Element, options: CheckVisibilityOptions): boolean {
  return Element.prototype.checkVisibility.call(element, options);
}

export function childrenMatching(part: Element | ShadowRoot, selector: string): Iterable<Element> {
  const own = part instanceof Element ? Element.prototype : DocumentFragment.prototype;
  return own.querySelectorAll.call(part, selector);
}
