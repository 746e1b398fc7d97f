/**
 * Hands on a mouse: sweeping, resting, going into the card by every way, leaving.
 * The same for both painters, in both browsers.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DWELL_MS, GRACE_MS, MOVE_MS } from '../../src/core/card-state.ts';
import { cardIsOpen, waitForCard } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openOwnPage, pastDelay, type Reader, store } from './reader.ts';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

describe.each([
  ['chromium', 'automatic'],
  ['chromium', 'marks'],
  ['firefox', 'automatic'],
  ['firefox', 'marks'],
] as const)('in %s, painter: %s', (family, painter) => {
  let reader: Reader;
  let tab: Page;
  let places: readonly Box[];
  beforeAll(async () => {
    reader = await createReader(family);
    const own = await openOwnPage(reader, 'options.html');
    await store(own, { painter });
    tab = await reader.open(fixture('ten-mentions'));
    await tab.bringToFront();
    await tab.waitForFunction(
      () =>
        (CSS.highlights.get('bakteppe-vladimir-putin')?.size ??
          document.querySelectorAll('mark[data-bakteppe]').length) === 10,
      { timeout: 15_000, polling: 50 },
    );
    places = await mentionBoxes(tab);
  });
  afterEach(async () => {
    await tab.keyboard.press('Escape');
    await tab.mouse.move(600, 40);
    await waitForCard(tab, false);
  });
  afterAll(async () => {
    await reader?.close();
  });

  const middle = (box: Box): { x: number; y: number } => ({
    x: (box.left + box.right) / 2,
    y: (box.top + box.bottom) / 2,
  });
  const mention = (n: number): Box => places[n] as Box;

  /** Come from above and rest on the nth mention until its card is there. */
  async function rest(n: number): Promise<Box> {
    const { x, y } = middle(mention(n));
    await tab.mouse.move(x, y - 160);
    await tab.mouse.move(x, y, { steps: 12 });
    await tab.mouse.move(x + 1, y);
    await waitForCard(tab, true);
    return cardBox(tab);
  }
  /** Through these points, slowly as a hand does. */
  async function along(...points: readonly (readonly [number, number])[]): Promise<void> {
    for (const [x, y] of points) await tab.mouse.move(x, y, { steps: 14 });
  }
  const stays = async (): Promise<void> => {
    await pastDelay(tab, GRACE_MS);
    expect(await cardIsOpen(tab)).toBe(true);
  };

  test('a fast sweep over ten mentions opens no card', async () => {
    const { y } = middle(mention(0));
    await tab.mouse.move(4, y);
    await tab.mouse.move(1240, y, { steps: 12 });
    await tab.mouse.move(4, y, { steps: 12 });
    await pastDelay(tab, DWELL_MS);
    expect(await cardIsOpen(tab)).toBe(false);
  });

  test('resting opens one card', async () => {
    await rest(3);
    expect(await tab.evaluate(() => document.querySelectorAll('bakteppe-card').length)).toBe(1);
  });

  test('the straight way into the card keeps it', async () => {
    const card = await rest(2);
    const { x } = middle(mention(2));
    await along([x, (card.top + card.bottom) / 2]);
    await stays();
  });

  test('the diagonal way, over other mentions’ line, keeps it', async () => {
    const card = await rest(4);
    await along([card.right - 20, card.bottom - 20]);
    await stays();
  });

  test('a roundabout way that takes less than the grace keeps it', async () => {
    const card = await rest(5);
    const { x, y } = middle(mention(5));
    const side = card.left > 40 ? card.left - 12 : card.right + 12;
    await tab.mouse.move((x + side) / 2, y + 18, { steps: 2 });
    await tab.mouse.move(side, card.top + 30, { steps: 2 });
    await tab.mouse.move((card.left + card.right) / 2, (card.top + card.bottom) / 2, { steps: 3 });
    await stays();
  });

  test('out of the card and back within the grace keeps it', async () => {
    const card = await rest(2);
    await along([card.left + 60, card.top + 60]);
    await tab.mouse.move(card.right + 40, card.top + 60, { steps: 3 });
    await tab.mouse.move(card.left + 60, card.top + 60, { steps: 3 });
    await stays();
  });

  test('leaving mention, card and the way between them closes it', async () => {
    await rest(2);
    await along([1200, 60]);
    await waitForCard(tab, false);
  });

  test('with a card open, another mention’s comes after a short rest', async () => {
    await rest(2);
    const before = await cardBox(tab);
    const next = middle(mention(6));
    const { x } = middle(mention(2));
    // Along the line above the words, so that the way touches no mention in between.
    await along([x, mention(2).top - 14], [next.x, mention(6).top - 14], [next.x, next.y]);
    await tab.mouse.move(next.x + 1, next.y);
    await tab.waitForFunction(
      (left) => {
        const card = document.querySelector('bakteppe-card');
        const box = card?.getBoundingClientRect();
        return (
          card?.matches(':popover-open') && box !== undefined && Math.abs(box.left - left) > 20
        );
      },
      { timeout: 5000, polling: 20 },
      before.left,
    );
    expect(MOVE_MS).toBeLessThan(DWELL_MS);
  });

  test('after Escape the mention under the pointer stays quiet until a fresh rest', async () => {
    await rest(3);
    const { x, y } = middle(mention(3));
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await tab.mouse.move(x + 2, y, { steps: 3 });
    await pastDelay(tab, DWELL_MS);
    expect(await cardIsOpen(tab)).toBe(false);
    await along([x, y - 120]);
    await rest(3);
  });

  test('dragging a selection over mentions opens nothing', async () => {
    const { x, y } = middle(mention(1));
    await tab.mouse.move(x - 20, y - 1);
    await tab.mouse.down();
    await tab.mouse.move(x, y, { steps: 6 });
    await pastDelay(tab, DWELL_MS);
    expect(await cardIsOpen(tab)).toBe(false);
    await tab.mouse.up();
    await tab.evaluate(() => getSelection()?.removeAllRanges());
  });
});

function mentionBoxes(tab: Page): Promise<Box[]> {
  return tab.evaluate(() => {
    const highlight = CSS.highlights.get('bakteppe-vladimir-putin') as unknown as Set<Range>;
    const all = highlight ? [...highlight] : [...document.querySelectorAll('mark[data-bakteppe]')];
    return all
      .map((one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        return { left, top, right, bottom };
      })
      .sort((a, b) => a.left - b.left);
  });
}

function cardBox(tab: Page): Promise<Box> {
  return tab.evaluate(() => {
    const card = document.querySelector('bakteppe-card') as Element;
    const { left, right, top, bottom } = card.getBoundingClientRect();
    return { left, right, top, bottom };
  });
}
