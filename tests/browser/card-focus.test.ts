/** A card opened by key: the focus goes in, round and back, in both browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { focusedInCard, inCard, said } from '../../src/tools/in-card.ts';
import { readCard } from '../../src/tools/watch-card.ts';
import { hover, painted, waitForCard, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, type Reader } from './reader.ts';
import { createWalker, current, type Walker } from './walker.ts';

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  let walker: Walker;
  beforeAll(async () => {
    reader = await createReader(family);
    walker = createWalker(reader);
  });
  afterAll(async () => {
    await reader?.close();
  });

  test('the open card takes the focus, Tab goes round in it, Escape gives it back', async () => {
    const tab = await walker.openArticle();
    const before = await tab.evaluate(() => {
      const link = document.querySelector<HTMLElement>('header nav a:nth-of-type(3)')!;
      link.focus();
      const text = document.querySelector('.standfirst')!.firstChild!;
      document.getSelection()!.setBaseAndExtent(text, 9, text, 2);
      return link.textContent;
    });
    await walker.press('next');
    await walker.isAt(tab, 0);
    await walker.press('open');
    await waitForCard(tab, true);
    await walker.hasFocus(tab);
    const { name } = await readCard(tab, family);
    expect(name).toContain('Vladimir Putin');
    await expect.poll(() => said(tab, family)).toMatch(/^Background on Vladimir Putin: \d+ facts$/);

    const controls = await inCard(tab, family, (root) =>
      [...root.querySelectorAll('button, select, [href]')].map(
        (control) => control.getAttribute('aria-label') ?? control.textContent,
      ),
    );
    expect(controls.length).toBeGreaterThan(3);
    const forth: (string | null)[] = [];
    while (forth.at(-1) !== controls.at(-1) && forth.length < 2 * controls.length) {
      await tab.keyboard.press('Tab');
      forth.push(await focusedInCard(tab, family));
    }
    // Firefox stops at what can be scrolled, too.
    expect(forth.filter((name) => name !== null && controls.includes(name))).toEqual(controls);
    expect(forth).not.toContain(null);
    await tab.keyboard.press('Tab');
    expect(await focusedInCard(tab, family)).toBe(controls[0]);
    await tab.keyboard.down('Shift');
    await tab.keyboard.press('Tab');
    await tab.keyboard.up('Shift');
    expect(await focusedInCard(tab, family)).toBe(controls.at(-1));

    // Whatever was selected meanwhile, the selection is back too.
    await tab.keyboard.down('Control');
    await tab.keyboard.press('KeyA');
    await tab.keyboard.up('Control');
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    const after = await tab.evaluate(() => {
      const { anchorOffset, focusOffset, anchorNode } = document.getSelection()!;
      return {
        focused: document.activeElement?.textContent,
        selected: [anchorNode?.parentElement?.className, anchorOffset, focusOffset],
      };
    });
    expect(after).toEqual({ focused: before, selected: ['standfirst', 9, 2] });
    await tab.close();
  });

  test('keys pressed in the card are not the page’s, and an open card takes the focus late', async () => {
    const tab = await walker.openArticle();
    await tab.evaluate(() => {
      document.addEventListener('keydown', ({ key }) => {
        document.title += ` ${key}`;
      });
    });
    const title = await tab.title();
    await hover(tab, 'kim-jong-un', 2);
    const at = await current(tab);
    await walker.press('open');
    await walker.hasFocus(tab);
    expect(await current(tab)).toBe(at);
    await tab.keyboard.press('Tab');
    expect(await focusedInCard(tab, family)).toBe('More');
    await tab.keyboard.press('KeyK');
    await walker.press('open');
    await walker.hasFocus(tab);
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    // Firefox lets a page see the extension's own keys before it takes them.
    expect((await tab.title()).replace(/ (Alt|Shift|D)(?= |$)/g, '')).toBe(title);
    await tab.close();
  });

  test('a field gets its focus and caret back, and so does the page itself', async () => {
    const tab = await walker.openArticle();
    await tab.evaluate(() => {
      const field = document.querySelector('input')!;
      field.focus();
      field.setSelectionRange(3, 7);
    });
    await walker.press('open');
    await walker.hasFocus(tab);
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    expect(
      await tab.evaluate(() => {
        const { activeElement } = document;
        const field = activeElement as HTMLInputElement;
        return [field.localName, field.selectionStart, field.selectionEnd];
      }),
    ).toEqual(['input', 3, 7]);
    await tab.evaluate(() => document.querySelector('input')!.blur());
    await walker.press('open');
    await waitForCard(tab, true);
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    expect(await tab.evaluate(() => document.activeElement?.localName)).toBe('body');
    await tab.close();
  });

  test("a card opened over a page's own dialog can be used, and leaves the dialog as it was", async () => {
    const { html } = fixture('en-article');
    const tab = await walker.openArticle(
      html.replace(
        '</main>',
        '</main><dialog id="own"><button id="inner">Read</button><p>Vladimir Putin spoke.</p></dialog>',
      ),
    );
    await tab.evaluate(() => {
      (document.getElementById('own') as HTMLDialogElement).showModal();
      document.getElementById('inner')!.focus();
      const text = document.querySelector('#own p')!.firstChild!;
      document.getSelection()!.collapse(text, 4);
    });
    await waitForPainted(tab, fixture('en-article').mentions.length + 1);
    await walker.press('open');
    await waitForCard(tab, true);
    await walker.hasFocus(tab);
    expect(await current(tab)).toBe(fixture('en-article').mentions.length);
    await tab.keyboard.press('Tab');
    expect(await focusedInCard(tab, family)).toBe('More');
    const box = await tab.evaluate(() => {
      const { x, y, width, height } = document
        .querySelector('bakteppe-card')!
        .getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2)?.localName;
      return { top, isLarge: width > 200 && height > 100 };
    });
    expect(box).toEqual({ top: 'bakteppe-card', isLarge: true });
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    expect(
      await tab.evaluate(() => [
        document.activeElement?.id,
        (document.getElementById('own') as HTMLDialogElement).open,
        document.getSelection()?.anchorOffset,
      ]),
    ).toEqual(['inner', true, 4]);
    await tab.close();
  });

  test('open takes the mention under the caret or the focus before the nearest one', async () => {
    const tab = await walker.openArticle();
    const texts = (await painted(tab)).map(({ text }) => text);
    const [caret, focus] = [texts.indexOf('Kim Jong-un'), texts.indexOf('Putin', 3)];
    await tab.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (!walker.nextNode()?.textContent?.includes('Kim Jong-un'));
      const text = walker.currentNode as Text;
      document.getSelection()!.collapse(text, text.data.indexOf('Kim Jong-un') + 4);
    });
    await walker.press('open');
    await walker.isAt(tab, caret);
    await walker.hasFocus(tab);
    await tab.keyboard.press('Escape');
    await waitForCard(tab, false);
    await tab.mouse.click(2, 2);
    await tab.evaluate(() => document.querySelector<HTMLElement>('article p a')!.focus());
    await walker.press('open');
    await walker.isAt(tab, focus);
    await tab.close();
  });

  test('no error of ours', () => {
    expect(reader.errors).toEqual([]);
  });
});
