/** The main job, as a reader meets it, in both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cardContent } from '../../src/core/card-content.ts';
import { DWELL_MS, GRACE_MS } from '../../src/core/card-state.ts';
import { readData } from '../../src/tools/read-data.ts';
import { pressInCard, readCard } from '../../src/tools/watch-card.ts';
import {
  cardIsOpen,
  hover,
  painted,
  pointOn,
  waitForCard,
  waitForPainted,
} from '../../src/tools/watch-page.ts';
import {
  badge,
  clearStorage,
  createReader,
  fixture,
  openPopup,
  pastDelay,
  pressChoice,
  pressSwitch,
  type Reader,
  unexplained,
  waitForText,
} from './reader.ts';

const ARTICLES = [
  'en-article',
  'nb-article',
  'de-article',
  'fr-article',
  'ru-article',
  'ko-article',
];
const NOT_NEWS = ['shop-product', 'docs-page', 'webmail', 'search-results', 'forum-thread'];
const { data, texts } = readData();

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader(family);
  });
  afterAll(async () => {
    await reader?.close();
  });

  test.each([...ARTICLES, 'front-page'])(
    '%s: exactly the right words are highlighted',
    async (name) => {
      const page = fixture(name);
      const tab = await reader.open(page);
      await waitForPainted(tab, page.mentions.length).catch(() => undefined);
      expect(await painted(tab)).toEqual(page.mentions);
      await tab.close();
    },
  );

  test('the page stays as it was, but for the card host once a card was open', async () => {
    const page = fixture('en-article');
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length);
    await hover(tab, 'vladimir-putin');
    const [now, before, host] = await tab.evaluate((html) => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      const last = copy.lastElementChild;
      const hosts = copy.querySelectorAll('bakteppe-card').length;
      last?.remove();
      return [
        copy.outerHTML,
        new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML,
        `${hosts} ${last?.localName}`,
      ];
    }, page.html);
    expect(host).toBe('1 bakteppe-card');
    expect(withoutNoscript(now)).toBe(withoutNoscript(before));
    await tab.close();
  });

  test('a card shows attributed facts, the denial under the concern, the source and the age', async () => {
    const page = fixture('en-article');
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length);
    await hover(tab, 'kim-jong-un');
    const first = await readCard(tab, family);
    expect(first.text).toContain('3 of ');
    await pressInCard(tab, family, `Show all ${/of (\d+)/.exec(first.text)?.[1]}`);
    await expect
      .poll(async () => (await readCard(tab, family)).text, { message: 'all of them' })
      .toContain('Show fewer');
    const { name, text } = await readCard(tab, family);
    const english = texts.find(({ lang }) => lang === 'en');
    if (!english) throw new Error('no English texts');
    const content = cardContent(data, english, 'kim-jong-un');
    expect(name).toContain(content.entity.label);
    const plain = text.replaceAll('\n', '');
    for (const fact of content.facts) {
      expect(plain).toContain(fact.text);
      expect(plain).toContain(fact.claimant.label);
      expect(plain).toContain(fact.kindLabel);
      for (const n of fact.paragraphs) expect(plain).toMatch(new RegExp(`paragraphs? [^.]*${n}`));
    }
    const denial = content.facts.find((fact) => fact.denies);
    const denied = content.facts.find((fact) => fact.id === denial?.denies);
    if (!denial || !denied) throw new Error('no denial on the card');
    const between = plain.slice(
      plain.indexOf(denied.text) + denied.text.length,
      plain.indexOf(denial.text),
    );
    for (const other of content.facts) expect(between).not.toContain(other.text);
    expect(plain).toContain('Norwegian news analysis, June 2024');
    expect(plain).toMatch(/Background from June 2024, .* ago/);
    await tab.close();
  });

  test('the card speaks the language of the page', async () => {
    const page = fixture('nb-article');
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length);
    await hover(tab, 'partnership-treaty');
    const { text } = await readCard(tab, family);
    expect(text).toContain('juni 2024');
    await tab.close();
  });

  test('moving into the card keeps it, leaving closes it, Escape closes it at once', async () => {
    const page = fixture('en-article');
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length);
    await hover(tab, 'vladimir-putin', 1);
    const box = await tab.evaluate(() => {
      const { x, y, width, height } = (
        document.querySelector('bakteppe-card') as Element
      ).getBoundingClientRect();
      return { x, y, width, height };
    });
    await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 15 });
    // Only being inside can have kept it beyond the grace.
    await pastDelay(tab, GRACE_MS);
    expect(await cardIsOpen(tab)).toBe(true);
    await tab.mouse.move(box.x + box.width + 200, Math.max(5, box.y - 200), { steps: 10 });
    await waitForCard(tab, false);
    await hover(tab, 'vladimir-putin', 1);
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await tab.close();
  });

  test('Escape belongs to the page while no card is open', async () => {
    const page = fixture('en-article');
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length);
    await tab.evaluate(() => {
      document.addEventListener('keydown', (event) => {
        document.title = `page saw ${event.key}, prevented: ${event.defaultPrevented}`;
      });
    });
    await tab.keyboard.press('Escape');
    expect(await tab.title()).toBe('page saw Escape, prevented: false');
    await tab.close();
  });

  test('a fast sweep over mentions opens no card', async () => {
    const page = fixture('en-article');
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length);
    // From margin to margin, right across the line: it crosses words, and ends on none.
    const { y } = await pointOn(tab, 'vladimir-putin', 1);
    await tab.mouse.move(4, y);
    await tab.mouse.move(1270, y, { steps: 10 });
    await tab.mouse.move(4, y, { steps: 10 });
    await pastDelay(tab, DWELL_MS);
    expect(await cardIsOpen(tab)).toBe(false);
    expect(await tab.evaluate(() => document.querySelector('bakteppe-card'))).toBeNull();
    await tab.close();
  });

  test('text that arrives later is read, and only then is there a card host', async () => {
    const page = fixture('late-text');
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length);
    await tab.evaluate(() => {
      (globalThis as unknown as { addParagraph(html: string): void }).addParagraph(
        'Later, <i>Vladimir</i> Putin met Kim Jong-un, and Kim spoke.',
      );
    });
    await waitForPainted(tab, page.mentions.length + 3);
    expect((await painted(tab)).slice(-3)).toEqual([
      { entity: 'vladimir-putin', text: 'Vladimir Putin' },
      { entity: 'kim-jong-un', text: 'Kim Jong-un' },
      { entity: 'kim-jong-un', text: 'Kim' },
    ]);
    expect(await tab.evaluate(() => document.querySelector('bakteppe-card'))).toBeNull();
    await tab.evaluate(() => {
      const late = [...document.querySelectorAll('p')];
      late.find((paragraph) => paragraph.textContent?.startsWith('Later,'))?.remove();
    });
    await waitForPainted(tab, page.mentions.length);
    await tab.close();
  });

  test.each(NOT_NEWS)('%s is left alone, and the popup says why', async (name) => {
    const page = fixture(name);
    const tab = await reader.open(page);
    const popup = await openPopup(reader, tab);
    await waitForText(popup, 'does not look like a news page');
    expect(await painted(tab)).toEqual([]);
    expect((await badge(popup)).text).toBe('');
    await popup.close();
    await tab.close();
  });

  test('a reader may have a site annotated that is no news site', async () => {
    const page = fixture('forum-thread');
    const tab = await reader.open(page);
    const popup = await openPopup(reader, tab);
    await waitForText(popup, 'Highlight on this site anyway');
    await popup.evaluate(() => document.querySelector<HTMLElement>('button.action')?.click());
    await tab.waitForFunction(() => CSS.highlights.size > 0, { timeout: 10_000, polling: 50 });
    await clearStorage(popup);
    await tab.waitForFunction(() => CSS.highlights.size === 0, { timeout: 10_000, polling: 50 });
    await popup.close();
    await tab.close();
  });

  test('a news page without a mention is left alone, and the popup says so', async () => {
    const page = fixture('no-mention');
    const tab = await reader.open(page);
    const popup = await openPopup(reader, tab);
    await waitForText(popup, 'No mention of');
    expect(await painted(tab)).toEqual([]);
    await popup.close();
    await tab.close();
  });

  test('the switches work at once in every open tab, and the toolbar follows', async () => {
    const english = fixture('en-article');
    const german = fixture('de-article');
    const tab = await reader.open(english);
    const other = await reader.open(german);
    await waitForPainted(tab, english.mentions.length);
    await waitForPainted(other, german.mentions.length);
    const popup = await openPopup(reader, tab);
    await waitForText(popup, 'On this page');
    const counts = await popup.evaluate(() =>
      [...document.querySelectorAll('.count .number')].map((cell) => Number(cell.textContent)),
    );
    expect(counts).toEqual(
      (['kim-jong-un', 'vladimir-putin', 'partnership-treaty'] as const).map(
        (id) => english.mentions.filter(({ entity }) => entity === id).length,
      ),
    );
    await expect
      .poll(() => badge(popup))
      .toEqual({
        text: String(english.mentions.length),
        title: `Bakteppe: ${english.mentions.length} on this page`,
      });

    await pressChoice(popup, 'Off');
    await waitForPainted(tab, 0);
    await waitForText(popup, 'You switched Bakteppe off on');
    expect((await painted(other)).length).toBe(german.mentions.length);
    await expect
      .poll(() => badge(popup))
      .toEqual({ text: '', title: 'Bakteppe: off on this site' });

    await pressChoice(popup, 'Automatic');
    await waitForPainted(tab, english.mentions.length);

    await pressSwitch(popup, 'On');
    await waitForPainted(tab, 0);
    await waitForPainted(other, 0);
    await waitForText(popup, 'Bakteppe is off');
    await expect.poll(() => badge(popup)).toEqual({ text: '', title: 'Bakteppe: off' });

    await pressSwitch(popup, 'On');
    await waitForPainted(tab, english.mentions.length);
    await waitForPainted(other, german.mentions.length);
    for (const page of [popup, tab, other]) await page.close();
  });

  test('with marks in the page the same words are marked, and none remain when it is off', async () => {
    const page = fixture('en-article');
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length);
    const popup = await openPopup(reader, tab);
    const before = await tab.evaluate(() => document.documentElement.outerHTML);
    const set = (items: Record<string, unknown>) =>
      popup.evaluate(async (wanted) => {
        const { browser, chrome } = globalThis as unknown as Record<
          string,
          typeof import('wxt/browser').browser
        >;
        await (browser ?? chrome)?.storage.local.set(wanted);
      }, items);
    await set({ painter: 'marks' });
    await tab.waitForFunction(() => document.querySelector('mark[data-bakteppe]') !== null, {
      timeout: 10_000,
      polling: 50,
    });
    const marked = await tab.evaluate(() =>
      [...document.querySelectorAll('mark[data-bakteppe]')]
        .map((mark) => mark.textContent)
        .join(''),
    );
    expect(marked).toBe(page.mentions.map(({ text }) => text).join(''));
    expect(await painted(tab)).toEqual([]);
    const at = await tab.evaluate(() => {
      const mark = document.querySelector('mark[data-bakteppe="vladimir-putin"]') as Element;
      mark.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = mark.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await tab.bringToFront();
    await tab.mouse.move(at.x + 30, at.y + 90);
    await tab.mouse.move(at.x, at.y, { steps: 12 });
    await tab.mouse.move(at.x + 1, at.y);
    await waitForCard(tab, true);
    await set({ on: false });
    await tab.waitForFunction(() => document.querySelector('mark[data-bakteppe]') === null, {
      timeout: 10_000,
      polling: 50,
    });
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await set({ on: true, painter: 'automatic' });
    await waitForPainted(tab, page.mentions.length);
    await popup.close();
    await tab.close();
  });

  test('no request but for the pages themselves, and no error of ours', () => {
    const names = [...ARTICLES, ...NOT_NEWS, 'front-page', 'late-text', 'no-mention'];
    const served = names.map((name) => fixture(name).url);
    expect(unexplained(reader, served)).toEqual([]);
    expect(reader.errors).toEqual([]);
  });
});

/** With scripting on, noscript holds text and not elements: the two parsers differ there by design. */
function withoutNoscript(html: string | undefined): string {
  return (html ?? '').replace(/<noscript>[\s\S]*?<\/noscript>/g, '');
}
