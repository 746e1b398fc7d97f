/**
 * Frames that are not the page's own, though they stand in it: nothing is painted in them or
 * counted, in either browser. Beside them stand two that are its own, so that there was a look at frames.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitForPainted } from '../../src/tools/watch-page.ts';
import {
  badge,
  createReader,
  fixture,
  openOwnPage,
  openPopup,
  pastDelay,
  type Reader,
  store,
} from './reader.ts';

const article = fixture('en-article');
const NAMES = '<p>Vladimir Putin met Kim Jong-un.</p>';
const ELSEWHERE = 'http://elsewhere.example/embedded';
const INNER = new URL('/inner', article.url);
/** A frame of another origin around a page of the article's own, and one that is sealed off by a header. */
const AROUND = 'http://elsewhere.example/around';
const SEALED = new URL('/sealed', article.url).href;

const STRANGE: Readonly<Record<string, string>> = {
  sandbox: `sandbox="allow-scripts" srcdoc="${NAMES}"`,
  'sandboxed page of the origin': `sandbox="allow-scripts" src="/own"`,
  'sealed by a header': `src="${SEALED}"`,
  data: `src="data:text/html,${encodeURIComponent(NAMES)}"`,
  'another origin': `src="${ELSEWHERE}"`,
  'another origin around its own': `src="${AROUND}"`,
};
const OWN: Readonly<Record<string, string>> = {
  srcdoc: `srcdoc="${NAMES}"`,
  // The script below gives it its address. Its origin is that of the page that made it.
  blob: 'id="blob"',
};
const BLOB = `<script>
  document.getElementById('blob').src =
    URL.createObjectURL(new Blob([${JSON.stringify(NAMES)}], { type: 'text/html' }));
</script>`;

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let tab: Page;
  beforeAll(async () => {
    reader = await createReader(family);
    const { server } = reader;
    // So that no frame is left alone for not being news.
    const options = await openOwnPage(reader, 'options.html');
    await store(options, { where: 'all' });
    await options.close();
    server.serve(new URL('/own', article.url).href, { body: NAMES });
    server.serve(INNER.href, { body: NAMES });
    server.serve(SEALED, {
      body: NAMES,
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
    });
    server.serve(ELSEWHERE, { body: NAMES });
    server.serve(AROUND, {
      body: `${NAMES}<iframe width="500" height="300" src="${INNER.href}"></iframe>`,
    });
    const frames = Object.entries({ ...STRANGE, ...OWN }).map(
      ([name, source]) => `<iframe name="${name}" width="600" height="400" ${source}></iframe>`,
    );
    tab = await reader.open({
      ...article,
      html: article.html.replace('</article>', () => `${frames.join('')}${BLOB}</article>`),
    });
    await waitForPainted(tab, article.mentions.length);
  });
  afterAll(async () => {
    await reader?.close();
  });

  /** How many entries of ours each frame has, by its name. */
  const painted = async (): Promise<Record<string, number>> => {
    const all = await Promise.all(
      tab.frames().map((frame) =>
        frame.evaluate(() => {
          const found = [...CSS.highlights.keys()].filter((key) => key.includes('bakteppe'));
          const at = window.name || location.pathname;
          return [at, found.length + document.adoptedStyleSheets.length] as const;
        }),
      ),
    );
    return Object.fromEntries(all);
  };

  test('its own are read, and no other', async () => {
    const own = Object.keys(OWN);
    await expect
      .poll(
        async () => {
          const seen = await painted();
          return own.filter((name) => !seen[name]);
        },
        { timeout: 10_000 },
      )
      .toEqual([]);
    await pastDelay(tab, 1000);
    const seen = await painted();
    for (const name of [...Object.keys(STRANGE), INNER.pathname]) expect(seen[name], name).toBe(0);
  });

  test('no other is counted', async () => {
    // Two of its own, with two names each.
    const popup = await openPopup(reader, tab);
    await expect.poll(() => badge(popup)).toMatchObject({ text: `${article.mentions.length + 4}` });
    await popup.close();
    expect(reader.errors).toEqual([]);
  });
});
