/** Pages that forbid, restyle, read, press and forge: the card stays what it is (docs/threat-model.md). */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { LONG_PRESS_MS } from '../../src/page/listen-to-touch.ts';
import { openCardRoot } from '../../src/tools/open-card-root.ts';
import { pressInCard, readCard } from '../../src/tools/watch-card.ts';
import { cardIsOpen, hover, pointOn } from '../../src/tools/watch-page.ts';
import { type Additions, mentions, ONLY_IN_CARD, openHostile, pointAt } from './attacking-page.ts';
import {
  endAllNamed,
  type Made,
  pointByScript,
  pressByScript,
  restyleByScript,
  takeOver,
  ways,
} from './page-attacks.ts';
import { changes, type Picture, type Rect, seenMentions, takePicture } from './pixels.ts';
import {
  clearStorage,
  createReader,
  openOwnPage,
  pastDelay,
  type Reader,
  store,
  stored,
} from './reader.ts';

/** Pictures of a busy machine take their time. */
const PATIENCE = { timeout: 10_000 };

const STRICT = {
  'content-security-policy':
    // Firefox asks for a page's icon by itself, and reports that it may not.
    "default-src 'none'; img-src http:; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; report-uri /violated",
};

/** All that a page can write about our element and what it inherits, important or not. */
const RESTYLING = `
  *:not(html, head, body, body *), bakteppe-card, html > bakteppe-card:last-child {
    display: none !important; opacity: 0 !important; visibility: hidden !important;
    transform: scale(0.1) !important; filter: blur(9px) !important; clip-path: inset(50%) !important;
    inset: 300px auto auto 3px !important; width: 9px !important; max-height: 9px !important;
    color: red !important; font: 40px serif !important; letter-spacing: 9px !important;
    direction: rtl !important; unicode-bidi: bidi-override !important; zoom: 3 !important;
    pointer-events: none !important; mix-blend-mode: difference !important; contain: strict !important;
    animation: gone 1ms forwards !important; text-transform: uppercase !important;
  }
  :root { letter-spacing: 0.01px; color-scheme: dark; cursor: none; user-select: none }
  bakteppe-card::part(card), bakteppe-card .card, bakteppe-card::backdrop { display: none !important }
  @keyframes gone { to { opacity: 0; translate: 999px } }
  @keyframes rise { from { opacity: 0 } to { opacity: 0 } }`;

/** Names of tokens are in our source for all to read; registered, they would be the page's. */
const TOKENS = ['paper', 'ink', 'ink-2', 'line', 'edge', 'accent', 'space-2', 'type-text', 'font'];
const REGISTERING = `${TOKENS.map(
  (name) => `@property --${name} { syntax: "<color>"; inherits: false; initial-value: #f0f; }`,
).join('\n')}
bakteppe-card { ${TOKENS.map((name) => `--${name}: #f0f !important;`).join(' ')} }`;

/** The property by which what is seen is leased had this name, for every page to set. */
const GONE = '--bakteppe-gone';
const ENDING_THE_LEASE: readonly [how: string, additions: Additions][] = [
  ['for our element', { css: `bakteppe-card { ${GONE}: none !important }` }],
  ['for all of the page', { css: `*, :root { ${GONE}: none !important }` }],
  [
    'as what it begins with',
    { css: `@property ${GONE} { syntax: "*"; inherits: false; initial-value: none }` },
  ],
];

/** What a script can make up, and the settings by which it would open a card. */
const MADE_UP: readonly [how: Made, settings: Record<string, unknown>][] = [
  ['a pointer that rests', {}],
  ['a finger that taps', {}],
  ['a finger that stays on a link', {}],
  ['a click', { pinByClick: true }],
];

/** A page's fonts under the names of systems' own, asked for as soon as a card would use one. */
const FONTS = ['system-ui', 'Segoe UI', 'Noto Sans', 'Apple SD Gothic Neo', 'Malgun Gothic']
  .concat('Noto Sans CJK KR', 'Noto Sans KR', '-apple-system', 'sans-serif')
  .map((name, at) => `@font-face { font-family: "${name}"; src: url(/font-${at}.woff2); }`)
  .join('\n');

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let own: Page;
  /** The card as it is where nobody touches it. */
  let untouched: { readonly box: Rect; readonly picture: Picture } | undefined;
  beforeAll(async () => {
    reader = await createReader(family);
    own = await openOwnPage(reader, 'options.html');
  });
  afterAll(async () => {
    await reader?.close();
  });

  test('a page that allows no style and no script has all lines and the whole card, to the pixel', async () => {
    const free = await openHostile(reader, { bare: true });
    const freely = await takePicture(free);
    await pointAt(free, 'vladimir-putin');
    const box = await boxOf(free);
    const freeCard = await settled(free, box);
    await free.close();

    const strict = await openHostile(reader, { bare: true, headers: STRICT });
    const strictly = await takePicture(strict);
    await pointAt(strict, 'vladimir-putin');
    expect(await boxOf(strict)).toEqual(box);
    await expect
      .poll(async () => different(freeCard, await takePicture(strict, false), box), PATIENCE)
      .toBe(0);
    expect((await readCard(strict, family)).text).toContain(ONLY_IN_CARD);
    await strict.keyboard.press('Escape');

    const seen = await seenMentions(strict);
    expect(seen.map(({ entity, text }) => ({ entity, text }))).toEqual(mentions);
    await store(own, { on: false });
    await expect.poll(() => strict.evaluate(() => CSS.highlights.size)).toBe(0);
    const unpainted = await takePicture(strict);
    await store(own, { on: true });
    for (const { text, rects } of seen) {
      for (const rect of rects.map(roomy)) {
        expect(changes(unpainted, strictly, rect).length, text).toBeGreaterThan(0);
        expect(changes(freely, strictly, rect).length, text).toBe(0);
      }
    }
    const violated = reader.server.requests.filter((url) => url.includes('violated'));
    expect(violated, 'our own work breaks the page’s policy').toEqual([]);
    await strict.close();
  });

  test.each<readonly [how: string, additions: Additions]>([
    ['rules for our element, all of them important', { css: RESTYLING }],
    ['our tokens registered as properties of the page', { css: REGISTERING }],
    ['style, attributes and animations set by a script', { script: `(${restyleByScript})();` }],
    ...ENDING_THE_LEASE.map(
      ([how, additions]) => [`an end of our lease, ${how}`, additions] as const,
    ),
    ['an end of all that our sheets on the page name', { script: `(${endAllNamed})();` }],
  ])('what a page cannot restyle with: %s', async (_, additions) => {
    untouched ??= await cardOnPlainPage(reader);
    const { box, picture } = untouched;
    const tab = await openHostile(reader, additions);
    await hover(tab, 'vladimir-putin');
    const now = await boxOf(tab);
    expect([now.right - now.left, now.bottom - now.top]).toEqual([
      box.right - box.left,
      box.bottom - box.top,
    ]);
    await expect
      .poll(async () => different(picture, await takePicture(tab, false), box, now), PATIENCE)
      .toBe(0);
    await tab.close();
  });

  test.each(ENDING_THE_LEASE)('no line goes with an end of our lease, %s', async (_, additions) => {
    const tab = await openHostile(reader, additions);
    const painted = await takePicture(tab);
    const seen = await seenMentions(tab);
    await store(own, { on: false });
    await expect.poll(() => tab.evaluate(() => CSS.highlights.size)).toBe(0);
    const unpainted = await takePicture(tab);
    await store(own, { on: true });
    expect(seen.map(({ text }) => text)).toEqual(mentions.map(({ text }) => text));
    for (const { text, rects } of seen) {
      for (const rect of rects.map(roomy)) {
        expect(changes(unpainted, painted, rect).length, text).toBeGreaterThan(0);
      }
    }
    await tab.close();
  });

  test('no font of the page is asked for by a card, in scripts that need more than one', async () => {
    await store(own, { language: 'ko' });
    onTestFinished(() => store(own, { language: 'automatic' }));
    const tab = await openHostile(reader, { css: FONTS, bare: true });
    const asked = () => reader.server.requests.filter((url) => url.includes('/font-'));
    // Firefox sets the page's own fields in a family that the page has made its own.
    const byThePage = await settled(tab, { left: 0, top: 0, right: 400, bottom: 400 }).then(asked);
    await hover(tab, 'vladimir-putin');
    expect((await readCard(tab, family)).text).toMatch(/\p{Script=Hangul}{2}/u);
    await settled(tab, await boxOf(tab));
    expect(asked()).toEqual(byThePage);
    await tab.close();
  });

  test('a page that makes our element its own gets neither the card nor what it says', async () => {
    const tab = await openHostile(reader, { script: `(${takeOver})();` });
    await hover(tab, 'vladimir-putin');
    expect((await readCard(tab, family)).text).toContain(ONLY_IN_CARD);
    const { log, read } = await tab.evaluate(() => {
      const { taken } = globalThis as unknown as { taken: { log: string[]; read(): string } };
      return { log: taken.log, read: taken.read() };
    });
    expect(read, log.join(', ')).toBe('');
    expect(await ways(tab)).toEqual([]);
    expect(reader.errors).toEqual([]);
    await tab.close();
  });

  test.each(MADE_UP)('no card opens by what a script makes up: %s', async (how, settings) => {
    await store(own, settings);
    onTestFinished(() => clearStorage(own));
    const tab = await openHostile(reader, {});
    await tab.evaluate(pointByScript, how);
    // A card that is about to open would be open then.
    await pastDelay(tab, LONG_PRESS_MS);
    expect(await cardIsOpen(tab)).toBe(false);
    await hover(tab, 'vladimir-putin');
    await tab.close();
  });

  test('nothing in a card is pressed by what a script makes up, nor is the card taken away', async () => {
    const tab = await openHostile(reader, {});
    await hover(tab, 'vladimir-putin');
    await pressInCard(tab, family, 'More');
    // The worst case: a page that has got hold of the card's inside (see the threat model).
    await openCardRoot(tab, family);
    const settings = await stored(own);
    const tabs = (await reader.browser.driver.pages()).length;
    const isLeftAlone = async (item: string): Promise<void> => {
      await expect
        .poll(() => readCard(tab, family))
        .toHaveProperty('text', expect.stringContaining(item));
      const { text } = await readCard(tab, family);
      const toggles = await tab.evaluate(pressByScript);
      await pastDelay(tab, 500);
      expect(await cardIsOpen(tab)).toBe(true);
      expect((await readCard(tab, family)).text).toBe(text);
      expect((await reader.browser.driver.pages()).length).toBe(tabs);
      expect(await stored(own)).toEqual(settings);
      expect(toggles).toBe(0);
    };
    await isLeftAlone('Stop highlighting');
    await pressInCard(tab, family, 'Report an error');
    await isLeftAlone('Cancel');
    await tab.close();
  });

  test('a page’s forged cards stay its own: ours is the one in the top layer', async () => {
    const tab = await openHostile(reader, {});
    await tab.evaluate(() => {
      for (const parent of [document.body, document.documentElement]) {
        const forged = document.createElement('bakteppe-card');
        forged.popover = 'manual';
        forged.attachShadow({ mode: 'open' }).innerHTML =
          '<section class="card" role="dialog" aria-label="Forged">Forged facts</section>';
        parent.append(forged);
        forged.showPopover();
      }
    });
    await tab.evaluate(() => {
      for (const forged of document.querySelectorAll('bakteppe-card')) {
        (forged as HTMLElement).hidePopover();
      }
    });
    const { x, y } = await pointOn(tab, 'vladimir-putin');
    await tab.mouse.move(x + 40, y + 120);
    await tab.mouse.move(x, y, { steps: 12 });
    await tab.waitForFunction(
      () => document.documentElement.lastElementChild?.matches('bakteppe-card:popover-open'),
      { timeout: 10_000, polling: 50 },
    );
    const top = await tab.evaluate(() => {
      const { x, y } = (
        document.documentElement.lastElementChild as Element
      ).getBoundingClientRect();
      const at = document.elementFromPoint(x + 20, y + 20);
      return [at === document.documentElement.lastElementChild, at?.shadowRoot ?? 'closed'];
    });
    expect(top).toEqual([true, 'closed']);
    await tab.close();
  });
});

async function cardOnPlainPage(reader: Reader): Promise<{ box: Rect; picture: Picture }> {
  const plain = await openHostile(reader, {});
  await hover(plain, 'vladimir-putin');
  const box = await boxOf(plain);
  const picture = await settled(plain, box);
  await plain.close();
  return { box, picture };
}

/** Where the open card is, in pixels of a picture of what is in view. */
function boxOf(page: Page): Promise<Rect> {
  return page.evaluate(() => {
    const { left, top, right, bottom } = (
      document.documentElement.lastElementChild as Element
    ).getBoundingClientRect();
    return { left, top, right, bottom };
  });
}

/** The page once its card is wholly there: the same in two pictures one after the other. */
async function settled(page: Page, box: Rect): Promise<Picture> {
  let last = await takePicture(page, false);
  const change = async (): Promise<number> => {
    const before = last;
    last = await takePicture(page, false);
    return different(before, last, box);
  };
  await expect.poll(change, PATIENCE).toBe(0);
  return last;
}

/** Pixels that differ within the box, its rounded corners left out; the box may be elsewhere in the second. */
function different(before: Picture, now: Picture, box: Rect, nowBox: Rect = box): number {
  const [dx, dy] = [nowBox.left - box.left, nowBox.top - box.top].map(Math.round) as [
    number,
    number,
  ];
  const moved: Picture = { ...now, at: (x, y) => now.at(x + dx, y + dy) };
  const inner = {
    left: box.left + 13,
    top: box.top + 13,
    right: box.right - 13,
    bottom: box.bottom - 13,
  };
  const isSmall = inner.right <= inner.left || inner.bottom <= inner.top;
  return changes(before, moved, isSmall ? box : inner).length;
}

/** Lines stand a little below the words. */
function roomy({ left, top, right, bottom }: Rect): Rect {
  return { left, top, right, bottom: bottom + 4 };
}
