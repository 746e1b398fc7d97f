/** What attacking pages do, as it runs in them: restyle, take over, ask, point and press. */
import type { Page } from 'puppeteer-core';
import { ONLY_IN_CARD } from './attacking-page.ts';

/** Runs in the page: sets on our element whatever can be set, as soon as it is there. */
export function restyleByScript(): void {
  new MutationObserver(() => {
    const host = document.querySelector<HTMLElement>('bakteppe-card');
    if (!host || host.style.length > 0) return;
    for (const [name, value] of [
      ['opacity', '0'],
      ['display', 'none'],
      ['translate', '900px'],
      ['color', 'red'],
      ['--ink', 'red'],
      ['--paper', 'black'],
    ]) {
      host.style.setProperty(name as string, value as string, 'important');
    }
    host.dataset.theme = 'dark';
    host.dataset.sheet = '';
    host.className = 'shell card';
    host.lang = 'ja';
    host.dir = 'rtl';
    host.hidden = true;
    host.animate([{ opacity: 0, translate: '900px' }], { duration: 1, fill: 'forwards' });
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page: reads the sheets that were adopted, and says `none` for each property named there. */
export function endAllNamed(): void {
  const rules = (): string =>
    document.adoptedStyleSheets
      .flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
      .join();
  const named = new Set<string>();
  const look = (): void => {
    for (const [name] of rules().matchAll(/--[\w-]+/g)) {
      if (named.has(name)) continue;
      named.add(name);
      const style = document.createElement('style');
      style.textContent = `@property ${name} { syntax: "*"; inherits: false; initial-value: none }
        * { ${name}: none !important }`;
      document.head.append(style);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page before us: defines our element and asks for its inside. */
export function takeOver(): void {
  const log: string[] = [];
  const inner: ElementInternals[] = [];
  customElements.define(
    'bakteppe-card',
    class extends HTMLElement {
      constructor() {
        super();
        log.push('constructed');
        inner.push(this.attachInternals());
      }
    },
  );
  Object.assign(globalThis, {
    taken: { log, read: () => inner.map((own) => own.shadowRoot?.textContent ?? '').join('') },
  });
}

/** Every way into the card that a page has without the reader's help; those that led to its words. */
export function ways(page: Page): Promise<string[]> {
  return page.evaluate((words) => {
    const host = document.documentElement.lastElementChild as HTMLElement;
    const { x, y, width, height } = host.getBoundingClientRect();
    const range = document.createRange();
    range.selectNode(host);
    const select = (how: () => void): string => {
      how();
      const text = String(getSelection());
      getSelection()?.removeAllRanges();
      return text;
    };
    const texts: Record<string, unknown> = {
      shadowRoot: host.shadowRoot?.textContent,
      innerHTML: host.innerHTML,
      innerText: host.innerText,
      textContent: host.textContent,
      attributes: [...host.attributes].map(({ name, value }) => `${name} ${value}`).join(),
      pageText: document.documentElement.innerText,
      serialised: document.documentElement.getHTML({ serializableShadowRoots: true }),
      range: `${range} ${range.cloneContents().textContent}`,
      selectedAll: select(() => document.execCommand('selectAll')),
      selectedHost: select(() => getSelection()?.selectAllChildren(host)),
      clone: (host.cloneNode(true) as HTMLElement).innerText,
    };
    for (let at = 20; at < Math.min(width, height); at += 40) {
      const place = document.caretPositionFromPoint?.(x + at, y + at);
      texts[`caret ${at}`] = place?.offsetNode.textContent;
      const [first] = document.elementsFromPoint(x + at, y + at);
      texts[`element ${at}`] = first === host ? '' : `${first?.textContent} ${words}`;
    }
    const found = Object.entries(texts).filter(([, text]) => String(text ?? '').includes(words));
    return found.map(([way]) => way);
  }, ONLY_IN_CARD);
}

export type Made =
  | 'a pointer that rests'
  | 'a finger that taps'
  | 'a finger that stays on a link'
  | 'a click';

/** Runs in the page: what nobody does with pointer or finger, on a mention in a link or in none. */
export async function pointByScript(how: Made): Promise<void> {
  const ranges = ['kim-jong-un', 'vladimir-putin'].flatMap((id) => [
    ...(CSS.highlights.get(`bakteppe-${id}`) as unknown as Iterable<Range>),
  ]);
  const isInLink = ({ startContainer }: Range): boolean =>
    startContainer.parentElement?.closest('a') !== null;
  const wanted = how === 'a finger that stays on a link';
  const range = ranges.find((range) => isInLink(range) === wanted);
  const element = range?.startContainer.parentElement;
  if (!range || !element) throw new Error('no such mention');
  element.scrollIntoView({ block: 'center' });
  // Its scrolling is told of in the next frame, and would end a press.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const { x = 0, y = 0 } = range.getClientRects()[0] ?? {};
  const at = { clientX: x + 3, clientY: y + 3, bubbles: true, composed: true, isPrimary: true };
  const pointerType = how.startsWith('a finger') ? 'touch' : 'mouse';
  const send = (...types: string[]): void => {
    for (const type of types) element.dispatchEvent(new PointerEvent(type, { ...at, pointerType }));
  };
  if (how === 'a pointer that rests') send('pointerover', 'pointermove');
  else if (how === 'a finger that stays on a link') send('pointerdown');
  else send('pointerdown', 'pointerup', 'click');
}

/**
 * Runs in a page that got inside: presses, chooses and types all there is, and says that the
 * screen was filled. How often our element was taken from the top layer or put there for it.
 */
export function pressByScript(): number {
  const host = document.documentElement.lastElementChild as Element;
  const root = host.shadowRoot as ShadowRoot;
  let toggles = 0;
  host.addEventListener('beforetoggle', () => toggles++);
  const bubbling = { bubbles: true, composed: true, cancelable: true };
  for (const choice of root.querySelectorAll('select')) {
    choice.selectedIndex = 1;
    choice.dispatchEvent(new Event('change', bubbling));
    choice.selectedIndex = 0;
  }
  // The last first: the menu's button would close it over its items.
  for (const button of [...root.querySelectorAll<HTMLElement>('button, a')].reverse()) {
    button.click();
    for (const key of ['Enter', ' ', 'Escape', 'Tab']) {
      button.dispatchEvent(new KeyboardEvent('keydown', { key, ...bubbling }));
    }
    for (const type of ['cancel', 'pointercancel', 'contextmenu']) {
      button.dispatchEvent(new Event(type, bubbling));
    }
  }
  host.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  document.dispatchEvent(new Event('fullscreenchange', { bubbles: true }));
  return toggles;
}
