/** What a screen reader is told: through the accessibility trees of both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inCard } from '../../src/tools/in-card.ts';
import { pressCommand } from '../../src/tools/press-command.ts';
import { below, type Spoken, spokenTree } from '../../src/tools/spoken-tree.ts';
import { cardIsOpen, waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, type Reader } from './reader.ts';

/** What the page's live regions say at the moment. */
function announced(tree: readonly Spoken[]): string[] {
  const region = tree.find(({ role }) => role === 'status');
  return [region?.live ?? 'no region', ...below(tree, 'status').map(({ name }) => name)];
}

/** Pairs of texts and controls that are read in another order than they stand in, for left-to-right text. */
function outOfOrder(tree: readonly Spoken[]): string[] {
  const texts = tree.filter(
    ({ role, box }) => /^(text|control)$/.test(role) && box && box.width > 0,
  );
  const wrong: string[] = [];
  texts.forEach((earlier, at) => {
    for (const later of texts.slice(at + 1)) {
      const [a, b] = [earlier.box, later.box];
      if (!a || !b) continue;
      const isAbove = b.y + b.height <= a.y + 1 && b.x < a.x + a.width && a.x < b.x + b.width;
      const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
      const isBeside = shared > Math.min(a.height, b.height) / 2 && b.x + b.width <= a.x + 1;
      if (isAbove || isBeside) wrong.push(`"${later.name}" before "${earlier.name}"`);
    }
  });
  return wrong;
}

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader(family);
  });
  afterAll(async () => {
    await reader?.close();
  });

  const open = async (): Promise<Page> => {
    const page = fixture('en-article');
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length);
    await tab.bringToFront();
    return tab;
  };
  const told = (tab: Page) =>
    expect.poll(() => spokenTree(tab, family).then(announced), { timeout: 8000, interval: 100 });

  test('a step is announced politely while no card is open, and each step anew', async () => {
    const tab = await open();
    await pressCommand(reader.browser, 'next');
    await told(tab).toEqual(['polite', 'Vladimir Putin, mention 1 of 17']);
    await pressCommand(reader.browser, 'next');
    await told(tab).toEqual(['polite', 'Vladimir Putin, mention 2 of 17']);
    expect(await cardIsOpen(tab)).toBe(false);
    await tab.close();
  });

  test('an opened card is announced with its number of facts, and is a labelled dialog', async () => {
    const tab = await open();
    await pressCommand(reader.browser, 'open');
    await waitForCard(tab, true);
    await told(tab).toEqual([
      'polite',
      expect.stringMatching(/^Background on Vladimir Putin: \d+ facts$/),
    ]);
    const dialogs = (await spokenTree(tab, family)).filter(({ role }) => role === 'dialog');
    expect(dialogs.map(({ name }) => name)).toEqual(['Background on Vladimir Putin']);
    await tab.close();
  });

  test('the card is read in the order it is seen in', async () => {
    const tab = await open();
    await pressCommand(reader.browser, 'open');
    await waitForCard(tab, true);
    await expect
      .poll(() => spokenTree(tab, family).then((tree) => below(tree, 'dialog').length), {
        timeout: 8000,
      })
      .toBeGreaterThan(20);
    // Unrolled, as a reader who scrolls through it sees it.
    await inCard(tab, family, (root) => {
      for (const part of root.querySelectorAll<HTMLElement>('[role="dialog"], [role="dialog"] *')) {
        part.style.setProperty('overflow', 'visible', 'important');
        part.style.setProperty('max-block-size', 'none', 'important');
      }
    });
    const card = async () => below(await spokenTree(tab, family), 'dialog');
    expect((await card()).filter(({ role }) => role === 'text').length).toBeGreaterThan(15);
    // Firefox keeps places for assistive technology, and renews them after a layout.
    await expect.poll(async () => outOfOrder(await card()), { timeout: 8000 }).toEqual([]);
    await tab.close();
  });

  test('over a modal dialog of the page the card is still there to be read', async () => {
    const { html, ...page } = fixture('en-article');
    const own = '<dialog id="own"><p>Vladimir Putin spoke.</p><button>OK</button></dialog>';
    const tab = await reader.open({ ...page, html: html.replace('</main>', `</main>${own}`) });
    await tab.evaluate(() => (document.querySelector('#own') as HTMLDialogElement).showModal());
    await waitForPainted(tab, page.mentions.length + 1);
    await tab.bringToFront();
    await pressCommand(reader.browser, 'open');
    await waitForCard(tab, true);
    await expect
      .poll(
        async () =>
          (await spokenTree(tab, family)).some(
            ({ role, name }) => role === 'dialog' && name.startsWith('Background on'),
          ),
        { timeout: 8000 },
      )
      .toBe(true);
    await told(tab).toEqual(['polite', expect.stringMatching(/^Background on .*: \d+ facts$/)]);
    await tab.close();
  });
});
