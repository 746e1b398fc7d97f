/** Walking the mentions with the keyboard alone, in both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { focusedInCard } from '../../src/tools/in-card.ts';
import { readCard } from '../../src/tools/watch-card.ts';
import { cardIsOpen, painted, waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openOwnPage, type Reader } from './reader.ts';
import { createWalker, isSeen, LABELS, type Walker } from './walker.ts';

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let walker: Walker;
  beforeAll(async () => {
    reader = await createReader(family);
    walker = createWalker(reader);
  });
  afterAll(async () => {
    await reader?.close();
  });

  test('next walks from the first mention to the last and round, previous back', async () => {
    const tab = await walker.openArticle();
    const mentions = await painted(tab);
    const count = mentions.length;
    const isThere = async (at: number): Promise<void> => {
      await walker.isAt(tab, at);
      const { entity } = mentions[at]!;
      await walker.hasSaid(
        tab,
        `${LABELS[entity as keyof typeof LABELS]}, mention ${at + 1} of ${count}`,
      );
      expect(await isSeen(tab)).toBe(true);
      expect(await cardIsOpen(tab)).toBe(false);
    };
    for (let at = 0; at < count; at++) {
      await walker.press('next');
      await isThere(at);
    }
    await walker.press('next');
    await isThere(0);
    await walker.press('previous');
    await isThere(count - 1);
    const [hosts, last] = await tab.evaluate(() => [
      document.querySelectorAll('bakteppe-card').length,
      document.documentElement.lastElementChild?.localName,
    ]);
    expect([hosts, last]).toEqual([1, 'bakteppe-card']);
    await tab.close();
  });

  test('an open card goes along with the walk, and keeps the focus', async () => {
    const tab = await walker.openArticle();
    const mentions = await painted(tab);
    await walker.press('next');
    await walker.isAt(tab, 0);
    await walker.press('open');
    await waitForCard(tab, true);
    await walker.hasFocus(tab);
    for (let at = 1; at < mentions.length; at++) {
      await walker.press('next');
      await walker.isAt(tab, at);
      const label = LABELS[mentions[at]!.entity as keyof typeof LABELS];
      await walker.hasSaid(tab, `${label}, mention ${at + 1} of ${mentions.length}`);
      expect(await cardIsOpen(tab)).toBe(true);
      expect((await readCard(tab, family)).name).toContain(label);
      expect(await focusedInCard(tab, family)).toBe('dialog');
    }
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await tab.close();
  });

  test('words under a sticky header are brought out from under it', async () => {
    const { html } = fixture('en-article');
    const tab = await walker.openArticle(
      html
        .replace('header.site{', 'header.site{position:sticky;top:0;height:200px;background:#fff;')
        .replaceAll('<p>', '<p style="margin-block:40vh">'),
    );
    const count = (await painted(tab)).length;
    for (let at = 0; at < count; at++) {
      await walker.press('next');
      await walker.isAt(tab, at);
      expect(await isSeen(tab)).toBe(true);
    }
    for (let at = count - 2; at >= 0; at--) {
      await walker.press('previous');
      await walker.isAt(tab, at);
      expect(await isSeen(tab)).toBe(true);
    }
    await tab.close();
  });

  test('the walk begins where the reader is: in or after what they see', async () => {
    const { html } = fixture('en-article');
    const tab = await walker.openArticle(html.replaceAll('<p>', '<p style="margin-block:60vh">'));
    const scrollTo = (at: number) =>
      tab.evaluate((nth) => {
        const paragraph = document.querySelectorAll('article p')[nth]!;
        paragraph.scrollIntoView({ block: 'start', behavior: 'instant' });
        const ranges: Range[] = [];
        for (const [name, set] of CSS.highlights as unknown as Map<string, Set<Range>>) {
          if (name.startsWith('bakteppe-') && name !== 'bakteppe-active') ranges.push(...set);
        }
        ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
        return ranges.findIndex((range) => range.getBoundingClientRect().bottom > 0);
      }, at);
    const first = await scrollTo(4);
    await walker.press('next');
    await walker.isAt(tab, first);
    await walker.press('next');
    await walker.isAt(tab, first + 1);
    // By wheel far away: what they see now counts, not where the walk was.
    await tab.mouse.move(300, 300);
    await tab.mouse.wheel({ deltaY: -100_000 });
    await tab.waitForFunction(() => scrollY === 0, { polling: 50 });
    await walker.press('next');
    await walker.isAt(tab, 0);
    await tab.close();
  });

  test('a box that scrolls by itself is scrolled, the page around it too', async () => {
    const { html } = fixture('en-article');
    const tab = await walker.openArticle(
      html
        .replace('<article>', '<div style="height:140vh"></div><article tabindex="-1">')
        .replace('<style>', '<style>article{height:220px;overflow:auto}'),
    );
    const count = (await painted(tab)).length;
    for (let at = 0; at < count; at++) {
      await walker.press('next');
      await walker.isAt(tab, at);
      expect(await isSeen(tab)).toBe(true);
    }
    await walker.press('open');
    await waitForCard(tab, true);
    await walker.hasFocus(tab);
    await walker.press('next');
    await walker.isAt(tab, 0);
    await walker.hasSaid(tab, `Vladimir Putin, mention 1 of ${count}`);
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.close();
  });

  test('with marks in the page the walk is the same', async () => {
    const tab = await walker.openArticle();
    const mentions = await painted(tab);
    const own = await openOwnPage(reader, 'options.html');
    const set = (painter: string) =>
      own.evaluate(async (value) => {
        const { browser, chrome } = globalThis as unknown as Record<
          string,
          typeof import('wxt/browser').browser
        >;
        await (browser ?? chrome)?.storage.local.set({ painter: value });
      }, painter);
    await set('marks');
    await tab.bringToFront();
    await tab.waitForFunction(() => document.querySelector('mark[data-bakteppe]'), { polling: 50 });
    const active = () =>
      tab.evaluate(() =>
        [...document.querySelectorAll('mark[data-bakteppe-active]')]
          .map((mark) => mark.textContent)
          .join(''),
      );
    for (const [at, { entity, text }] of [...mentions, mentions[0]!].entries()) {
      await walker.press('next');
      const label = LABELS[entity as keyof typeof LABELS];
      const n = (at % mentions.length) + 1;
      await walker.hasSaid(tab, `${label}, mention ${n} of ${mentions.length}`);
      expect(await active()).toBe(text);
    }
    await walker.press('open');
    await walker.hasFocus(tab);
    await walker.press('next');
    await walker.hasSaid(tab, `Vladimir Putin, mention 2 of ${mentions.length}`);
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await set('automatic');
    await waitForPainted(tab, mentions.length);
    await own.close();
    await tab.close();
  });

  test('the toggle key switches Bakteppe off and on', async () => {
    const tab = await walker.openArticle();
    await walker.press('toggle');
    await waitForPainted(tab, 0);
    await walker.press('toggle');
    await waitForPainted(tab, fixture('en-article').mentions.length);
    await tab.close();
  });

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});
