/**
 * What pages do that breaks others who live in them. Each attack runs in the page's own
 * world before anything else of the page; what has to wait for the mentions is `strike`.
 * The functions go to the page as text: they may use nothing around them.
 */
export interface Attack {
  /** "a page that …" */
  readonly name: string;
  /** In the head, before the browser brings us. */
  readonly early?: () => void;
  /** Once the mentions are painted. */
  readonly strike?: () => void | Promise<void>;
  /** A card is open then: it goes. */
  readonly hasCard?: boolean;
  /** The page takes the card away as often as it comes, and counts that as `window.removed`. */
  readonly losesCard?: boolean;
}

function writeAnew(): void {
  const html = document.documentElement.outerHTML.replace(/<bakteppe-card.*?<\/bakteppe-card>/, '');
  document.open();
  document.write(`<!doctype html>${html}`);
  document.close();
}

export const ATTACKS: readonly Attack[] = [
  {
    name: 'clears CSS.highlights in every frame',
    early() {
      const clear = () => {
        CSS.highlights.clear();
        requestAnimationFrame(clear);
      };
      requestAnimationFrame(clear);
    },
  },
  {
    name: 'empties our highlights and keeps their names',
    strike() {
      for (const [, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
        highlight.clear();
      }
    },
  },
  {
    name: 'sets its own style sheets in every frame',
    early() {
      const own = new CSSStyleSheet();
      own.replaceSync('p { letter-spacing: 0.01em }');
      const restyle = () => {
        document.adoptedStyleSheets = [own];
        requestAnimationFrame(restyle);
      };
      requestAnimationFrame(restyle);
    },
  },
  {
    name: 'overrides prototypes',
    early() {
      const spoil = (prototype: object, names: readonly string[]) => {
        for (const name of names) {
          const { get, set, value } = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
          Object.defineProperty(prototype, name, {
            get() {
              // The test itself has to look at this page.
              if (!Reflect.get(window, 'calm')) throw new Error(`${name} is overridden`);
              return get ? get.call(this) : value;
            },
            set(next) {
              set?.call(this, next);
            },
          });
        }
      };
      spoil(Range.prototype, ['setStart', 'setEnd', 'getClientRects', 'getBoundingClientRect']);
      spoil(AbstractRange.prototype, ['startContainer', 'endContainer', 'collapsed']);
      spoil(Map.prototype, ['get', 'has', 'delete', 'size']);
      spoil(Set.prototype, ['has']);
      spoil(WeakMap.prototype, ['get', 'set', 'has']);
      spoil(Array.prototype, ['filter', 'map', 'find', 'includes', 'at', 'splice', 'sort']);
      spoil(String.prototype, ['slice', 'normalize', 'matchAll', 'toLowerCase']);
      spoil(Element.prototype, ['matches', 'closest', 'attachShadow', 'checkVisibility']);
      spoil(Node.prototype, ['contains', 'compareDocumentPosition', 'isConnected']);
      spoil(HTMLElement.prototype, ['showPopover', 'hidePopover', 'popover']);
      spoil(Document.prototype, ['createRange', 'createElement', 'caretPositionFromPoint']);
      spoil(Event.prototype, ['isTrusted', 'composedPath']);
      spoil(EventTarget.prototype, ['addEventListener']);
      spoil(MutationObserver.prototype, ['observe', 'takeRecords']);
      spoil(CSSStyleSheet.prototype, ['replaceSync']);
      spoil(RegExp.prototype, ['exec', 'test']);
      spoil(Promise.prototype, ['then']);
    },
  },
  {
    name: 'freezes every object it can reach',
    early() {
      const { freeze } = Object;
      for (const thing of [Object, Array, Map, Set, Range, Node, Element, HTMLElement, Document]) {
        freeze(thing);
        freeze(thing.prototype);
      }
      for (const thing of [CSS, CSS.highlights, document, document.documentElement]) {
        try {
          freeze(thing);
        } catch {
          // Firefox lets nobody freeze what has indexed or named parts.
        }
      }
      document.addEventListener('DOMContentLoaded', () => {
        for (const element of document.querySelectorAll('*')) freeze(element);
      });
    },
  },
  {
    name: 'replaces document.body',
    strike() {
      document.body = document.body.cloneNode(true) as HTMLElement;
    },
  },
  {
    name: 'replaces the whole tree of the document',
    strike() {
      const root = document.documentElement;
      root.replaceWith(root.cloneNode(true));
    },
  },
  {
    name: 'is written anew by document.open and document.write',
    strike: writeAnew,
  },
  {
    name: 'is written anew while a card is open',
    hasCard: true,
    strike: writeAnew,
  },
  {
    name: 'is written anew piece by piece',
    async strike() {
      const html = document.documentElement.outerHTML;
      const middle = html.indexOf('<p id="first">');
      document.open();
      document.write(`<!doctype html>${html.slice(0, middle)}`);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      document.write(html.slice(middle));
      document.close();
    },
  },
  {
    name: 'reverts every change of its tree, highlights and sheets in every frame',
    early() {
      const sheets = [...document.adoptedStyleSheets];
      document.addEventListener('DOMContentLoaded', () => {
        const before = document.documentElement.outerHTML;
        const revert = () => {
          CSS.highlights.clear();
          document.adoptedStyleSheets = sheets;
          if (document.documentElement.outerHTML !== before) {
            document.documentElement.lastElementChild?.remove();
          }
          requestAnimationFrame(revert);
        };
        requestAnimationFrame(revert);
      });
    },
  },
  {
    name: 'removes whatever it did not put there, at once',
    losesCard: true,
    early() {
      new MutationObserver((records) => {
        for (const { addedNodes } of records) {
          for (const node of addedNodes) {
            if (!node.nodeName.includes('-')) continue;
            (node as Element).remove();
            Reflect.set(window, 'removed', (Reflect.get(window, 'removed') ?? 0) + 1);
          }
        }
      }).observe(document, { childList: true, subtree: true });
    },
  },
  {
    name: 'reads and clicks at everything it finds',
    early() {
      const types = ['pointermove', 'pointerdown', 'pointerup', 'pointercancel', 'pointerleave'];
      const poke = () => {
        for (const element of [document, window, ...document.querySelectorAll('*')]) {
          for (const name in element) void (element as unknown as Record<string, unknown>)[name];
          for (const type of types) {
            element.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: 300 }));
          }
          for (const type of ['wheel', 'touchmove', 'scroll', 'contextmenu', 'toggle']) {
            element.dispatchEvent(new Event(type, { bubbles: true }));
          }
          for (const key of ['Escape', 'a', 'Tab']) {
            element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
          }
          if (element instanceof HTMLElement && !element.closest('a')) element.click();
        }
      };
      setInterval(poke, 200);
    },
  },
  {
    name: 'names pictures like the parts of a document',
    early() {
      document.addEventListener('DOMContentLoaded', () => {
        for (const name of ['body', 'documentElement', 'defaultView', 'adoptedStyleSheets']) {
          const picture = document.createElement('img');
          picture.name = name;
          document.querySelector('article')?.append(picture);
        }
      });
    },
  },
  {
    name: 'names its form fields like what a walk through the tree asks for',
    early() {
      const names = ['tagName', 'nodeType', 'firstChild', 'nextSibling', 'parentNode'];
      names.push('parentElement', 'isConnected', 'hasAttribute', 'getAttribute', 'closest');
      names.push('contains', 'checkVisibility', 'childNodes', 'textContent', 'ownerDocument');
      document.addEventListener('DOMContentLoaded', () => {
        for (const id of ['top', 'end']) {
          const form = document.createElement('form');
          form.id = id;
          for (const name of names) {
            const field = document.createElement('input');
            field.name = name;
            field.type = 'hidden';
            form.append(field);
          }
          const article = document.querySelector('article');
          if (id === 'top') article?.prepend(form);
          else article?.append(form);
        }
      });
    },
  },
];
