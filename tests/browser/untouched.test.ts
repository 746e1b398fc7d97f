/**
 * What is not for reading stays as it is, what the page painted and styled itself stays, and
 * the page's tree is the same before and after, but for the one element that holds the card.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/tools/read-data.ts';
import { hover, painted, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, openOwnPage, type Reader, store } from './reader.ts';

const PAGE = readFileSync(join(ROOT, 'tests/fixtures/hostile/untouched.html'), 'utf8');
const PUTIN = { entity: 'vladimir-putin', text: 'Vladimir Putin' };
const KIM = { entity: 'kim-jong-un', text: 'Kim Jong-un' };

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let own: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    own = await openOwnPage(reader, 'options.html');
    await store(own, { where: 'all' });
  });
  afterAll(async () => {
    await reader?.close();
  });

  let count = 0;
  const open = async (script = ''): Promise<Page> => {
    const tab = await reader.open({
      url: `http://untouched.example.org/${++count}`,
      html: PAGE.replace('<!--script-->', `<script>${script}</script>`),
    });
    await waitForPainted(tab, 2);
    return tab;
  };

  test('editors, fields, code, formulas and drawings are left alone', async () => {
    const tab = await open();
    expect(await painted(tab)).toEqual([PUTIN, KIM]);
    await tab.close();
  });

  test('text that somebody begins to write in is left alone from then on', async () => {
    const tab = await open();
    const write = (how: string): Promise<void> =>
      tab.evaluate((value) => {
        document.getElementById('later')?.setAttribute('contenteditable', value);
      }, how);
    await write('true');
    await waitForPainted(tab, 1);
    expect(await painted(tab)).toEqual([PUTIN]);
    await write('false');
    await waitForPainted(tab, 2);
    await tab.close();
  });

  test('nothing is painted while the whole document is being written', async () => {
    const tab = await open();
    await tab.evaluate(() => {
      document.designMode = 'on';
    });
    await waitForPainted(tab, 0);
    await tab.evaluate(() => {
      document.designMode = 'off';
    });
    await waitForPainted(tab, 2);
    await tab.close();
  });

  test('the tree is the same before and after, but for the card', async () => {
    const tab = await open(
      `addEventListener('DOMContentLoaded', () => { window.before = document.documentElement.outerHTML; });
       new MutationObserver((records) => { window.changes = (window.changes ?? []).concat(
         records.flatMap(({ type, target, addedNodes, removedNodes }) =>
           [type, target.nodeName, ...[...addedNodes, ...removedNodes].map(({ nodeName }) => nodeName)].join(' '))); })
         .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
       addEventListener('DOMContentLoaded', () => setTimeout(() => { window.changes = []; }));`,
    );
    const seen = (): Promise<{ html: string; before: string }> =>
      tab.evaluate(() => {
        const { before } = globalThis as unknown as { before: string };
        return { html: document.documentElement.outerHTML, before };
      });
    expect((await seen()).html).toBe((await seen()).before);
    await hover(tab, 'vladimir-putin');
    const { html, before } = await seen();
    expect(html.replace(/<bakteppe-card[^>]*><\/bakteppe-card>(?=<\/html>$)/, '')).toBe(before);
    await store(own, { on: false });
    await waitForPainted(tab, 0);
    await tab.waitForFunction(() => document.querySelector('bakteppe-card') === null, {
      polling: 50,
    });
    expect((await seen()).html).toBe(before);
    const changes = await tab.evaluate(
      () => (globalThis as unknown as { changes: string[] }).changes,
    );
    const isOurs = (change: string): boolean =>
      /^(childList HTML BAKTEPPE-CARD|attributes BAKTEPPE-CARD)$/.test(change);
    expect(changes.filter((change) => !isOurs(change))).toEqual([]);
    await store(own, { on: true });
    await tab.close();
  });

  test('highlights and style sheets of the page stay, with us and after us', async () => {
    const tab = await open(
      `addEventListener('DOMContentLoaded', () => {
         const range = new Range();
         range.selectNodeContents(document.querySelector('h1').firstChild);
         window.found = new Highlight(range);
         CSS.highlights.set('found', window.found);
         CSS.highlights.set('like-bakteppe', new Highlight(range));
         window.sheets = ['p { margin-left: 7px }', '::highlight(found) { color: rgb(1, 2, 3) }'].map((css) => {
           const sheet = new CSSStyleSheet();
           sheet.replaceSync(css);
           return sheet;
         });
         document.adoptedStyleSheets = window.sheets;
       });`,
    ).catch(() => undefined);
    if (!tab) throw new Error('the page was not annotated');
    const kept = (): Promise<unknown> =>
      tab.evaluate(() => {
        const { found, sheets } = globalThis as unknown as {
          found: Highlight;
          sheets: CSSStyleSheet[];
        };
        const paragraph = document.getElementById('first') as Element;
        return {
          isTheirs: CSS.highlights.get('found') === found,
          size: found.size,
          like: CSS.highlights.get('like-bakteppe')?.size,
          sheets: sheets.map((sheet) => document.adoptedStyleSheets.indexOf(sheet)),
          others: document.styleSheets.length,
          margin: getComputedStyle(paragraph).marginLeft,
          colour: getComputedStyle(document.querySelector('h1') as Element, '::highlight(found)')
            .color,
        };
      });
    const untouched = await kept();
    expect(untouched).toMatchObject({
      isTheirs: true,
      size: 1,
      like: 1,
      sheets: [0, 1],
      margin: '7px',
    });
    await hover(tab, 'vladimir-putin');
    expect(await kept()).toEqual(untouched);
    await store(own, { on: false });
    await tab.waitForFunction(() => CSS.highlights.size === 2, { polling: 50 });
    expect(await kept()).toEqual(untouched);
    expect(await tab.evaluate(() => document.adoptedStyleSheets.length)).toBe(2);
    await store(own, { on: true });
    await tab.close();
  });

  test('no error', () => {
    expect(reader.errors).toEqual([]);
  });
});
