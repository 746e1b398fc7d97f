/**
 * An element of ours with a closed shadow root that stays closed, whatever the page made of
 * its name.
 *
 * A page may define `bakteppe-card` as a custom element. Made in the page's document, ours
 * would be one: its constructor, which is the page's, would get it first, and
 * `attachInternals().shadowRoot` hands closed roots to it (measured in Chromium and Firefox).
 * Made in a document without a registry it is a plain element when its root is attached, and
 * such a root is never handed out, even if the page's definition is applied later.
 */
export interface UnnamedHost {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
}

export function createUnnamedHost(document: Document, tag: string): UnnamedHost {
  const host = document.implementation.createHTMLDocument('').createElement(tag);
  const shadow = host.attachShadow({ mode: 'closed' });
  document.adoptNode(host);
  return { host, shadow };
}
