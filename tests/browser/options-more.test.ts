/** The options that came with issue 6, pressed, each with its effect on a news page that stays open. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { DWELL_MS } from '../../src/core/card-state.ts';
import { evaluateInWindow } from '../../src/tools/press-command.ts';
import { readCard } from '../../src/tools/watch-card.ts';
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
  pressChoice,
  pressSwitch,
  type Reader,
  store,
  stored,
  waitForText,
} from './reader.ts';

type Api = typeof import('wxt/browser').browser;
/** The longest delay the options offer, in ms. */
const LONG = 2000;
/** Only Firefox lets an extension change its own keys. */
interface FirefoxApi {
  readonly commands: {
    update(change: { name: string; shortcut: string }): Promise<void>;
    reset(name: string): Promise<void>;
  };
}
const article = fixture('en-article');
const site = new URL(article.url).hostname.replace(/^www\./, '');

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let options: Page;
  let tab: Page;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bakteppe-files-'));
    reader = await createReader(family);
    options = await openOwnPage(reader, 'options.html');
    tab = await reader.open(article);
    await waitForPainted(tab, article.mentions.length);
  });
  afterEach(async () => {
    await clearStorage(options);
    await tab.keyboard.press('Escape');
    await waitForPainted(tab, article.mentions.length);
  });
  afterAll(async () => {
    await reader?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const pressButton = (name: string): Promise<void> =>
    options.evaluate((text) => {
      const found = [...document.querySelectorAll('button')].find(
        (button) => (button.getAttribute('aria-label') ?? button.textContent) === text,
      );
      if (!found) throw new Error(`no button "${text}"`);
      found.click();
    }, name);
  const addSite = async (text: string, choice: string): Promise<void> => {
    await options.bringToFront();
    await options.$eval('.write', (input) => {
      (input as HTMLInputElement).value = '';
    });
    await options.type('.write', text);
    await options.select('.add-site select', choice);
    await pressButton('Add');
  };

  describe('where', () => {
    test('all pages: one that is no news page too, and back', async () => {
      const forum = await reader.open(fixture('forum-thread'));
      await pressChoice(options, 'On all pages');
      await forum.waitForFunction(() => CSS.highlights.size > 0, { timeout: 10_000, polling: 50 });
      await pressChoice(options, 'On news pages');
      await forum.waitForFunction(() => CSS.highlights.size === 0, {
        timeout: 10_000,
        polling: 50,
      });
      await waitForPainted(tab, article.mentions.length);
      await forum.close();
    });

    test('listed sites only: not this one, until it is listed', async () => {
      await pressChoice(options, 'Only where I chose');
      await waitForPainted(tab, 0);
      await addSite(site, 'on');
      await waitForPainted(tab, article.mentions.length);
      expect(await stored(options)).toEqual({ where: 'listed', [`site:${site}`]: 'on' });
    });

    test('a pattern for a host and all below it; its choice changed; forgotten', async () => {
      await addSite(`*.${site}`, 'off');
      await waitForPainted(tab, 0);
      await waitForText(options, `*.${site}`);
      await options.select('.sites select', 'auto');
      await waitForPainted(tab, article.mentions.length);
      await options.select('.sites select', 'off');
      await waitForPainted(tab, 0);
      await pressButton(`Forget the choice for *.${site}`);
      await waitForPainted(tab, article.mentions.length);
    });

    test('a pattern for a path, pasted as an address', async () => {
      const { pathname } = new URL(article.url);
      const part = pathname.slice(0, pathname.indexOf('/', 1) + 1);
      await addSite(`http://${site}${part}*`, 'off');
      await waitForPainted(tab, 0);
      expect(await stored(options)).toEqual({ [`site:${site}${part}*`]: 'off' });
      await addSite(`${site}/elsewhere*`, 'off');
      await pressButton(`Forget the choice for ${site}${part}*`);
      await waitForPainted(tab, article.mentions.length);
    });

    test('what is no pattern is refused with the reason, and said to be wrong', async () => {
      for (const [text, reason] of [
        ['', 'Enter a site.'],
        ['nrk.*', '* can stand first'],
        ['nrk.no:80', 'Leave out the port'],
        ['two words', 'This is not the name of a site'],
      ] as const) {
        await addSite(text, 'off');
        await waitForText(options, reason);
        const field = await options.$eval('.write', (input) => ({
          invalid: input.getAttribute('aria-invalid'),
          described: (input.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map((id) => document.getElementById(id)?.textContent)
            .join(' '),
        }));
        expect(field.invalid).toBe('true');
        expect(field.described).toContain(reason);
      }
      expect(await stored(options)).toEqual({});
      await addSite('a.example', 'off');
      await expect
        .poll(() => options.$eval('.write', (input) => input.getAttribute('aria-invalid')))
        .toBe('false');
    });
  });

  /** The colour just inside the first mention, above its letters. */
  const groundOf = async (page: Page): Promise<string> => {
    await page.bringToFront();
    const { x, y } = await page.evaluate(() => {
      const range = [
        ...(CSS.highlights.get('bakteppe-vladimir-putin') as unknown as Set<Range>),
      ][0];
      range?.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = range?.getClientRects()[0] as DOMRect;
      // Clips are of the document.
      return { x: scrollX + box.x + box.width / 2, y: scrollY + box.y + 2 };
    });
    const picture = await page.screenshot({ clip: { x, y, width: 1, height: 1 } });
    const [r, g, b] = await sharp(picture).removeAlpha().raw().toBuffer();
    return `${r},${g},${b}`;
  };

  describe('look', () => {
    test('a ground behind the words, on the page and in the preview', async () => {
      const plain = await groundOf(tab);
      await pressChoice(options, 'A light tint');
      await expect.poll(() => groundOf(tab)).not.toBe(plain);
      const light = await groundOf(tab);
      await expect.poll(() => groundOf(options)).toBe('228,232,241');
      await pressChoice(options, 'A strong tint');
      await expect.poll(() => groundOf(tab)).not.toBe(light);
      expect(await groundOf(tab)).not.toBe(plain);
      await pressChoice(options, 'Nothing, only the line');
      await expect.poll(() => groundOf(tab)).toBe(plain);
    });

    test('a ground behind marks in the page', async () => {
      await store(options, { painter: 'marks', ground: 'strong' });
      await tab.waitForFunction(
        () => {
          const mark = document.querySelector('mark[data-bakteppe]');
          return mark && getComputedStyle(mark).backgroundColor.includes('0.34');
        },
        { timeout: 10_000, polling: 50 },
      );
    });

    test('the preview is painted as pages are: highlights, marks, and highlights again', async () => {
      const names = ['Vladimir Putin', 'Kim Jong-un', 'partnership treaty', 'Putin', 'Kim'];
      expect((await painted(options)).map(({ text }) => text)).toEqual(names);
      await pressChoice(options, 'Put marks into the page');
      await options.waitForFunction(
        () => document.querySelectorAll('.preview mark[data-bakteppe]').length === 5,
        { timeout: 10_000, polling: 50 },
      );
      await pressChoice(options, 'Highlight them');
      await waitForPainted(options, names.length);
      expect(await options.$eval('.preview', (sample) => sample.innerHTML)).not.toContain('<mark');
    });

    test('repeated mentions alike or fainter is kept', async () => {
      await pressChoice(options, 'Mark all alike');
      await expect.poll(() => stored(options)).toEqual({ strength: 'all' });
      await pressChoice(options, 'Mark the first in each section');
      await expect.poll(() => stored(options)).toEqual({ strength: 'first' });
    });
  });

  describe('card', () => {
    test('the delay is the one set, in a tab that was open before', async () => {
      await options.bringToFront();
      await options.select('select[name="delay"]', String(LONG));
      await expect.poll(() => stored(options)).toEqual({ delay: LONG });
      await tab.bringToFront();
      const { x, y } = await pointOn(tab, 'vladimir-putin', 1);
      await tab.mouse.move(x + 40, y + 120);
      await tab.mouse.move(x, y, { steps: 12 });
      await tab.mouse.move(x + 1, y);
      await pastDelay(tab, DWELL_MS);
      expect(await cardIsOpen(tab)).toBe(false);
      await waitForCard(tab, true);
    });

    test('from a long delay to none: the card is there long before', async () => {
      await store(options, { delay: LONG });
      await options.bringToFront();
      await options.select('select[name="delay"]', '0');
      await expect.poll(() => stored(options)).toEqual({ delay: 0 });
      await tab.bringToFront();
      const { x, y } = await pointOn(tab, 'vladimir-putin', 1);
      await tab.evaluate(() => {
        const seen = globalThis as unknown as { pointed: number; opened: number };
        addEventListener('pointermove', () => {
          seen.pointed = performance.now();
        });
        const look = (): void => {
          if (document.querySelector('bakteppe-card:popover-open')) seen.opened = performance.now();
          else requestAnimationFrame(look);
        };
        look();
      });
      // The page follows a moment after the setting is stored: a rest begun before that is begun anew.
      await vi.waitFor(
        async () => {
          await tab.mouse.move(x + 40, y + 120);
          await tab.mouse.move(x, y, { steps: 12 });
          await tab.mouse.move(x + 1, y);
          // Waiting for the frame that noted it, not for the card: the card is open a frame before.
          await tab.waitForFunction(
            () => (globalThis as unknown as { opened?: number }).opened !== undefined,
            { timeout: LONG / 4, polling: 20 },
          );
        },
        { timeout: 15_000, interval: 50 },
      );
      const waited = await tab.evaluate(() => {
        const seen = globalThis as unknown as { pointed: number; opened: number };
        return seen.opened - seen.pointed;
      });
      expect(waited).toBeLessThan(LONG / 2);
    });

    test('a click on a mention pins its card, if it is set so; links keep their click', async () => {
      const click = async (): Promise<void> => {
        await tab.bringToFront();
        const { x, y } = await pointOn(tab, 'vladimir-putin', 1);
        await tab.mouse.click(x, y);
      };
      const leave = () => tab.mouse.move(3, 3, { steps: 8 });
      // As it is at first: a press is the page's, and closes the card.
      await hover(tab, 'vladimir-putin', 1);
      await click();
      await waitForCard(tab, false);
      await leave();
      await options.bringToFront();
      await pressSwitch(options, 'A click on a mention keeps its card open');
      await expect.poll(() => stored(options)).toEqual({ pinByClick: true });
      await click();
      await waitForCard(tab, true);
      await leave();
      await pastDelay(tab, 2 * DWELL_MS);
      expect(await cardIsOpen(tab)).toBe(true);
      expect((await readCard(tab, family)).text).toContain('Vladimir Putin');
      await tab.keyboard.press('Escape');
      await waitForCard(tab, false);
      // The words in a link: the page's own click arrives, and nothing is pinned.
      await tab.evaluate(() => {
        const range = [
          ...(CSS.highlights.get('bakteppe-vladimir-putin') as unknown as Set<Range>),
        ].sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))[1];
        const block = range?.startContainer.parentElement as HTMLElement;
        block.setAttribute('role', 'link');
        block.addEventListener('click', () => {
          document.title = 'followed';
        });
      });
      await click();
      await expect.poll(() => tab.title()).toBe('followed');
      await leave();
      await pastDelay(tab, 2 * DWELL_MS);
      expect(await cardIsOpen(tab)).toBe(false);
      await tab.evaluate(() => document.querySelector('[role="link"]')?.removeAttribute('role'));
    });
  });

  describe('shortcuts', () => {
    const shown = (): Promise<string[]> =>
      options.evaluate(() =>
        [...document.querySelectorAll('.shortcuts dd')].map((keys) => keys.textContent ?? ''),
      );
    test('are shown as the browser has them', async () => {
      const known = await options.evaluate(async () => {
        const { browser, chrome } = globalThis as unknown as Record<string, Api>;
        const all = await ((browser ?? chrome) as Api).commands.getAll();
        return Object.fromEntries(all.map(({ name, shortcut }) => [name, shortcut || 'not set']));
      });
      expect(await shown()).toEqual(
        ['next', 'previous', 'open', 'toggle'].map((name) => known[name]),
      );
    });

    test.runIf(family === 'firefox')('follow what is changed on the browser’s page', async () => {
      await options.evaluate(async () => {
        const { browser } = globalThis as unknown as { browser: FirefoxApi };
        await browser.commands.update({ name: 'open', shortcut: 'Alt+Shift+9' });
      });
      await tab.bringToFront();
      await options.bringToFront();
      await expect.poll(shown).toContain('Alt+Shift+9');
      await options.evaluate(async () => {
        const { browser } = globalThis as unknown as { browser: FirefoxApi };
        await browser.commands.reset('open');
      });
    });

    test('the browser’s own page for them opens', async () => {
      await options.bringToFront();
      await pressButton('Change shortcuts');
      if (family === 'chromium') {
        const target = await reader.browser.driver.waitForTarget(
          (candidate) => candidate.url().startsWith('chrome://extensions'),
          { timeout: 10_000 },
        );
        expect(target.url()).toBe('chrome://extensions/shortcuts');
        await (await target.asPage()).close();
        return;
      }
      const openPages = () =>
        evaluateInWindow(
          reader.browser.driver,
          'gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec).join()',
        );
      await expect.poll(openPages).toContain('about:addons');
      await evaluateInWindow(
        reader.browser.driver,
        `for (const tab of [...gBrowser.tabs]) {
          if (tab.linkedBrowser.currentURI.spec === 'about:addons') gBrowser.removeTab(tab);
        }`,
      );
    });
  });

  describe('data', () => {
    /** The file the reader would get; the download itself is the browser's. */
    const exported = (): Promise<{ name: string; text: string }> =>
      options.evaluate(async () => {
        let blob: Blob | undefined;
        let name = '';
        const { createObjectURL } = URL;
        const { click } = HTMLAnchorElement.prototype;
        URL.createObjectURL = (data) => {
          blob = data as Blob;
          return createObjectURL(data);
        };
        HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
          name = this.download;
        };
        const buttons = [...document.querySelectorAll('button')];
        buttons.find(({ textContent }) => textContent === 'Save to a file')?.click();
        URL.createObjectURL = createObjectURL;
        HTMLAnchorElement.prototype.click = click;
        return { name, text: (await blob?.text()) ?? '' };
      });
    const load = async (name: string, text: string): Promise<void> => {
      const path = join(folder, name);
      await writeFile(path, text);
      const input = (await options.$('input[type="file"]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(path);
    };
    const items = { 'hidden:kim-jong-un': true, 'site:vg.no': 'off', delay: 600, where: 'all' };

    test('saved to a file, changed, and loaded again: as it was, and the page follows', async () => {
      await store(options, items);
      const others = article.mentions.filter(({ entity }) => entity !== 'kim-jong-un');
      await waitForPainted(tab, others.length);
      await vi.waitFor(async () => expect((await exported()).text).toContain('vg.no'));
      const { name, text } = await exported();
      expect(name).toBe('bakteppe-settings.json');
      await clearStorage(options);
      await store(options, { language: 'ko', 'hidden:vladimir-putin': true });
      await waitForPainted(tab, article.mentions.length - countOf('vladimir-putin'));
      await load(name, text);
      await waitForText(options, 'The settings in the file now apply.');
      await waitForPainted(tab, others.length);
      await expect.poll(() => stored(options)).toEqual(items);
    });

    test('a damaged file changes nothing and says what is wrong with it', async () => {
      await store(options, items);
      for (const [text, reasons] of [
        ['{"format": "bakteppe-', ['It is not JSON.']],
        ['{"bookmarks": []}', ['It contains no Bakteppe settings.']],
        [
          '{"format": "bakteppe-settings", "version": 9, "settings": {}}',
          ['It comes from a newer version of Bakteppe (file version 9).'],
        ],
        [
          '{"format": "bakteppe-settings", "version": 1, "settings": {"delay": -1, "on": "perhaps", "where": "all"}}',
          ['delay cannot be -1.', 'on cannot be "perhaps".'],
        ],
      ] as const) {
        await load('damaged.json', text);
        for (const reason of reasons) await waitForText(options, reason);
        await waitForText(options, 'your settings are as before');
        expect(await stored(options)).toEqual(items);
      }
    });

    test('reset asks first; what is then kept, and what is forgotten', async () => {
      await store(options, { ...items, on: false });
      await waitForPainted(tab, 0);
      await options.bringToFront();
      await pressButton('Reset all settings');
      await options.waitForSelector('dialog[open]');
      await pressButton('Cancel');
      await options.waitForFunction(() => document.querySelector('dialog[open]') === null);
      expect(await stored(options)).toEqual({ ...items, on: false });
      await pressButton('Reset all settings');
      await options.waitForSelector('dialog[open]');
      await pressButton('Reset');
      await waitForText(options, 'All settings have been reset.');
      await waitForPainted(tab, article.mentions.length);
      await expect.poll(() => stored(options)).toEqual({});
      await expect.poll(() => stored(options, 'sync')).toEqual({});
    });
  });

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});

function countOf(entity: string): number {
  return article.mentions.filter((mention) => mention.entity === entity).length;
}
