/** Which mentions are marked strongly: in the fixture, exactly those within `<b>`. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSettingsStore, strongCount, waitForStrong } from './either-painter.ts';
import { createReader, fixture, type Reader } from './reader.ts';

const PAGE = fixture('highlight-sections');
const FIRSTS = PAGE.html.match(/<b>/g)?.length ?? 0;

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader(family);
  });
  afterAll(async () => {
    await reader?.close();
  });

  test.each(['automatic', 'marks'])(
    '%s: the first of each entity in each part',
    async (painter) => {
      await createSettingsStore(reader)({ painter });
      const tab = await reader.open(PAGE);
      await waitForStrong(tab, FIRSTS).catch(() => undefined);
      const wrong = await tab.evaluate(() => {
        const strong: Range[] = [];
        for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
          if (name.startsWith('strong-')) strong.push(...highlight);
        }
        for (const mark of document.querySelectorAll('mark[data-bakteppe-strong]')) {
          const range = document.createRange();
          range.selectNodeContents(mark);
          strong.push(range);
        }
        const isIn = (range: Range, element: Element) => element.contains(range.startContainer);
        const bold = [...document.querySelectorAll('b')];
        return {
          missing: bold
            .filter((b) => !strong.some((range) => isIn(range, b)))
            .map((b) => b.parentElement?.textContent),
          tooMany: strong
            .filter((range) => !bold.some((b) => isIn(range, b)))
            .map((range) => `${range} in ${range.startContainer.parentElement?.textContent}`),
        };
      });
      expect(wrong).toEqual({ missing: [], tooMany: [] });
      expect(await strongCount(tab)).toBe(FIRSTS);
      await tab.close();
    },
  );
});
