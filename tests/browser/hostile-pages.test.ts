/** Pages that break what lives in them: the same words stay painted, and the card opens. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../src/tools/read-data.ts';
import { readCard } from '../../src/tools/watch-card.ts';
import { hover, pointOn, waitForCard } from '../../src/tools/watch-page.ts';
import { ATTACKS, type Attack } from './hostile-attacks.ts';
import { createReader, pastDelay, type Reader } from './reader.ts';

const ARTICLE = readFileSync(join(ROOT, 'tests/fixtures/hostile/article.html'), 'utf8');
const WORDS = 'Vladimir Putin,Putin,Kim Jong-un,comprehensive strategic partnership treaty';
/** Frames that are looked at, and how many of them must show all words. */
const FRAMES = 12;
const MOST = 10;
/** Ten frames, and some room: then the card is given up; each frame has two tries at most. */
const GIVEN_UP_MS = 250;
const MOST_TRIES = 30;

describe.each(['chromium', 'firefox'] as const)('in %s, a page that', (family) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader(family);
  });
  afterAll(async () => {
    await reader?.close();
  });

  test.each(ATTACKS)('$name', async (attack) => {
    const at = ATTACKS.indexOf(attack);
    const tab = await reader.open({
      url: `http://hostile.example.org/world/2024/06/21/${at}`,
      html: ARTICLE.replace('<!--script-->', `<script>${script(attack)}</script>`),
    });
    await stayPainted(tab);
    if (attack.strike) {
      if (attack.hasCard) await hover(tab, 'vladimir-putin');
      await tab.evaluate(`(${functionText(attack.strike)})()`);
      if (attack.hasCard) await waitForCard(tab, false);
      await stayPainted(tab);
    }
    if (attack.losesCard) {
      const { x, y } = await pointOn(tab, 'vladimir-putin');
      await tab.mouse.move(x, y, { steps: 12 });
      await tab.mouse.move(x + 1, y);
      const removed = (): Promise<number> =>
        tab.evaluate(() => Number(Reflect.get(window, 'removed') ?? 0));
      await expect.poll(removed, { timeout: 10_000 }).toBeGreaterThan(1);
      await stayPainted(tab);
      // Given up by now, and not a fight for ever.
      await pastDelay(tab, GIVEN_UP_MS);
      expect(await removed()).toBeLessThan(MOST_TRIES);
    } else {
      await hover(tab, 'partnership-treaty');
      expect((await readCard(tab, family)).text).toContain('Norwegian news analysis, June 2024');
    }
    expect(await tab.evaluate(() => Reflect.get(window, 'thrown'))).toEqual([]);
    expect(reader.errors.splice(0)).toEqual([]);
    await tab.close();
  });
});

/** The attack, and an ear for what is thrown on the page, ours included. */
function script({ early }: Attack): string {
  return `window.thrown = [];
addEventListener('error', ({ message }) => window.thrown.push(message));
addEventListener('unhandledrejection', ({ reason }) => window.thrown.push(String(reason)));
${early ? `(${functionText(early)})()` : ''}`;
}

/** A method is written without the word that makes it an expression. */
function functionText(method: () => unknown): string {
  const text = String(method);
  if (/^(async\s*)?(\(|function)/.test(text)) return text;
  return text.startsWith('async ') ? `async function ${text.slice(6)}` : `function ${text}`;
}

/** Wait until the words, and no others, are painted at the end of nearly every frame. */
async function stayPainted(tab: Page): Promise<void> {
  const seen = await tab.evaluate(
    async (wanted, frames, most) => {
      const until = performance.now() + 8000;
      const read = (): string => {
        const words = ['vladimir-putin', 'kim-jong-un', 'partnership-treaty'].map((id) => {
          const highlight = CSS.highlights.get(`bakteppe-${id}`) as unknown as Set<Range>;
          return [...(highlight ?? [])].map(String).join();
        });
        // Without our rules nothing would be seen.
        const sheets = Reflect.get(Document.prototype, 'adoptedStyleSheets', document);
        const rules = [...sheets].map(({ cssRules }) => cssRules[0]?.cssText ?? '');
        return rules.some((css) => css.includes('bakteppe')) ? words.join() : 'no style';
      };
      const last: string[] = [];
      while (performance.now() < until) {
        Reflect.set(window, 'calm', false);
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        Reflect.set(window, 'calm', true);
        last.push(read());
        if (last.length > frames) last.shift();
        if (last.filter((words) => words === wanted).length >= most) return wanted;
      }
      return last.join(' | ');
    },
    WORDS,
    FRAMES,
    MOST,
  );
  expect(seen).toBe(WORDS);
}
