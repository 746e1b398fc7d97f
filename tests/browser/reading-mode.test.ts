/**
 * Firefox's reading mode shows an article's text on a page of the browser's own, which extensions have no
 * part in: nothing is annotated there, and the page itself is as before when the reader
 * comes back. Chromium's is a panel beside the page, which stays, and no driver opens it.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { evaluateInWindow } from '../../src/tools/press-command.ts';
import { waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openOwnPage, type Reader } from './reader.ts';

type Api = typeof import('wxt/browser').browser;

interface FirefoxApi {
  readonly browser: { readonly tabs: { toggleReaderMode(tabId: number): Promise<void> } };
}

const article = fixture('en-article');
let reader: Reader;
beforeAll(async () => {
  reader = await createReader('firefox');
});
afterAll(async () => {
  await reader?.close();
});

test('nothing there, no count, and all as before on the page itself', async () => {
  const own = await openOwnPage(reader, 'options.html');
  const tab = await reader.open(article);
  await waitForPainted(tab, article.mentions.length);
  const id = await own.evaluate(async (url) => {
    const all = await (globalThis as unknown as { browser: Api }).browser.tabs.query({ url });
    return all[0]?.id ?? -1;
  }, article.url);
  const seen = () =>
    own.evaluate(async (tabId) => {
      const { tabs, action } = (globalThis as unknown as { browser: Api }).browser;
      const { isArticle } = (await tabs.get(tabId)) as { isArticle?: boolean };
      return { isArticle, badge: await action.getBadgeText({ tabId }) };
    }, id);
  /** What the tab in front shows, which extensions may not know of pages of the browser's. */
  const address = (): Promise<unknown> =>
    evaluateInWindow(reader.browser.driver, 'gBrowser.selectedBrowser.currentURI.spec');
  const count = String(article.mentions.length);
  await tab.bringToFront();
  await expect.poll(seen).toMatchObject({ isArticle: true, badge: count });
  await own.evaluate(
    (tabId) => (globalThis as unknown as FirefoxApi).browser.tabs.toggleReaderMode(tabId),
    id,
  );
  await expect.poll(address).toMatch(/^about:reader/);
  await expect.poll(seen).toMatchObject({ badge: '' });
  await evaluateInWindow(reader.browser.driver, 'gBrowser.goBack()');
  await expect.poll(address).toBe(article.url);
  await expect.poll(seen).toMatchObject({ badge: count });
  await waitForPainted(tab, article.mentions.length);
  expect(reader.errors).toEqual([]);
});
