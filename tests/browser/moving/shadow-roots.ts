/** Articles in shadow roots, open and closed, early and late: read, painted and hit as any other. In both browsers. */
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { Family } from '../../../src/tools/browsers.ts';
import { readCard } from '../../../src/tools/watch-card.ts';
import { cardIsOpen, hover, pointOn, waitForCard } from '../../../src/tools/watch-page.ts';
import { changes, takePicture } from '../pixels.ts';
import type { Launched } from './launched.ts';
import { movingPage, paintedWords, waitForWords } from './words.ts';

const PAGE = movingPage('shadow-roots');
const BARE = movingPage('late-roots');
const WORDS = [
  'Kim Jong-un',
  'Kim Jong-un',
  'Kim Jong-un',
  'Vladimir Putin',
  'Vladimir Putin',
  'Vladimir Putin',
  'Putin',
];

/** What the fixtures hold out to a test. */
type Held = Record<'open1' | 'quote' | 'closed1', ShadowRoot> & {
  attachLate(id: string, mode: ShadowRootMode, html: string): void;
};

export function testShadowRoots(family: Family, at: Launched): void {
  async function open(): Promise<Page> {
    const tab = await at.reader.open(PAGE);
    await waitForWords(tab, WORDS);
    await tab.bringToFront();
    return tab;
  }

  test('open, closed, nested and declared roots: each mention has its line', async () => {
    const tab = await open();
    const rects = await tab.evaluate(() =>
      ['kim-jong-un', 'vladimir-putin'].flatMap((entity) =>
        [...(CSS.highlights.get(`bakteppe-${entity}`) as unknown as Set<Range>)].map((range) => {
          const { left, right, top, bottom } = range.getBoundingClientRect();
          const words = `${range} in ${range.startContainer.parentNode?.nodeName}`;
          return { words, left, right, top: top + 0.7 * (bottom - top), bottom: bottom + 2 };
        }),
      ),
    );
    const painted = await takePicture(tab);
    await at.set({ on: false });
    await waitForWords(tab, []);
    const bare = await takePicture(tab);
    await at.set({ on: true });
    for (const { words, ...rect } of rects) {
      // Firefox has no style for highlights in text without an element between it and its root.
      if (family === 'firefox' && words.endsWith('#document-fragment')) continue;
      expect(changes(bare, painted, rect).length, words).toBeGreaterThan(10);
    }
    await tab.close();
  });

  test('text that comes, changes and goes inside a root is followed', async () => {
    const tab = await open();
    await tab.evaluate(() => {
      const { open1, quote, closed1 } = globalThis as unknown as Held;
      open1.append('Added: Putin.');
      quote.innerHTML = '<p>Vladimir Putin and again Putin.</p>';
      closed1.getElementById('second')?.remove();
      document.getElementById('declared')?.remove();
    });
    // What was added stands behind the quotation, whose root is read where its host stands.
    await waitForWords(tab, [
      'Kim Jong-un',
      'Vladimir Putin',
      ...['Vladimir Putin', 'Putin'],
      'Putin',
      'Putin',
    ]);
    await tab.close();
  });

  test('a card opens on words in a closed root, and a link in it keeps its click', async () => {
    const tab = await open();
    await hover(tab, 'kim-jong-un', 1);
    expect((await readCard(tab, family)).name).toContain('Kim Jong-un');
    // The card's own text, in a closed root too, is no text of the page.
    expect(await paintedWords(tab)).toEqual(WORDS);
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await at.set({ pinByClick: true });
    const { x, y } = await pointOn(tab, 'vladimir-putin', 2);
    await tab.mouse.click(x, y);
    await tab.waitForFunction(() => location.hash === '#followed', { polling: 50 });
    expect(await cardIsOpen(tab)).toBe(false);
    await at.set({ pinByClick: false });
    await tab.close();
  });

  test('marks go into roots too, and leave nothing behind', async () => {
    const tab = await open();
    const inRoots = (): Promise<string> =>
      tab.evaluate(() => {
        const { open1, quote, closed1 } = globalThis as unknown as Held;
        return [open1, quote, closed1].map(({ innerHTML }) => innerHTML).join('\n');
      });
    const before = await inRoots();
    await at.set({ painter: 'marks' });
    await expect.poll(inRoots).toMatch(/<mark data-bakteppe="vladimir-putin"[^>]*>Vladimir Putin/);
    await at.set({ painter: 'automatic' });
    await waitForWords(tab, WORDS);
    expect(await inRoots()).toBe(before);
    await tab.close();
  });

  test('roots that come later and without a sign, on an annotated page and on quiet ones', async () => {
    const attach = (tab: Page, id: string, mode: ShadowRootMode, html: string): Promise<void> =>
      tab.evaluate(
        (...args) => (globalThis as unknown as Held).attachLate(...args),
        id,
        mode,
        html,
      );
    const [closed, open] = [await at.reader.open(BARE), await at.reader.open(BARE)];
    const annotated = await at.reader.open(BARE);
    await annotated.evaluate(() => document.body.prepend('Vladimir Putin has left.'));
    await waitForWords(annotated, ['Vladimir Putin']);
    await attach(closed, 'late', 'closed', '<p>Kim Jong-un spoke.</p>');
    await attach(open, 'plain', 'open', '<p>Kim Jong-un spoke.</p>');
    await annotated.bringToFront();
    await attach(annotated, 'late', 'open', '<p>Kim Jong-un spoke.</p>');
    await attach(annotated, 'plain', 'closed', '<p>Putin spoke.</p>');
    await waitForWords(annotated, ['Kim Jong-un', 'Vladimir Putin', 'Putin'], 'annotated');
    await waitForWords(closed, ['Kim Jong-un'], 'closed');
    await waitForWords(open, ['Kim Jong-un'], 'open');
    await at.set({ on: false });
    for (const tab of [annotated, closed, open]) await waitForWords(tab, [], 'switched off');
    await at.set({ on: true });
    await waitForWords(closed, ['Kim Jong-un'], 'closed, switched on again');
    await waitForWords(open, ['Kim Jong-un'], 'open, switched on again');
    for (const tab of [annotated, closed, open]) await tab.close();
  });
}
