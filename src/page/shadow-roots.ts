/**
 * Finds the shadow roots of a page, open and closed ones: some sites write their
 * articles into them, and a walk through the page's own tree never comes there.
 *
 * `attachShadow` tells nobody: a root may come to an element that was looked at long
 * ago. So `late` is asked now and then. What may be a host is found by one native
 * query (1.7 ms for 20,000 elements, where a walk in script takes 13 to 50 ms); asking
 * for a closed root costs 2.3 µs in Chromium, so of the plain elements only those
 * without text of their own are asked.
 */
import { nodeTypeOf } from './bare-dom.ts';
import type { Part } from './composed.ts';
import { isInSkipped } from './scope.ts';

/** An element's shadow root, closed or open: only the browser's extensions may ask. */
export type RootOf = (element: HTMLElement) => ShadowRoot | null | undefined;

export interface ShadowRoots {
  /** All roots in and below the part, outer ones before inner ones. From now on they are known. */
  in(part: Part): ShadowRoot[];
  /** Roots that are not known: they came without a sign. */
  late(): ShadowRoot[];
}

/** Names of the browsers' own elements, the frequent ones first; whatever is none of them may be a host. */
const PLAIN =
  'div,span,a,p,li,path,img,svg,i,b,h2,h3,ul,td,script,link,button,use,g,strong,em,br,tr,section,header,figure,picture,source,input,time,label,option,style,meta,h1,h4,h5,h6,aside,nav,footer,figcaption,body,html,head,title,th,table,tbody,blockquote,form,iframe,noscript,template,circle,rect,small,sup,sub,hr,ol,dl,dt,dd,details,summary,code,pre,select,video,canvas';
/** Plain elements that may be hosts of articles. Where they hold elements of their own, these are what is shown. */
const PLAIN_HOSTS = ':is(div,section,aside,body):not(:has(> *))';
const HOSTS = `:not(${PLAIN}), ${PLAIN_HOSTS}`;
/** Hosts of articles, whatever they hold. */
const ALWAYS = new Set(['article', 'main']);
/** A longer text is no white space between two tags, in characters. */
const LONGEST_GAP = 64;
/** A look that took so long is not repeated within so many times that: half a percent of the time. */
const REST = 200;

export function createShadowRoots(
  document: Document,
  rootOf: RootOf = ({ shadowRoot }) => shadowRoot,
): ShadowRoots {
  const known = new WeakSet<ShadowRoot>();
  /** The page is large: no look before, on its own clock in ms. */
  let restUntil = 0;

  const rootAt = (element: Element): ShadowRoot | undefined => {
    if (!(element instanceof HTMLElement)) return undefined;
    const isMeant = element.localName.includes('-') || ALWAYS.has(element.localName);
    const root = element.shadowRoot ?? (isMeant || isBlank(element) ? rootOf(element) : undefined);
    // Our own card has one too.
    return root && !isInSkipped(element) ? root : undefined;
  };

  function* below(part: Part): Generator<ShadowRoot> {
    const own = part instanceof Element ? [part] : [];
    for (const element of [...own, ...part.querySelectorAll(HOSTS)]) {
      const root = rootAt(element);
      if (!root) continue;
      yield root;
      yield* below(root);
    }
  }

  return {
    in(part) {
      const roots = [...below(part)];
      for (const root of roots) known.add(root);
      return roots;
    },
    late() {
      const start = performance.now();
      if (start < restUntil) return [];
      const roots = [...below(document.documentElement)].filter((root) => !known.has(root));
      const end = performance.now();
      restUntil = end + REST * (end - start);
      return roots;
    },
  };
}

/** Holds the element no text of its own, but for white space and comments? */
function isBlank(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (nodeTypeOf(child) === Node.COMMENT_NODE) continue;
    if (nodeTypeOf(child) !== Node.TEXT_NODE) return false;
    const text = child as Text;
    if (text.length > LONGEST_GAP || /\S/.test(text.data)) return false;
  }
  return true;
}
