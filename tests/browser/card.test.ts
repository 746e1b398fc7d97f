/** The card in the reader's hands: language, order, pin, menu, and when it goes. In both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { GRACE_MS } from '../../src/core/card-state.ts';
import { pointInCard, pressInCard, readCard } from '../../src/tools/watch-card.ts';
import {
  cardIsOpen,
  hover,
  painted,
  pointOn,
  waitForCard,
  waitForPainted,
} from '../../src/tools/watch-page.ts';
import {
  clearStorage,
  createReader,
  fixture,
  openOwnPage,
  pastDelay,
  type Reader,
  stored,
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

  async function openArticle(name = 'en-article'): Promise<Page> {
    const page = fixture(name);
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length);
    return tab;
  }
  const says = (tab: Page, text: string): Promise<void> =>
    expect
      .poll(async () => (await readCard(tab, family)).text, { timeout: 5000, interval: 50 })
      .toContain(text) as unknown as Promise<void>;

  test('the language is switched on the card, at once, and stays so for every card', async () => {
    const tab = await openArticle();
    await hover(tab, 'vladimir-putin');
    await says(tab, 'President of Russia');
    await pressInCard(tab, family, 'Language of the card');
    await tab.keyboard.type('norsk b');
    await tab.keyboard.press('Enter');
    await says(tab, 'Russlands president');
    expect(await stored(own)).toEqual({ language: 'nb' });
    await tab.keyboard.press('Escape');
    const other = await openArticle('de-article');
    await hover(other, 'vladimir-putin');
    await says(other, 'Russlands president');
    await other.close();
    await tab.close();
  });

  test('the Norwegian original opens beneath each fact, marked as Norwegian', async () => {
    const tab = await openArticle();
    await hover(tab, 'kim-jong-un');
    const before = (await readCard(tab, family)).text;
    expect(before).toContain('Original: Norwegian');
    expect(before).not.toMatch(/Nord-Korea/);
    await pressInCard(tab, family, 'Original: Norwegian');
    await says(tab, 'Nord-Korea');
    await pressInCard(tab, family, 'Original: Norwegian');
    await expect.poll(async () => (await readCard(tab, family)).text).not.toMatch(/Nord-Korea/);
    await tab.close();
  });

  test('all facts open in place, and the card stays on the screen', async () => {
    const tab = await openArticle();
    await hover(tab, 'vladimir-putin');
    const { text } = await readCard(tab, family);
    const count = /of (\d+)/.exec(text)?.[1];
    await pressInCard(tab, family, `Show all ${count}`);
    await says(tab, 'Show fewer');
    const box = await cardBox(tab);
    const view = await tab.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(view.width);
    expect(box.bottom).toBeLessThanOrEqual(view.height);
    await tab.close();
  });

  test('a pinned card stays while the reader scrolls, presses and leaves; Escape closes it', async () => {
    const tab = await openArticle();
    await hover(tab, 'vladimir-putin', 1);
    await pressInCard(tab, family, 'Keep open');
    const before = await cardBox(tab);
    await tab.evaluate(() => scrollBy(0, 60));
    await expect.poll(async () => Math.round(before.top - (await cardBox(tab)).top)).toBe(60);
    await tab.mouse.move(3, 3, { steps: 5 });
    await tab.mouse.click(3, 3);
    await pastDelay(tab, GRACE_MS);
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await tab.close();
  });

  test('a card that is not pinned goes with scrolling, a press outside, typing, a selection', async () => {
    const tab = await openArticle();
    const turns: [string, () => Promise<unknown>][] = [
      ['scrolling', () => tab.evaluate(() => scrollBy(0, 90))],
      ['typing', () => tab.keyboard.press('a')],
      ['a press outside', () => tab.mouse.click(3, 300)],
      ['a selection', () => tab.evaluate(() => getSelection()?.selectAllChildren(document.body))],
    ];
    for (const [name, turn] of turns) {
      await tab.evaluate(() => getSelection()?.removeAllRanges());
      await hover(tab, 'vladimir-putin', 1);
      await turn();
      await waitForCard(tab, false).catch(() => expect.fail(`${name} left the card open`));
      await tab.mouse.move(3, 300);
    }
    await tab.close();
  });

  test('Escape goes to a dialog that the page opened after the card', async () => {
    const tab = await openArticle();
    await hover(tab, 'vladimir-putin', 1);
    await pressInCard(tab, family, 'Keep open');
    await tab.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.textContent = 'Subscribe';
      document.body.append(dialog);
      dialog.showModal();
    });
    await tab.keyboard.press('Escape');
    await tab.waitForFunction(() => !document.querySelector('dialog')?.open);
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await tab.close();
  });

  test('a mention inside a link leaves the click to the link', async () => {
    const tab = await openArticle();
    await tab.evaluate(() => {
      const link = document.createElement('a');
      link.href = '#followed';
      link.textContent = 'What Vladimir Putin wants';
      const paragraph = document.createElement('p');
      paragraph.append(link);
      document.querySelector('article, main, body')?.append(paragraph);
    });
    const count = fixture('en-article').mentions.length + 1;
    await waitForPainted(tab, count);
    const last = (await painted(tab)).filter((m) => m.entity === 'vladimir-putin').length - 1;
    const { x, y } = await pointOn(tab, 'vladimir-putin', last);
    await tab.mouse.click(x, y);
    expect(await tab.evaluate(() => location.hash)).toBe('#followed');
    await tab.close();
  });

  test('the menu hides an entity everywhere, and switches a site off', async () => {
    const tab = await openArticle();
    const german = await openArticle('de-article');
    const count = (entity: string): Promise<number> =>
      painted(german).then((all) => all.filter((m) => m.entity === entity).length);
    await tab.bringToFront();
    await hover(tab, 'kim-jong-un');
    await pressInCard(tab, family, 'More');
    await pressInCard(tab, family, 'Stop highlighting Kim Jong-un');
    await waitForCard(tab, false);
    await expect.poll(() => count('kim-jong-un')).toBe(0);
    expect(await count('vladimir-putin')).toBeGreaterThan(0);
    await hover(tab, 'vladimir-putin');
    await pressInCard(tab, family, 'More');
    const site = new URL(tab.url()).hostname.replace(/^www\./, '');
    await pressInCard(tab, family, `Switch off on ${site}`);
    await waitForPainted(tab, 0);
    expect(await count('vladimir-putin')).toBeGreaterThan(0);
    await german.close();
    await tab.close();
  });

  test('an error report is a link that the reader presses, filled in, without the page’s address', async () => {
    const tab = await openArticle();
    await hover(tab, 'kim-jong-un');
    await pressInCard(tab, family, 'More');
    await pressInCard(tab, family, 'Report an error');
    await says(tab, 'Nothing is sent until you send it there');
    const isAsked = (): boolean =>
      reader.server.requests.some((url) => url.includes('bakteppe.example'));
    const { x, y } = await pointInCard(tab, family, 'Open the form');
    await tab.mouse.move(x, y, { steps: 5 });
    expect(isAsked()).toBe(false);
    await tab.mouse.click(x, y);
    await expect.poll(isAsked).toBe(true);
    await tab.close();
  });
});

function cardBox(tab: Page): Promise<{ left: number; right: number; top: number; bottom: number }> {
  return tab.evaluate(() => {
    const { left, right, top, bottom } = (
      document.querySelector('bakteppe-card') as Element
    ).getBoundingClientRect();
    return { left, right, top, bottom };
  });
}
