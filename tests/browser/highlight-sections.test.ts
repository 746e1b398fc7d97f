/** Which mentions are marked strongly: in the fixture, exactly those within `<b>`. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSettingsStore } from './either-painter.ts';
import { createReader, fixture, type Reader } from './reader.ts';

const PAGE = fixture('highlight-sections');
const FIRSTS = PAGE.html.match(/<b>/g)?.length ?? 0;
/** More elements than are passed in one slice. */
const FAR = `<p>${'<i></i>'.repeat(2500)}</p>`;
const FAR_APART = `<p><b>Vladimir Putin</b> left.</p>${FAR}<p>Vladimir Putin came back.</p>${FAR}<h2>Later</h2>${FAR}<p><b>Vladimir Putin</b> slept.</p>`;

/** Strong mentions and bold words that are not the same, shadow roots included, and how many are. */
function comparedWithBold(tab: Page) {
  return tab.evaluate(() => {
    const deep = (root: ParentNode, selector: string): Element[] => [
      ...root.querySelectorAll(selector),
      ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
        shadowRoot ? deep(shadowRoot, selector) : [],
      ),
    ];
    const strong: Range[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
      if (name.startsWith('strong-')) strong.push(...highlight);
    }
    for (const mark of deep(document, 'mark[data-bakteppe-strong]')) {
      const range = document.createRange();
      range.selectNodeContents(mark);
      strong.push(range);
    }
    const isIn = (range: Range, element: Element) => element.contains(range.startContainer);
    const bold = deep(document, 'b');
    return {
      missing: bold
        .filter((b) => !strong.some((range) => isIn(range, b)))
        .map((b) => b.parentElement?.textContent),
      tooMany: strong
        .filter((range) => !bold.some((b) => isIn(range, b)))
        .map((range) => `${range} in ${range.startContainer.parentElement?.textContent}`),
      strong: strong.length,
    };
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

  test.each([
    ['automatic', 'the first of each entity in each part', PAGE.html, FIRSTS],
    ['marks', 'the first of each entity in each part', PAGE.html, FIRSTS],
    ['automatic', 'far apart', PAGE.html.replace(/<body>[\s\S]*<\/body>/, FAR_APART), 2],
  ])('%s: %s', async (painter, _what, html, count) => {
    await createSettingsStore(reader)({ painter });
    const tab = await reader.open({ url: PAGE.url, html });
    await expect
      .poll(() => comparedWithBold(tab), { timeout: 15_000 })
      .toEqual({ missing: [], tooMany: [], strong: count });
    await tab.close();
  });
});
