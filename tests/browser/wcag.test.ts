/**
 * WCAG 2.2, criterion by criterion, on the card in a real page. Contrast, names
 * and roles are axe's part (`accessible.test.ts`), keys are in `keyboard.test.ts`.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { GRACE_MS } from '../../src/core/card-state.ts';
import { openCardRoot } from '../../src/tools/open-card-root.ts';
import { pressInCard } from '../../src/tools/watch-card.ts';
import { cardIsOpen, hover, waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import {
  clearStorage,
  createReader,
  fixture,
  openOwnPage,
  pastDelay,
  type Reader,
  store,
} from './reader.ts';

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let own: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    own = await openOwnPage(reader, 'options.html');
  });
  afterEach(() => clearStorage(own));
  afterAll(async () => {
    await reader?.close();
  });

  async function openCard(size?: { width: number; height: number }): Promise<Page> {
    const page = fixture('en-article');
    const tab = await reader.open(page);
    if (size) await tab.setViewport(size);
    await waitForPainted(tab, page.mentions.length);
    await hover(tab, 'vladimir-putin', 1);
    await openCardRoot(tab, family);
    return tab;
  }

  test('1.4.13 dismissible: Escape closes it without the pointer moving', async () => {
    const tab = await openCard();
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await tab.close();
  });

  test('1.4.13 hoverable and persistent: it stays under the pointer until it leaves', async () => {
    const tab = await openCard();
    const { x, y } = await tab.evaluate(() => {
      const box = document.querySelector('bakteppe-card')?.getBoundingClientRect() as DOMRect;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await tab.mouse.move(x, y, { steps: 12 });
    await pastDelay(tab, 4 * GRACE_MS);
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.close();
  });

  test('1.4.10 reflow: at 320 × 256 px nothing is cut or scrolls sideways', async () => {
    const tab = await openCard({ width: 320, height: 256 });
    await pressInCard(tab, family, 'More');
    expect(await cutOff(tab)).toEqual([]);
    const box = await tab.evaluate(() => {
      const { left, right } = (
        document.querySelector('bakteppe-card') as Element
      ).getBoundingClientRect();
      return { left, right };
    });
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(320);
    await tab.close();
  });

  test('1.4.12 text spacing: with the spacing readers may set nothing is cut', async () => {
    const tab = await openCard();
    await tab.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`* {
        line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important;
      }
      p { margin-bottom: 2em !important; }`);
      const { shadowRoot } = document.querySelector('bakteppe-card') as Element;
      shadowRoot?.adoptedStyleSheets.push(sheet);
    });
    expect(await cutOff(tab)).toEqual([]);
    await tab.close();
  });

  test('2.5.8 target size: every control is at least 24 × 24 px', async () => {
    const tab = await openCard();
    await pressInCard(tab, family, 'More');
    const small = await tab.evaluate(() => {
      const { shadowRoot } = document.querySelector('bakteppe-card') as Element;
      return [...(shadowRoot?.querySelectorAll('button, a, select') ?? [])]
        .map((control) => ({ control, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ control }) => control.outerHTML.slice(0, 80));
    });
    expect(small).toEqual([]);
    await tab.close();
  });

  test('2.4.7 and 2.4.11: the focus is seen on every control, and nothing covers it', async () => {
    const tab = await openCard();
    await pressInCard(tab, family, 'More');
    const faults = await tab.evaluate(() => {
      const root = (document.querySelector('bakteppe-card') as Element).shadowRoot as ShadowRoot;
      const found: string[] = [];
      for (const control of root.querySelectorAll<HTMLElement>('button, a, select')) {
        (root.activeElement as HTMLElement | null)?.blur();
        control.focus({ focusVisible: true } as FocusOptions);
        control.scrollIntoView({ block: 'nearest' });
        const { outlineStyle, outlineWidth } = getComputedStyle(control);
        const box = control.getBoundingClientRect();
        const on = root.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const name = control.getAttribute('aria-label') ?? control.textContent;
        if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
          found.push(`${name}: unseen`);
        if (!on || !(control.contains(on) || on.contains(control))) found.push(`${name}: covered`);
      }
      return found;
    });
    expect(faults).toEqual([]);
    await tab.close();
  });

  test('page zoom and root font tricks change neither type nor place', async () => {
    const measure = (tab: Page) =>
      tab.evaluate(() => {
        const host = document.querySelector('bakteppe-card') as Element;
        const text = host.shadowRoot?.querySelector('.text') as Element;
        return { type: getComputedStyle(text).fontSize, width: host.getBoundingClientRect().width };
      });
    const plain = await openCard();
    const expected = await measure(plain);
    await plain.close();
    const page = fixture('en-article');
    const tab = await reader.open({
      ...page,
      html: page.html.replace(
        '</head>',
        '<style>html { font-size: 40px !important } bakteppe-card, * { letter-spacing: 3px }</style></head>',
      ),
    });
    await waitForPainted(tab, page.mentions.length);
    await hover(tab, 'vladimir-putin', 1);
    await openCardRoot(tab, family);
    expect(await measure(tab)).toEqual(expected);
    await tab.close();
  });

  test('Arabic on an English page runs from right to left, and the reverse', async () => {
    await store(own, { language: 'ar' });
    const tab = await openCard();
    const direction = (page: Page): Promise<string> =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('bakteppe-card') as Element;
        const card = shadowRoot?.querySelector('.card') as Element;
        const [name, close] = [
          card.querySelector('.name'),
          card.querySelector('.tool:last-of-type'),
        ];
        const isNameRight =
          (name?.getBoundingClientRect().right ?? 0) > (close?.getBoundingClientRect().right ?? 0);
        return `${getComputedStyle(card).direction}, name on the ${isNameRight ? 'right' : 'left'}`;
      });
    expect(await direction(tab)).toBe('rtl, name on the right');
    await tab.close();
    await store(own, { language: 'en' });
    const page = fixture('en-article');
    const arabic = await reader.open({
      ...page,
      html: page.html.replace('<html', '<html dir="rtl"'),
    });
    await waitForPainted(arabic, page.mentions.length);
    await hover(arabic, 'vladimir-putin', 1);
    await openCardRoot(arabic, family);
    expect(await direction(arabic)).toBe('ltr, name on the left');
    await arabic.close();
  });
});

/** Elements of the card whose text does not fit them, sideways. */
function cutOff(tab: Page): Promise<string[]> {
  return tab.evaluate(() => {
    const { shadowRoot } = document.querySelector('bakteppe-card') as Element;
    return [
      ...(shadowRoot?.querySelectorAll<HTMLElement>('.card, .card *:not(svg, svg *, option)') ??
        []),
    ]
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .map((element) => `${element.className}: ${element.scrollWidth} > ${element.clientWidth}`);
  });
}
