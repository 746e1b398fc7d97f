/**
 * Presses an item of ours in the browser's context menu, as far as a browser can be made to.
 *
 * Firefox: the real menu, opened by a right click on the page and read in the browser's own
 * window. Chromium shows its menu to no driver: there the item's event is dispatched in the
 * service worker, with what the browser would say of selection and tab.
 */
import type { Page } from 'puppeteer-core';
import type { MenuId } from '../core/menu.ts';
import type { Launched } from './launch.ts';
import { evaluateInWindow } from './press-command.ts';

export interface MenuSeen {
  readonly id: string;
  readonly label: string;
  readonly disabled: boolean;
}

/** Press the item on the page in front, whose selection is as it is. @throws if it is not there. */
export async function pressMenu(browser: Launched, page: Page, id: MenuId): Promise<void> {
  if (isFirefox(browser)) {
    await openMenu(browser, page);
    await evaluateInWindow(browser.driver, `${ITEMS} press(${JSON.stringify(id)})`);
    return;
  }
  const selectionText = await page.evaluate(() => String(getSelection()));
  const target = await browser.driver.waitForTarget(
    (candidate) =>
      candidate.type() === 'service_worker' && candidate.url().startsWith(browser.origin),
  );
  const worker = await target.worker();
  await worker?.evaluate(
    async (info) => {
      const { tabs, contextMenus } = (globalThis as unknown as { chrome: ChromeApi }).chrome;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      contextMenus.onClicked.dispatch(info, tab);
    },
    { menuItemId: id, selectionText },
  );
}

/** Our items as the menu shows them on the page in front (Firefox). */
export async function readMenu(browser: Launched, page: Page): Promise<MenuSeen[]> {
  await openMenu(browser, page);
  const seen = await evaluateInWindow(browser.driver, `${ITEMS} read()`);
  return JSON.parse(String(seen)) as MenuSeen[];
}

interface ChromeApi {
  readonly tabs: { query(wanted: object): Promise<object[]> };
  readonly contextMenus: {
    // Not for extensions to use, but on every event of Chromium's.
    readonly onClicked: { dispatch(info: object, tab: object | undefined): void };
  };
}

function isFirefox({ origin }: Launched): boolean {
  return origin.startsWith('moz-extension:');
}

/** On the selected words, or where the page has none. */
async function openMenu({ driver }: Launched, page: Page): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    const selection = getSelection();
    const words = selection?.rangeCount ? selection.getRangeAt(0).getClientRects()[0] : undefined;
    return words
      ? { x: words.x + words.width / 2, y: words.y + words.height / 2 }
      : { x: 4, y: innerHeight / 2 };
  });
  await page.mouse.click(x, y, { button: 'right' });
  await evaluateInWindow(
    driver,
    `(async () => {
      const menu = document.getElementById('contentAreaContextMenu');
      if (menu.state !== 'open') {
        await new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
      }
    })()`,
  );
}

/** Firefox names an item "<extension>-menuitem-_<id>". */
const ITEMS = `
  var menu = document.getElementById('contentAreaContextMenu');
  var own = () => [...menu.querySelectorAll('menuitem[id*="-menuitem-_"]')]
    .filter((item) => item.id.startsWith('bakteppe_') && !item.hidden);
  var idOf = (item) => item.id.replace(/^.*-menuitem-_/, '');
  var read = () => {
    const seen = own().map((item) => ({ id: idOf(item), label: item.label, disabled: item.disabled }));
    menu.hidePopup();
    return JSON.stringify(seen);
  };
  // The extension puts an open menu right for the page a moment after it opened.
  var press = async (id) => {
    const find = () => own().find((candidate) => idOf(candidate) === id);
    for (let tries = 0; tries < 100 && !find(); tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    if (!find()) throw new Error('no item ' + id + ' among ' + own().map(({ id }) => id));
    find().doCommand();
    menu.hidePopup();
  };`;
