/** The popup's list of the page's mentions, with the keyboard, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { focusedInCard, said } from '../../src/tools/in-card.ts';
import { evaluateInWindow, pressCommand } from '../../src/tools/press-command.ts';
import { waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openPopup, type Reader, waitForText } from './reader.ts';

const MANY = 1000;

function lines(popup: Page): Promise<string[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll('.mention')].map((line) => line.textContent ?? ''),
  );
}

function active(tab: Page): Promise<string> {
  return tab.evaluate(() =>
    [...((CSS.highlights.get('bakteppe-active') as unknown as Set<Range>) ?? [])].join(),
  );
}

/** The popup as the toolbar opens it, in Chromium. */
async function bubble(reader: Reader): Promise<Page> {
  const target = await reader.browser.driver.waitForTarget(
    (candidate) => candidate.url() === `${reader.browser.origin}/popup.html`,
    { timeout: 10_000 },
  );
  return target.asPage();
}

/** Addresses of all pages in Firefox's window, its panels included. */
const FIREFOX_BUBBLE =
  "[...document.querySelectorAll('browser')].map((part) => part.currentURI?.spec).join(' ')";

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader(family);
  });
  afterAll(async () => {
    await reader?.close();
  });

  const open = async (html?: string): Promise<{ tab: Page; popup: Page }> => {
    const page = fixture('en-article');
    const tab = await reader.open(html === undefined ? page : { ...page, html });
    await waitForPainted(tab, html === undefined ? page.mentions.length : undefined);
    const popup = await openPopup(reader, tab);
    await waitForText(popup, 'Mentions on this page');
    await popup.bringToFront();
    return { tab, popup };
  };
  const focused = (popup: Page) =>
    popup.evaluate(() =>
      [...document.querySelectorAll('.mention')].indexOf(document.activeElement as Element),
    );

  test('every mention is listed with its line, the mention itself emphasised', async () => {
    const { tab, popup } = await open();
    const { mentions } = fixture('en-article');
    expect(
      await popup.evaluate(() =>
        [...document.querySelectorAll('.mention b')].map((name) => name.textContent),
      ),
    ).toEqual(mentions.map(({ text }) => text.replaceAll('\u00ad', '').replace(/\s/g, ' ')));
    expect((await lines(popup))[0]).toBe('What Putin took home from Pyongyang');
    expect(
      await popup.evaluate(() => document.querySelector('.mention')?.closest('[aria-live]')),
    ).toBe(null);
    await popup.close();
    await tab.close();
  });

  test('arrow keys go through the list, Enter goes to the mention and opens its card', async () => {
    const { tab, popup } = await open();
    const count = (await lines(popup)).length;
    await popup.focus('.mention[tabindex="0"]');
    for (const [key, at] of [
      ['ArrowDown', 1],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
      ['End', count - 1],
      ['ArrowDown', count - 1],
      ['Home', 0],
      ['ArrowDown', 1],
    ] as const) {
      await popup.keyboard.press(key);
      expect(await focused(popup), key).toBe(at);
    }
    expect(
      await popup.evaluate(() => document.querySelectorAll('.mention[tabindex="0"]').length),
    ).toBe(1);
    await popup.keyboard.press('Enter');
    await waitForCard(tab, true);
    expect(await active(tab)).toMatch(/^Vladimir\sPutin$/);
    expect(await focusedInCard(tab, family)).toBe('dialog');
    await popup.close();
    await tab.close();
  });

  test('next and previous walk the page, and the popup says where it is', async () => {
    const { tab, popup } = await open();
    const press = (name: string) =>
      popup.evaluate((wanted) => {
        const buttons = [...document.querySelectorAll<HTMLElement>('.step')];
        buttons.find(({ textContent }) => textContent === wanted)?.click();
      }, name);
    const count = (await lines(popup)).length;
    for (const [name, n] of [
      ['Next mention', 1],
      ['Next mention', 2],
      ['Previous mention', 1],
      ['Previous mention', count],
    ] as const) {
      await press(name);
      await waitForText(popup, `mention ${n} of ${count}`);
      expect(
        await popup.evaluate(() =>
          [...document.querySelectorAll('.mention')].findIndex(
            (line) => line.getAttribute('aria-current') === 'true',
          ),
        ),
      ).toBe(n - 1);
    }
    // Timers of a tab behind another run once a second.
    await expect
      .poll(() => said(tab, family), { timeout: 8000 })
      .toContain(`mention ${count} of ${count}`);
    await popup.close();
    await tab.close();
  });

  test('a page with a thousand mentions is listed at once, and more are cut', async () => {
    const paragraph = '<p>In Moscow, Vladimir Putin said nothing that day, nor the next.</p>';
    const html = fixture('en-article').html.replace(
      '</article>',
      `${paragraph.repeat(MANY)}</article>`,
    );
    const { tab, popup } = await open(html);
    await waitForPainted(tab, fixture('en-article').mentions.length + MANY);
    await expect.poll(async () => (await lines(popup)).length, { timeout: 10_000 }).toBe(MANY);
    await popup.close();
    await tab.close();
  });

  test.runIf(family === 'chromium')('the popup of the toolbar gives way to the card', async () => {
    const tab = await reader.open(fixture('en-article'));
    await waitForPainted(tab, fixture('en-article').mentions.length);
    await tab.bringToFront();
    const target = await reader.browser.driver.waitForTarget(
      (candidate) => candidate.type() === 'service_worker',
    );
    const worker = await target.worker();
    await worker?.evaluate(() =>
      (
        globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }
      ).chrome.action.openPopup(),
    );
    const popup = await bubble(reader);
    await waitForText(popup, 'Mentions on this page');
    await popup.focus('.mention[tabindex="0"]');
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('Enter');
    await waitForCard(tab, true);
    await expect.poll(() => popup.isClosed(), { timeout: 5000 }).toBe(true);
    expect(await focusedInCard(tab, family)).toBe('dialog');
    await tab.close();
  });

  test('where there is no mention to walk to, the key opens the popup, which says why', async () => {
    const tab = await reader.open(fixture('no-mention'));
    await tab.bringToFront();
    await pressCommand(reader.browser, 'next');
    if (family === 'chromium') {
      await waitForText(await bubble(reader), 'No mention of');
    } else {
      await expect
        .poll(() => evaluateInWindow(reader.browser.driver, FIREFOX_BUBBLE), { timeout: 10_000 })
        .toContain('popup.html');
    }
    await tab.close();
  });

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});
