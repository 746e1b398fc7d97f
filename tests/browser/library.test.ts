/** The facts library, worked with keys and pointer, in both browsers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readData } from '../../src/tools/read-data.ts';
import { spokenTree } from '../../src/tools/spoken-tree.ts';
import { createReader, openOwnPage, type Reader } from './reader.ts';

const { data, texts } = readData();
const ALL = data.facts.map(({ id }) => id);

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let page: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    page = await openOwnPage(reader, 'library.html');
  });
  afterAll(async () => {
    await reader?.close();
  });

  const open = async (address: string): Promise<void> => {
    const before = page;
    page = await openOwnPage(reader, `library.html${address}`);
    await page.bringToFront();
    await before.close();
  };
  /** Ids of the facts shown, companions in brackets. */
  const shown = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('.entry')].map(({ id, classList }) =>
        classList.contains('companion') ? `(${id})` : id,
      ),
    );
  const marked = (): Promise<string[]> =>
    page.evaluate(() => [...document.querySelectorAll('.entry mark')].map((m) => m.textContent));
  const textOf = (selector: string): Promise<string> =>
    page.evaluate((css) => document.querySelector(css)?.textContent ?? '', selector);
  const tick = (value: string): Promise<void> =>
    page.evaluate(
      (v) => document.querySelector<HTMLElement>(`.value [value="${v}"]`)?.click(),
      value,
    );
  const countOf = (value: string): Promise<string | null | undefined> =>
    page.evaluate(
      (v) =>
        document
          .querySelector(`.value [value="${v}"]`)
          ?.closest('label')
          ?.querySelector('.value-count')?.textContent,
      value,
    );
  const search = (): Promise<string> => page.evaluate(() => location.search + location.hash);
  const back = (): Promise<void> => page.evaluate(() => history.back());
  const focused = (): Promise<string> =>
    page.evaluate(() => {
      const { id, className } = document.activeElement as HTMLElement;
      return id || String((className as unknown as SVGAnimatedString).baseVal ?? className);
    });

  test('all facts, each with claimant, kind as a shape and a word, date, place', async () => {
    await open('');
    expect(await shown()).toEqual(ALL);
    expect(await textOf('#artillery-shells .meta')).toBe(
      'ClaimSouth Korean authoritiesJune 2024paragraph 5',
    );
    expect(await page.evaluate(() => document.querySelectorAll('.entry .kind svg').length)).toBe(
      ALL.length,
    );
  });

  test('filters narrow each other, say counts, are in the address, and Back undoes them', async () => {
    await open('');
    expect(await countOf('quote')).toBe('5');
    await tick('vladimir-putin');
    await tick('quote');
    expect(await search()).toBe('?about=vladimir-putin&kind=quote');
    const both = await shown();
    expect(both).toEqual([
      'military-operation-quote',
      'thanks-for-support',
      'putin-on-mutual-help',
      'strategic-stability-quote',
    ]);
    expect(await textOf('.count')).toBe('4 facts');
    expect(await countOf('kim-jong-un')).toBe('4');
    await back();
    await expect.poll(search).toBe('?about=vladimir-putin');
    await expect.poll(shown).not.toEqual(both);
    await back();
    await expect.poll(shown).toEqual(ALL);
  });

  test('the address alone brings the view back, and each choice can be taken away again', async () => {
    await open('?claimant=us-authorities&topic=missile-programme');
    expect(await shown()).toEqual(['missile-technology-fear', '(missile-help-denied)']);
    expect(await textOf('.count')).toBe('1 fact');
    const chip = '[aria-label="Remove the filter US authorities"]';
    await page.click(chip);
    expect(await shown()).toEqual(['missile-technology-fear', 'missile-help-denied']);
    await page.click('.results-head .link');
    expect(await shown()).toEqual(ALL);
    expect(await search()).toBe('');
  });

  test('search as you type: every word required, accents and case aside, hits marked', async () => {
    await open('');
    await page.type('.query', 'SHELL south');
    await expect.poll(shown).toEqual(['artillery-shells']);
    expect(await marked()).toEqual(['South', 'shell', 'South', 'shell']);
    expect(await search()).toBe('?q=SHELL%20south');
    // Typing is one step: Back takes the whole search away.
    await back();
    await expect.poll(shown).toEqual(ALL);
    expect(await marked()).toEqual([]);
  });

  test.each([
    ['nb', 'sorkoreanske', 'Sørkoreanske'],
    ['nn', 'granat', 'granat'],
    ['en', 'shells', 'shells'],
    ['de', 'sudkor', 'Südkor'],
    ['fr', 'sud-coreennes', 'sud-coréennes'],
    ['es', 'ARTILLERIA', 'artillería'],
    ['ru', 'снаряд', 'снаряд'],
    ['uk', 'снаряд', 'снаряд'],
    ['ko', '포탄', '포탄'],
    ['ja', '砲弾', '砲弾'],
    ['zh', '炮弹', '炮弹'],
    ['ar', 'القذائف المدفعيه', 'المدفعية'],
  ])('search in %s: %s', async (lang, query, piece) => {
    await open(`?lang=${lang}&q=${encodeURIComponent(query)}`);
    expect(await shown()).toContain('artillery-shells');
    expect((await marked()).map((m) => m.toLowerCase())).toContain(piece.toLowerCase());
    // Marks are put into the text and change none of it.
    const { lead = '', text = '' } =
      texts.find((t) => t.lang === lang)?.facts['artillery-shells'] ?? {};
    const sentence = await textOf('#artillery-shells .sentence');
    expect(sentence.startsWith(lead) && sentence.endsWith(text), sentence).toBe(true);
  });

  test('in all languages: the sentence that holds the words comes along, marked', async () => {
    await open(`?lang=en&q=${encodeURIComponent('лимузин')}`);
    expect(await shown()).toEqual([]);
    await page.click('.tick input');
    await expect.poll(shown).toEqual(['limousine']);
    expect(await marked()).toContain('лимузин');
    expect(await search()).toContain('all=1');
    expect(
      await page.evaluate(() =>
        document.querySelector('mark')?.closest('[lang]')?.getAttribute('lang'),
      ),
    ).toBe('ru');
  });

  test('nothing fits: it says so, and one press shows everything again', async () => {
    await open('?q=xyzzy');
    expect(await textOf('.count')).toBe('No facts match the search and filters.');
    await page.click('.results-head .link');
    await expect.poll(shown).toEqual(ALL);
  });

  test('two languages side by side, each set in its own direction', async () => {
    await open('?lang=ja');
    await page.select('.field:last-child select', 'ar');
    await expect.poll(search).toBe('?lang=ja&with=ar');
    const versions = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('#limousine .sentence')].map((p) => ({
        lang: p.lang,
        direction: getComputedStyle(p).direction,
        top: p.getBoundingClientRect().top,
      })),
    );
    expect(versions.map(({ lang, direction }) => `${lang} ${direction}`)).toEqual([
      'ja ltr',
      'ar rtl',
    ]);
    expect(versions[0]?.top).toBe(versions[1]?.top);
    // The page's own language is chosen beside it, and turns the whole page.
    await page.select('.field:nth-last-child(2) select', 'ar');
    await page.waitForFunction(() => document.documentElement.dir === 'rtl', { polling: 50 });
    expect(await textOf('h1')).toBe('كل المعلومات');
    // No language stands beside itself.
    expect(
      await page.evaluate(() => document.querySelectorAll('#limousine .sentence').length),
    ).toBe(1);
  });

  test('ties lead to the other fact, out of the filters where it is outside them', async () => {
    await open('');
    const follow = (id: string, label: string): Promise<void> =>
      page.evaluate(
        (from, name) => {
          const rows = [...document.querySelectorAll(`#${from} .ties > div`)];
          const row = rows.find((div) => div.querySelector('dt')?.textContent === name);
          row?.querySelector('a')?.click();
        },
        id,
        label,
      );
    await follow('missile-technology-fear', 'Denied by');
    await expect.poll(focused).toBe('missile-help-denied');
    expect(await search()).toBe('#missile-help-denied');
    await follow('missile-help-denied', 'Denies');
    await expect.poll(focused).toBe('missile-technology-fear');
    await open('?kind=analysis&topic=uncertainty&lang=en');
    expect(await shown()).toEqual(['how-close-unclear']);
    await follow('how-close-unclear', 'Caveat about');
    await expect.poll(focused).toBe('agreement-signed');
    expect(await search()).toBe('?lang=en#agreement-signed');
    await follow('agreement-signed', 'Caveat');
    await expect.poll(focused).toBe('how-close-unclear');
  });

  test('an address with a fact goes to that fact', async () => {
    await open('#both-gained');
    await expect.poll(focused).toBe('both-gained');
    const isInView = await page.evaluate(() => {
      const { top, bottom } = document.querySelector('#both-gained')?.getBoundingClientRect() ?? {};
      return (top ?? -1) >= 0 && (bottom ?? Infinity) <= innerHeight;
    });
    expect(isInView).toBe(true);
  });

  test('the overview: one Tab stop, arrow keys from fact to fact, Enter goes there', async () => {
    await open('');
    expect(
      await page.evaluate(() => document.querySelectorAll('.column[tabindex="0"]').length),
    ).toBe(1);
    await page.evaluate(() =>
      document.querySelector<SVGAElement>('.column[tabindex="0"]')?.focus(),
    );
    const looked = (): Promise<string> => textOf('.looked');
    for (const [key, id] of [
      ['ArrowRight', ALL[1]],
      ['ArrowRight', ALL[2]],
      ['ArrowLeft', ALL[1]],
      ['End', ALL.at(-1)],
      ['ArrowRight', ALL.at(-1)],
      ['Home', ALL[0]],
    ] as const) {
      await page.keyboard.press(key);
      const { lead = '' } = texts.find(({ lang }) => lang === 'en')?.facts[id ?? ''] ?? {};
      await expect.poll(looked, { message: key }).toContain(lead);
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href')), key).toBe(
        `?#${id}`,
      );
    }
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('both-gained');
  });

  test('the overview goes from right to left with its language', async () => {
    await open('?lang=ar');
    const column = (n: number) =>
      page.evaluate((at) => {
        const box = document.querySelector(`.column:nth-child(${at})`)?.getBoundingClientRect();
        return box?.left ?? 0;
      }, n);
    expect(await column(1)).toBeGreaterThan(await column(2));
    await page.evaluate(() => document.querySelector<SVGAElement>('.column')?.focus());
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      `?lang=ar#${ALL[1]}`,
    );
  });

  test('the overview says in words what it draws, and dims what is filtered out', async () => {
    await open('');
    expect(await textOf('.column:nth-child(5) title')).toBe(
      'Claim, paragraph 5: South Korean authorities say North Korea has already sent Russia millions of artillery shells. About: Kim Jong-un and Vladimir Putin',
    );
    const spoken = async (): Promise<string[]> =>
      (await spokenTree(page, family))
        .map(({ name }) => name)
        .filter((name) => /^Claim, paragraph 5: South Korean.*Putin$/.test(name));
    // Firefox's accessibility service comes a moment after it is asked for.
    await expect.poll(spoken, { timeout: 20_000, interval: 200 }).toHaveLength(1);
    await tick('time-magazine');
    expect(
      await page.evaluate(() => document.querySelectorAll('.column:not(.outside)').length),
    ).toBe(1);
  });

  test('the overview as a table: each figure leads to that many facts', async () => {
    await open('');
    await page.evaluate(() => {
      const { children } = document.querySelectorAll('.as-table tbody tr')[5] as HTMLElement;
      children[2]?.querySelector('a')?.click();
    });
    expect(await search()).toBe('?about=vladimir-putin&claimant=vladimir-putin');
    expect((await shown()).filter((id) => !id.startsWith('('))).toHaveLength(4);
    expect(await textOf('.count')).toBe('4 facts');
  });

  test('a citation is copied as text, Markdown and JSON-LD, and that is said politely', async () => {
    await open('#missile-technology-fear');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#missile-technology-fear .cite summary')?.click();
      const paper = document.createElement('textarea');
      paper.id = 'paper';
      document.body.append(paper);
    });
    const copied = async (format: string): Promise<string> => {
      const button = await page.waitForSelector(`::-p-text(Copy as ${format})`);
      await button?.click();
      await page.waitForFunction(
        (said) => document.querySelector('.said[role="status"]')?.textContent === said,
        { polling: 50 },
        `Copied as ${format}.`,
      );
      await page.evaluate(() => {
        const paper = document.querySelector<HTMLTextAreaElement>('#paper');
        if (paper) paper.value = '';
        paper?.focus();
      });
      await page.keyboard.down('Control');
      await page.keyboard.press('v');
      await page.keyboard.up('Control');
      const paste = (): Promise<string> =>
        page.evaluate(() => document.querySelector<HTMLTextAreaElement>('#paper')?.value ?? '');
      await expect.poll(paste).not.toBe('');
      return paste();
    };
    expect(await copied('plain text')).toContain('\nDenied by: Russia and North Korea both deny');
    expect(await copied('Markdown')).toContain('> **Denied by**: Russia and North Korea both deny');
    const graph = JSON.parse(await copied('JSON-LD'))['@graph'] as { id: string }[];
    expect(graph.map(({ id }) => id)).toEqual([
      'urn:bakteppe:annotation:missile-technology-fear',
      'urn:bakteppe:annotation:missile-help-denied',
      'urn:bakteppe:annotation:missile-help-denied-replying-missile-technology-fear',
    ]);
  });

  test('with keys alone: search, filter, take it away, cite', async () => {
    await open('?lang=en');
    const tabTo = async (selector: string): Promise<void> => {
      for (let press = 0; press < 60; press++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((css) => document.activeElement?.matches(css), selector)) return;
      }
      throw new Error(`Tab does not lead to ${selector}`);
    };
    await tabTo('.query');
    await page.keyboard.type('missile');
    await tabTo('[value="us-authorities"]');
    await page.keyboard.press(' ');
    await expect.poll(shown).toEqual(['missile-technology-fear', '(missile-help-denied)']);
    // The counts of its own facet stand, so that a second value can be added.
    expect(await countOf('unnamed')).toBe('1');
    await tabTo('.chip');
    await page.keyboard.press('Enter');
    await expect.poll(shown).toHaveLength(3);
    // The pressed button is gone; the focus is where it was and not at the page's start.
    expect(await focused()).toBe('results-head');
    await tabTo('.cite summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.formats');
    await tabTo('.formats button:nth-child(2)');
    await page.keyboard.press('Enter');
    await expect.poll(() => textOf('.said')).toBe('Copied as Markdown.');
  });

  test('a list of filters stays open when its last choice is taken away', async () => {
    await open('?topic=gifts');
    const isOpen = (): Promise<boolean | undefined> =>
      page.evaluate(() => document.querySelector<HTMLDetailsElement>('.facet:last-child')?.open);
    expect(await isOpen()).toBe(true);
    await tick('gifts');
    await expect.poll(shown).toEqual(ALL);
    expect(await isOpen()).toBe(true);
  });

  test('a search goes through a change of language and filters, and nothing breaks', async () => {
    await open('?q=kim&lang=en');
    await page.select('.field:nth-last-child(2) select', 'ru');
    await expect.poll(shown).toEqual([]);
    await page.select('.field:nth-last-child(2) select', 'nb');
    await expect.poll(async () => (await marked()).every((m) => m === 'Kim')).toBe(true);
    await page.type('.query', ' putin');
    await page.click('.results-head .link');
    await expect.poll(shown).toEqual(ALL);
    expect(await textOf('#limousine .sentence')).toContain('Aurus');
    expect(reader.errors).toEqual([]);
  });
});
