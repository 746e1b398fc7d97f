/** Articles in frames of the page's own origin, and advertisements in others. In both browsers. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Family } from '../../../src/tools/browsers.ts';
import { inCard } from '../../../src/tools/in-card.ts';
import { badge, openPopup, waitForText } from '../reader.ts';
import type { Launched } from './launched.ts';
import { movingPage } from './words.ts';

const PAGE = movingPage('framed');
const STORY = movingPage('framed-story');
const NEXT = new URL('framed-next', PAGE.url).href;
const ADVERT = 'http://adverts.example.net/vladimir-putin';

export function testFrames(family: Family, at: Launched): void {
  let tab: Page;
  beforeAll(async () => {
    at.reader.server.serve(STORY.url, { body: STORY.html });
    at.reader.server.serve(ADVERT, {
      body: '<p>Vladimir Putin would buy it. So would Kim Jong-un.</p>',
    });
    at.reader.server.serve(NEXT, { body: '<p lang="en">Vladimir Putin came back.</p>' });
    tab = await at.reader.open(PAGE);
  });
  afterAll(() => tab?.close());

  /** The painted words of each frame, in the order they stand on the page. */
  const painted = (): Promise<Record<string, string[]>> =>
    tab.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll('iframe')].map(({ id, contentWindow, contentDocument }) => {
          if (!contentDocument) return [id, ['not to be read']];
          const { CSS: css } = contentWindow as unknown as { CSS: typeof CSS };
          const names = ['bakteppe-kim-jong-un', 'bakteppe-vladimir-putin'];
          return [
            id,
            names.flatMap((name) =>
              [...((css.highlights.get(name) ?? []) as unknown as Set<Range>)].map(String),
            ),
          ];
        }),
      ),
    );

  test('what can be read is annotated; banners and other origins are left alone', async () => {
    await expect.poll(painted, { timeout: 10_000 }).toEqual({
      story: ['Kim Jong-un', 'Vladimir Putin'],
      inline: ['Vladimir Putin'],
      advert: ['not to be read'],
      small: [],
    });
    const advert = tab.frames().find((frame) => frame.url() === ADVERT) as Frame;
    expect(await advert.evaluate(() => CSS.highlights.size)).toBe(0);
  });

  test('toolbar and popup count all frames, and the popup lists the frame’s mentions', async () => {
    const popup = await openPopup(at.reader, tab);
    await waitForText(popup, 'On this page');
    await expect.poll(() => badge(popup)).toMatchObject({ text: '3' });
    const counts = await popup.evaluate(() =>
      [...document.querySelectorAll('.count .number')].map((cell) => Number(cell.textContent)),
    );
    expect(counts).toEqual([1, 2, 0]);
    await tab.evaluate(() => document.getElementById('inline')?.remove());
    await expect.poll(() => badge(popup)).toMatchObject({ text: '2' });
    await popup.close();
  });

  test('a card opens in the frame, and a mention of the page itself is added', async () => {
    await tab.bringToFront();
    const frame = tab.frames().find((each) => each.url() === STORY.url) as Frame;
    const words = await frame.evaluate(() => {
      const [range] = CSS.highlights.get('bakteppe-vladimir-putin') as unknown as Set<Range>;
      const { x, y, width, height } = (range as Range).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const box = await (await tab.$('#story'))?.boundingBox();
    if (!box) throw new Error('the frame has no place');
    await tab.mouse.move(box.x + words.x + 40, box.y + words.y + 90);
    await tab.mouse.move(box.x + words.x, box.y + words.y, { steps: 12 });
    await tab.mouse.move(box.x + words.x + 1, box.y + words.y);
    await frame.waitForFunction(
      () => document.querySelector('bakteppe-card')?.matches(':popover-open'),
      { polling: 50, timeout: 10_000 },
    );
    const text = await inCard(tab, family, (root) => root.textContent ?? '', frame);
    expect(text).toContain('June 2024');
    await tab.evaluate(() => {
      (document.getElementById('own') as HTMLElement).textContent = 'Putin has left.';
    });
    const popup = await openPopup(at.reader, tab);
    await expect.poll(() => badge(popup)).toMatchObject({ text: '3' });
    await popup.close();
  });

  test('a frame that comes late and goes elsewhere is followed; editors are left alone', async () => {
    const popup = await openPopup(at.reader, tab);
    await tab.bringToFront();
    await tab.evaluate((late) => {
      const add = (id: string): HTMLIFrameElement =>
        document.body.appendChild(Object.assign(document.createElement('iframe'), { id }));
      // As editors of rich text do; the first is only written, and none.
      const write = (id: string, body: string): Document => {
        const written = add(id).contentDocument as Document;
        written.open();
        written.write(`<html lang="en"><body ${body}><p>Vladimir Putin left.</p></body></html>`);
        written.close();
        return written;
      };
      write('written', '');
      write('design', '').designMode = 'on';
      write('editable', 'contenteditable');
      add('late').src = late;
    }, STORY.url);
    const story = ['Kim Jong-un', 'Vladimir Putin'];
    const editors = { design: [], editable: [] };
    const annotated = { written: ['Vladimir Putin'], late: story };
    await expect.poll(painted).toMatchObject({ story, ...annotated, ...editors });
    await expect.poll(() => badge(popup)).toMatchObject({ text: '6' });
    const send = (to: string): Promise<void> =>
      tab.evaluate((url) => {
        (document.getElementById('late') as HTMLIFrameElement).contentWindow?.location.assign(url);
      }, to);
    await send(NEXT);
    await expect.poll(painted).toMatchObject({ story, late: ['Vladimir Putin'], ...editors });
    await expect.poll(() => badge(popup)).toMatchObject({ text: '5' });
    // Again: Firefox makes the document of a frame that went elsewhere unusable to us.
    await send(STORY.url);
    await expect.poll(painted).toMatchObject({ story, ...annotated, ...editors });
    await expect.poll(() => badge(popup)).toMatchObject({ text: '6' });
    await tab.evaluate(() => {
      for (const id of ['late', 'written', 'design', 'editable'])
        document.getElementById(id)?.remove();
    });
    await expect.poll(() => badge(popup)).toMatchObject({ text: '3' });
    await popup.close();
  });

  test('a site that is switched off is off in its frames', async () => {
    await at.set({ on: false });
    await expect.poll(painted).toMatchObject({ story: [] });
    await at.set({ on: true });
    await expect.poll(painted, { timeout: 10_000 }).toMatchObject({
      story: ['Kim Jong-un', 'Vladimir Putin'],
    });
  });
}
