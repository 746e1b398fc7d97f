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
/** Each frame says itself what it has: a driver may have no way into one for long. */
const NAMES = `<p>Vladimir Putin met Kim Jong-un.</p><script>
  addEventListener('message', ({ source, data }) => {
    if (data !== 'seen?') return;
    const ours = [...CSS.highlights.keys()].filter((key) => key.includes('bakteppe'));
    const count = ours.length + document.adoptedStyleSheets.length;
    source.postMessage({ at: window.name || location.pathname, count }, '*');
  });
</script>`;
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
interface Frame {
  readonly name: string;
  readonly src?: string;
  readonly srcdoc?: string;
}
const BLOB = `<script>
  document.getElementById('blob').src =
    URL.createObjectURL(new Blob([${JSON.stringify(NAMES).replaceAll('</', '<\\/')}], { type: 'text/html' }));
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

  /** How many entries of ours each frame has, by its name; those that are still coming do not answer. */
  const painted = (): Promise<Record<string, number>> =>
    tab.evaluate(async () => {
      const seen: Record<string, number> = {};
      const asking = new AbortController();
      const note = ({ data: { at, count } }: MessageEvent): void => {
        if (at !== undefined) seen[at] = count;
      };
      addEventListener('message', note, { signal: asking.signal });
      const ask = (view: Window): void => {
        for (let at = 0; at < view.length; at++) {
          const inner = view[at] as Window;
          inner.postMessage('seen?', '*');
          ask(inner);
        }
      };
      ask(window);
      await new Promise((done) => setTimeout(done, 200));
      asking.abort();
      return seen;
    });
  const waitForOwn = (names: readonly string[]): Promise<void> =>
    expect
      .poll(
        async () => {
          const seen = await painted();
          return names.filter((name) => !seen[name]);
        },
        { timeout: 30_000 },
      )
      .toEqual([]);
  /** Each has to answer. */
  const expectBare = (names: readonly string[]): Promise<void> =>
    expect
      .poll(async () => {
        const seen = await painted();
        return names.filter((name) => seen[name] !== 0).map((name) => [name, seen[name]]);
      })
      .toEqual([]);

  test('its own are read, and no other', async () => {
    await waitForOwn(Object.keys(OWN));
    await pastDelay(tab, 1000);
    await expectBare([...Object.keys(STRANGE), INNER.pathname]);
  });

  test('no other is counted', async () => {
    // Two of its own, with two names each.
    const popup = await openPopup(reader, tab);
    await expect.poll(() => badge(popup)).toMatchObject({ text: `${article.mentions.length + 4}` });
    await popup.close();
    expect(reader.errors).toEqual([]);
  });

  /** Frames put into the article, one after the other, so many ms apart. */
  const addFrames = (frames: readonly Frame[], apart: number): Promise<void> =>
    tab.evaluate(
      async (all, ms) => {
        for (const each of all) {
          const frame = document.createElement('iframe');
          Object.assign(frame, { width: '600', height: '400', ...each });
          document.querySelector('article')?.append(frame);
          await new Promise((done) => setTimeout(done, ms));
        }
      },
      frames,
      apart,
    );
  const LATE = Array.from({ length: 12 }, (_, at) => `http://elsewhere.example/late-${at}`);

  test('those that come while others go to another origin are all read', async () => {
    // Until its page comes, a frame is the page's own, and empty: there, too, scouts are on their way.
    const gates = LATE.map((url) => {
      const gate = Promise.withResolvers<void>();
      reader.server.serve(url, { body: NAMES, after: gate.promise });
      return gate;
    });
    const own = LATE.map((_, at) => ({ name: `own-${at}`, srcdoc: NAMES }));
    await addFrames(
      LATE.map((src) => ({ name: src, src })),
      0,
    );
    const adding = addFrames(own, 30);
    for (const gate of gates) {
      await tab.evaluate(() => new Promise(requestAnimationFrame));
      gate.resolve();
    }
    await adding;
    await waitForOwn(own.map(({ name }) => name));
    await pastDelay(tab, 1000);
    await expectBare(LATE);
  });

  test('one that does not get done holds up no other, and brings no scout to another origin', async () => {
    const SLOW = new URL('/slow', article.url).href;
    const SCRIPT = new URL('/slow.js', article.url).href;
    const LATER = 'http://elsewhere.example/later';
    const [script, later] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    reader.server.serve(SLOW, { body: `<script src="${SCRIPT}"></script>${NAMES}` });
    reader.server.serve(SCRIPT, { body: '', type: 'text/javascript', after: script.promise });
    reader.server.serve(LATER, { body: NAMES, after: later.promise });
    await addFrames([{ name: 'slow', src: SLOW }], 0);
    await expect.poll(() => reader.server.requests.includes(SCRIPT)).toBe(true);
    await addFrames(
      [
        { name: 'later', src: LATER },
        { name: 'own-beside', srcdoc: NAMES },
      ],
      0,
    );
    await waitForOwn(['own-beside']);
    later.resolve();
    await tab.waitForFunction(
      () => document.querySelector<HTMLIFrameElement>('[name="later"]')?.contentDocument === null,
      { timeout: 10_000, polling: 50 },
    );
    script.resolve();
    await waitForOwn(['slow']);
    await pastDelay(tab, 500);
    await expectBare(['later']);
    expect(reader.errors).toEqual([]);
  });
});
