/** Pages that are long, and pages that grow: the same highlights as if all had been there at once. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, type Reader } from './reader.ts';

const ARTICLE = fixture('en-article');
const URL = 'http://long.example/news/article';
const PARAGRAPHS = 12_000;
/** Every so many paragraphs name the two men. */
const NAMED_EVERY = 40;

function paragraph(at: number): string {
  const named = 'President Vladimir Putin flew to Pyongyang to see Kim Jong-un. ';
  return `<p id="p${at}">${at % NAMED_EVERY === 0 ? named : ''}The ministers met again on Tuesday.</p>`;
}

function page(inner: string, script = ''): string {
  const head = /<head>[\s\S]*<\/head>/.exec(ARTICLE.html)?.[0] ?? '';
  return `<!doctype html><html lang="en">${head}<body><article>${inner}</article>${script}</body></html>`;
}

/** Notes in which paragraphs the first highlights stand, and how often the page has a turn until all are there. */
function watchFirst(count: number): string {
  return `<script>
    document.getElementById('p${PARAGRAPHS / 2}').scrollIntoView({ behavior: 'instant' });
    globalThis.seen = { first: [], turns: 0 };
    const beat = new MessageChannel();
    beat.port1.onmessage = () => {
      const all = CSS.highlights.get('bakteppe-vladimir-putin') ?? new Set();
      if (all.size > 0 && seen.first.length === 0) {
        seen.first = [...all].map((range) => Number(range.startContainer.parentElement.id.slice(1)));
      }
      if (all.size > 0 && all.size < ${count}) seen.turns++;
      if (all.size < ${count}) beat.port2.postMessage(0);
    };
    beat.port2.postMessage(0);
  </script>`;
}

/** Every entry of the registry by its name, with the words of its ranges and where they stand. */
function entries(tab: Page): Promise<Record<string, string[]>> {
  return tab.evaluate(() => {
    const found: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
      if (!name.includes('bakteppe')) continue;
      found[name] = [...highlight]
        .map((range) => {
          const holder = range.startContainer.parentElement?.closest('[id]');
          return `${holder?.id}: ${range}`;
        })
        .sort();
    }
    return found;
  });
}

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader(family);
  });
  afterAll(async () => {
    await reader?.close();
  });

  test('a long page: what its reader sees comes first, and the page has its turns', async () => {
    const count = PARAGRAPHS / NAMED_EVERY;
    const text = Array.from({ length: PARAGRAPHS }, (_, at) => paragraph(at)).join('\n');
    const tab = await reader.open({ url: URL, html: page(text, watchFirst(count)) });
    await waitForPainted(tab, count * 2);
    const { first, turns } = await tab.evaluate(
      () => (globalThis as unknown as { seen: { first: number[]; turns: number } }).seen,
    );
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(count / 10);
    for (const at of first) expect(Math.abs(at - PARAGRAPHS / 2)).toBeLessThan(200);
    expect(turns).toBeGreaterThan(1);
    await tab.close();
  });

  test('a lone name far down, across two elements, behind words and code that only look like it', async () => {
    // The scout reads 200,000 units at a time: the name begins in one stretch and ends in the next.
    const begin = 'Computing went on; so did ';
    const filler = 'the ministers met again. '.repeat(8000).slice(0, 199_996 - begin.length);
    const inner = `<p>${begin}${filler} Pu<b>tin</b> came.</p><p>They said <code>Putin</code>.</p>`;
    reader.server.serve(URL, { body: page(inner) });
    const tab = await reader.browser.driver.newPage();
    await tab.goto(URL, { waitUntil: 'load' });
    await waitForPainted(tab, 1);
    await tab.close();
  });

  test('text that a script shows is seen when other text comes, without a press', async () => {
    const box = `<div id="box" style="display: none">${paragraph(NAMED_EVERY)}</div>`;
    const tab = await reader.open({ url: URL, html: page(paragraph(0) + box) });
    await waitForPainted(tab, 2);
    const more = () =>
      tab.evaluate(() => {
        (document.getElementById('box') as HTMLElement).style.display = 'block';
        const p = document.createElement('p');
        p.textContent = 'More was said.';
        document.querySelector('article')?.append(p);
        return CSS.highlights.get('bakteppe-vladimir-putin')?.size;
      });
    await expect.poll(more, { timeout: 8000, interval: 100 }).toBe(2);
    await tab.close();
  });

  test('text that is appended, put before, put between, moved and taken away', async () => {
    const part = (at: number): string =>
      `<section id="s${at}"><h2 id="h${at}">Part ${at}</h2>${[0, 1, 2].map((n) => paragraph((at * 3 + n) * NAMED_EVERY)).join('')}</section>`;
    const tab = await reader.open({ url: URL, html: page(part(1) + part(2)) });
    await waitForPainted(tab, 12);
    const steps: [what: string, count: number, html: string][] = [
      ['appended', 18, part(3)],
      ['appended once more', 24, part(4)],
      ['put before', 30, part(5)],
      ['put between', 36, part(6)],
      ['moved to the end', 36, ''],
      ['a heading in a part', 36, '<h2 id="new">Another heading</h2>'],
      ['taken away', 30, ''],
      ['appended at last', 36, part(7)],
    ];
    for (const [what, count, html] of steps) {
      await tab.evaluate(
        (how, text) => {
          const article = document.querySelector('article') as HTMLElement;
          const at = (id: string) => document.getElementById(id) as HTMLElement;
          if (how === 'put before') article.insertAdjacentHTML('afterbegin', text);
          else if (how === 'put between') at('s2').insertAdjacentHTML('beforebegin', text);
          else if (how.startsWith('moved')) article.append(at('s1'));
          else if (how.startsWith('a heading')) at('p160').insertAdjacentHTML('beforebegin', text);
          else if (how === 'taken away') at('s3').remove();
          else article.insertAdjacentHTML('beforeend', text);
        },
        what,
        html,
      );
      await waitForPainted(tab, count);
      const now = await tab.evaluate(() => document.querySelector('article')?.innerHTML ?? '');
      const whole = await reader.open({ url: `${URL}-at-once`, html: page(now) });
      await waitForPainted(whole, count);
      const wanted = await entries(whole);
      await whole.close();
      await tab.bringToFront();
      await expect.poll(() => entries(tab), { timeout: 5000, message: what }).toEqual(wanted);
    }
    expect(reader.errors).toEqual([]);
    await tab.close();
  });
});
