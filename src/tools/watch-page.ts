/**
 * Watches a page as a reader would: what is painted, and pointing at words. For the
 * demo, the pictures and the tests, alike in both browsers.
 */
import type { Page } from 'puppeteer-core';
import type { EntityId } from '../core/model.ts';

export interface Painted {
  readonly entity: string;
  readonly text: string;
}

/** The painted mentions in document order, as `CSS.highlights` holds them. */
export function painted(page: Page): Promise<Painted[]> {
  return page.evaluate(() => {
    const all: { entity: string; range: AbstractRange }[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
      if (!name.startsWith('bakteppe-') || name === 'bakteppe-active') continue;
      for (const range of highlight) all.push({ entity: name.slice('bakteppe-'.length), range });
    }
    const order = (a: Range, b: Range) => a.compareBoundaryPoints(Range.START_TO_START, b);
    return all
      .sort((a, b) => order(a.range as Range, b.range as Range))
      .map(({ entity, range }) => ({ entity, text: String(range) }));
  });
}

/** Wait until this many mentions are painted; without a number, until any is. */
export async function waitForPainted(page: Page, count?: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      let found = 0;
      for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
        if (name.startsWith('bakteppe-') && name !== 'bakteppe-active') found += highlight.size;
      }
      return wanted === null ? found > 0 : found === wanted;
    },
    { timeout: 15_000, polling: 50 },
    count ?? null,
  );
}

/** The middle of the nth mention of an entity, once it is painted and scrolled into view, in viewport px. */
export async function pointOn(
  page: Page,
  entity: EntityId,
  nth = 0,
): Promise<{ x: number; y: number }> {
  await page.waitForFunction(
    (id, at) => ((CSS.highlights.get(`bakteppe-${id}`) as unknown as Set<Range>)?.size ?? 0) > at,
    { timeout: 15_000, polling: 50 },
    entity,
    nth,
  );
  return page.evaluate(
    (id, at) => {
      const highlight = CSS.highlights.get(`bakteppe-${id}`) as unknown as Set<Range>;
      // The painter's order is the page's; across shadow roots ranges have none of their own.
      const range = [...highlight][at];
      if (!range) throw new Error(`no mention ${at} of ${id}`);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const rect = range.getClientRects()[0];
      if (!rect) throw new Error('the mention has no place on the screen');
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    },
    entity,
    nth,
  );
}

/** Move onto a mention as a hand does, slowing down, and wait for its card. */
export async function hover(page: Page, entity: EntityId, nth = 0): Promise<void> {
  const { x, y } = await pointOn(page, entity, nth);
  const view = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.mouse.move(Math.min(x + 40, view.width - 2), Math.min(y + 120, view.height - 2));
  // A hand is beside the words for a frame at least: a browser that is behind would put
  // leaving the last mention and coming to this one into one move.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await page.mouse.move(x, y, { steps: 12 });
  await page.mouse.move(x + 1, y);
  await waitForCard(page, true);
}

export async function waitForCard(page: Page, isOpen: boolean): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const card = document.querySelector('bakteppe-card');
      return (card?.matches(':popover-open') ?? false) === wanted;
    },
    { timeout: 10_000, polling: 50 },
    isOpen,
  );
}

export function cardIsOpen(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.querySelector('bakteppe-card')?.matches(':popover-open') ?? false,
  );
}
