/** Pages that become others, grow, and draw themselves anew while they are read. In both browsers. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { GRACE_MS } from '../../../src/core/card-state.ts';
import type { Family } from '../../../src/tools/browsers.ts';
import { inCard } from '../../../src/tools/in-card.ts';
import { pressInCard } from '../../../src/tools/watch-card.ts';
import { cardIsOpen, hover, waitForCard } from '../../../src/tools/watch-page.ts';
import { pathsIn, textIn } from '../line.ts';
import { badge, openPopup, pastDelay } from '../reader.ts';
import { cardAside, greenAtCard, restOnCard, setZoom } from './beside.ts';
import type { Launched } from './launched.ts';
import { movingPage, paintedWords, waitForWords } from './words.ts';

const APP = movingPage('app');
const LONG = movingPage('long');
/** A card, and not the red dialog or stage that it lies on. */
const WHITE = 170;
/** So often the long page grows. */
const PARTS = 5;
/** What is in sight on the long page when it has loaded. */
const FIRST = ['Kim Jong-un', 'Vladimir Putin'];

/** What the fixtures hold out to a test. */
interface Held {
  push(path: string): void;
  navigateTo(path: string): void;
  post(html: string, where?: InsertPosition): void;
  startList(): void;
  startGrowing(): void;
  translate(lang: string, words: Record<string, string>): void;
  showOriginal(): void;
}

export function testMovingPages(family: Family, at: Launched): void {
  async function openLong(): Promise<Page> {
    const tab = await at.reader.open(LONG);
    await waitForWords(tab, FIRST);
    return tab;
  }

  test('a page that draws itself and goes elsewhere, by pushState and by the Navigation API', async () => {
    const goThrough = async (go: 'push' | 'navigateTo'): Promise<void> => {
      const tab = await at.reader.open(APP);
      const to = (path: string): Promise<void> =>
        tab.evaluate((how, where) => (globalThis as unknown as Held)[how](where), go, path);
      await tab.waitForFunction(() => document.querySelector('h1'), { polling: 50 });
      await to('/visit');
      await waitForWords(tab, ['Vladimir Putin'], `${go} from no news to news`);
      await to('/letter');
      await waitForWords(tab, ['Kim Jong-un'], `${go} from news to news`);
      await to('/cart');
      await waitForWords(tab, [], `${go} from news to a shop`);
      await tab.evaluate(() => history.back());
      await waitForWords(tab, ['Kim Jong-un'], `${go} and back to news`);
      await tab.close();
    };
    await Promise.all([goThrough('push'), goThrough('navigateTo')]);
  });

  test('a page that becomes another with a card open: the card goes, and the new mentions are counted', async () => {
    const tab = await at.reader.open(APP);
    const push = (path: string): Promise<void> =>
      tab.evaluate((to) => (globalThis as unknown as Held).push(to), path);
    await push('/visit');
    await waitForWords(tab, ['Vladimir Putin']);
    const popup = await openPopup(at.reader, tab);
    await expect.poll(() => badge(popup)).toMatchObject({ text: '1' });
    await tab.bringToFront();
    await hover(tab, 'vladimir-putin');
    await pressInCard(tab, family, 'Keep open');
    await push('/talks');
    await waitForCard(tab, false);
    await waitForWords(tab, ['Kim Jong-un', 'Vladimir Putin', 'Putin']);
    await expect.poll(() => badge(popup)).toMatchObject({ text: '3' });
    await hover(tab, 'kim-jong-un');
    await pressInCard(tab, family, 'Keep open');
    await push('/cart');
    await waitForCard(tab, false);
    await expect.poll(() => badge(popup)).toMatchObject({ text: '' });
    await popup.close();
    await tab.close();
  });

  test('a list of which only what is in sight is drawn', async () => {
    const tab = await openLong();
    await tab.evaluate(() => (globalThis as unknown as Held).startList());
    for (const top of [0, 900, 45_000, 59_000, 120]) {
      const rows = await tab.evaluate((to) => {
        const list = document.getElementById('list') as HTMLElement;
        list.scrollTop = to;
        return new Promise<number>((done) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() => done(list.textContent?.match(/Putin/g)?.length ?? 0)),
          ),
        );
      }, top);
      expect(rows).toBeGreaterThan(0);
      const drawn = Array<string>(rows).fill('Putin');
      await waitForWords(tab, ['Kim Jong-un', 'Vladimir Putin', ...drawn], `at ${top}`);
    }
    await tab.close();
  });

  test('a page that grows as it is scrolled', async () => {
    const tab = await openLong();
    await tab.evaluate(() => (globalThis as unknown as Held).startGrowing());
    const scroll = (): Promise<number> =>
      tab.evaluate(async () => {
        for (const top of [0, document.body.scrollHeight]) {
          scrollTo(0, top);
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        return document.querySelectorAll('article').length;
      });
    await expect.poll(scroll, { timeout: 10_000 }).toBe(PARTS);
    await waitForWords(tab, [...FIRST, ...Array<string>(PARTS).fill('Vladimir Putin')]);
    await tab.close();
  });

  test('a live page: a card stays while others write above it, and goes with its words', async () => {
    const tab = await openLong();
    await hover(tab, 'vladimir-putin');
    await tab.evaluate(() => (globalThis as unknown as Held).post('Kim Jong-un is on his way.'));
    await waitForWords(tab, ['Kim Jong-un', ...FIRST]);
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.evaluate(() => {
      (document.getElementById('first') as HTMLElement).textContent = 'The plane has landed.';
    });
    await waitForCard(tab, false);
    await waitForWords(tab, ['Kim Jong-un', 'Kim Jong-un']);
    await tab.close();
  });

  test('text that was held back is read when it is shown, and forgotten when it is not', async () => {
    const tab = await openLong();
    const show = (isShown: boolean): Promise<void> =>
      tab.evaluate((shown) => {
        for (const id of ['more', 'inline']) document.getElementById(id)!.hidden = !shown;
      }, isShown);
    await show(true);
    await waitForWords(tab, ['Kim Jong-un', 'Kim Jong-un', 'Vladimir Putin', 'Putin'], 'shown');
    await show(false);
    await waitForWords(tab, FIRST, 'hidden again');
    await tab.evaluate(() => {
      document.getElementById('stage')?.setAttribute('contenteditable', '');
    });
    await waitForWords(tab, ['Vladimir Putin'], 'written in');
    await tab.close();
  });

  test.each(['automatic', 'marks'])(
    'a translated page, and its original again (painter: %s)',
    async (painter) => {
      const putin = 'The plane of Vladimir Putin has landed.';
      const kim = 'On the stage stood Kim Jong-un.';
      await at.set({ painter });
      const tab = await at.reader.open(LONG);
      const shown = (): Promise<string[]> =>
        painter === 'marks'
          ? tab.$$eval('mark[data-bakteppe]', (marks) => marks.map((mark) => mark.textContent))
          : paintedWords(tab);
      await expect.poll(async () => (await shown()).sort()).toEqual(FIRST);
      await tab.evaluate(
        (...args) => (globalThis as unknown as Held).translate(...args),
        'no',
        // With marks the name stands in an element of its own by then.
        {
          [putin]: 'Vladimir Putins fly har landet.',
          [kim]: 'На сцене стоял Ким Чен Ын.',
          'The plane of ': ' ',
          'Vladimir Putin': 'Vladimir Putins',
          ' has landed.': ' fly har landet.',
          'On the stage stood ': 'На сцене стоял ',
          'Kim Jong-un': 'Ким Чен Ын',
        },
      );
      await expect
        .poll(async () => (await shown()).sort())
        .toEqual(['Vladimir Putins', 'Ким Чен Ын']);
      await tab.evaluate(() => (globalThis as unknown as Held).showOriginal());
      await expect.poll(async () => (await shown()).sort()).toEqual(FIRST);
      expect(await tab.$eval('#first', (first) => first.textContent)).toBe(putin);
      await tab.close();
      await at.set({ painter: 'automatic' });
    },
  );

  test('a dialog: its words are painted when it opens, and its card lies above it and can be pressed', async () => {
    const tab = await openLong();
    const dialog = (how: 'showModal' | 'close'): Promise<void> =>
      tab.evaluate((name) => (document.getElementById('dialog') as HTMLDialogElement)[name](), how);
    await dialog('showModal');
    await waitForWords(tab, ['Kim Jong-un', ...FIRST], 'open');
    await hover(tab, 'kim-jong-un', 0);
    await expect.poll(() => greenAtCard(tab), { timeout: 5000 }).toBeGreaterThan(WHITE);
    const scrolled = (): Promise<number> =>
      inCard(tab, family, (root) => root.querySelector('.body')?.scrollTop ?? 0);
    await restOnCard(tab);
    await tab.mouse.wheel({ deltaY: 60 });
    await expect.poll(scrolled).toBeGreaterThan(0);
    const top = await scrolled();
    await pressInCard(tab, family, 'Keep open');
    await tab.mouse.move(20, 20, { steps: 4 });
    await pastDelay(tab, GRACE_MS);
    expect(await cardIsOpen(tab)).toBe(true);
    expect(await tab.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    // The focus was lent, and is back where the page had it.
    await tab.keyboard.type('a@b.no');
    expect(await tab.$eval('#email', (field) => (field as HTMLInputElement).value)).toBe('a@b.no');
    expect(await scrolled()).toBe(top);
    await dialog('close');
    await waitForWords(tab, FIRST, 'closed');
    await waitForCard(tab, false);
    await tab.close();
  });

  test('fullscreen: a card lies above what fills the screen, whichever came first', async () => {
    const tab = await openLong();
    const fill = async (): Promise<void> => {
      await (await tab.$('#stage button'))?.click();
      await tab.waitForFunction(() => document.fullscreenElement?.id === 'stage', { polling: 50 });
    };
    await hover(tab, 'kim-jong-un');
    await pressInCard(tab, family, 'Keep open');
    await fill();
    await expect.poll(() => greenAtCard(tab), { timeout: 5000 }).toBeGreaterThan(WHITE);
    await tab.evaluate(() => document.exitFullscreen());
    await tab.waitForFunction(() => !document.fullscreenElement, { polling: 50 });
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await fill();
    await hover(tab, 'kim-jong-un');
    await expect.poll(() => greenAtCard(tab), { timeout: 5000 }).toBeGreaterThan(WHITE);
    await tab.close();
  });

  test('another viewport and another zoom: the open card stays beside its words', async () => {
    const tab = await openLong();
    await hover(tab, 'vladimir-putin');
    await pressInCard(tab, family, 'Keep open');
    for (const width of [500, 900]) {
      await tab.setViewport({ width, height: 700 });
      await expect.poll(() => cardAside(tab), { message: `${width} px wide` }).toBe('beside');
    }
    const ratio = (): Promise<number> => tab.evaluate(() => devicePixelRatio);
    const unzoomed = await ratio();
    for (const zoom of [1.5, 0.75]) {
      await setZoom(at.reader, tab, zoom);
      await expect
        .poll(async () => [(await ratio()) / unzoomed, await cardAside(tab)])
        .toEqual([expect.closeTo(zoom, 1), 'beside']);
    }
    await setZoom(at.reader, tab, 1);
    await tab.close();
  });

  test('on paper there is no card', async () => {
    const tab = await openLong();
    const drawn = async (): Promise<readonly number[]> => {
      const pdf = await tab.pdf();
      return [pathsIn(pdf), textIn(pdf)];
    };
    const without = await drawn();
    await hover(tab, 'vladimir-putin');
    await pressInCard(tab, family, 'Keep open');
    expect(await drawn()).toEqual(without);
    expect(await cardIsOpen(tab)).toBe(true);
    // What is printed is seen so, a popover of the page's own. Firefox prints a copy of the
    // page, in which none is open.
    await tab.evaluate(() => {
      scrollTo(0, 0);
      const own = Object.assign(document.createElement('div'), { popover: 'manual' });
      own.textContent = 'Subscribe';
      document.body.append(own);
      own.showPopover();
    });
    const [, letters = 0] = await drawn();
    expect(letters > (without[1] ?? 0)).toBe(family === 'chromium');
    await tab.close();
  });
}
