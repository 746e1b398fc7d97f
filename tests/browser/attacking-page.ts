/** Pages that are up to no good: our own article, with what such a page adds to it. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { EntityId } from '../../src/core/model.ts';
import { cardIsOpen, painted, pointOn } from '../../src/tools/watch-page.ts';
import { type Fixture, fixture, type Reader } from './reader.ts';

export interface Additions {
  /** Style rules of the page. */
  readonly css?: string;
  /** Runs before all else of the page. */
  readonly script?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Without the styles and scripts of the article. */
  readonly bare?: boolean;
}

const article = fixture('en-article');
export const { mentions } = article;

/** Words of the card of Vladimir Putin that are nowhere on the page. */
export const ONLY_IN_CARD = 'most isolated countries';

/** Styles, scripts, and what is only hidden by a style. */
const STYLED = /<style>.*?<\/style>|<script.*?<\/script>|<p style=.*?<\/p>/gs;

let pages = 0;

/** Open the article with these additions, and wait until it is painted. */
export async function openHostile(
  reader: Reader,
  { css = '', script = '', headers = {}, bare = false }: Additions,
  source: Fixture = article,
): Promise<Page> {
  const url = `http://hostile-${++pages}.example/world/2024/06/20/a-guest`;
  const plain = bare ? source.html.replaceAll(STYLED, '') : source.html;
  const added = `${script && `<script>${script}</script>`}${css && `<style>${css}</style>`}`;
  const html = plain.replace('<head>', () => `<head>${added}`);
  reader.server.serve(url, { body: html, headers });
  const tab = await reader.browser.driver.newPage();
  await tab.goto(url, { waitUntil: 'load' });
  await expect
    .poll(async () => (await painted(tab)).length, { timeout: 15_000 })
    .toBeGreaterThanOrEqual(source.mentions.length);
  return tab;
}

/** As `hover` does, without waiting in the page: a strict policy forbids the driver's own waiting. */
export async function pointAt(page: Page, entity: EntityId, nth = 0): Promise<void> {
  const { x, y } = await pointOn(page, entity, nth);
  await page.mouse.move(x + 40, y + 120);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await page.mouse.move(x, y, { steps: 12 });
  await page.mouse.move(x + 1, y);
  await expect.poll(() => cardIsOpen(page), { timeout: 10_000 }).toBe(true);
}
