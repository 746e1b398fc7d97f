/**
 * Our part of the browser's context menu.
 *
 * Firefox asks when the menu is about to be shown, and it is made right for the page. Chromium does
 * not, and following the tabs instead would wake the background with every page that loads: there
 * the menu says what a press does on any site (docs/adr/0045).
 */
import { LONGEST_TEXT } from '../core/mention-list.ts';
import { type MenuItem, menuItems } from '../core/menu.ts';
import { choiceFor } from '../core/settings.ts';
import { backgroundStrings } from './background-strings.ts';
import { browser } from './browser.ts';
import { openLibrary } from './open-library.ts';
import { openFacts } from './open-page.ts';
import { openOptions } from './own-pages.ts';
import { contextMenus } from './polyfill.ts';
import { loadSettings, onSettingsChange, saveSiteInFront } from './settings-store.ts';
import { hasPanel, openPanel } from './side-panel.ts';
import { askWalk } from './walk-page.ts';
import { watchSaves } from './watch-saves.ts';

type Tab = NonNullable<Parameters<ClickListener>[1]>;
type ClickListener = Parameters<typeof browser.contextMenus.onClicked.addListener>[0];
type Menus = typeof browser.contextMenus & {
  readonly onShown?: { addListener(listener: (info: object, tab: Tab) => void): void };
  refresh?(): Promise<void>;
};

/** Nobody is there to be told. */
const save = watchSaves(() => undefined);

const WEB = ['http://*/*', 'https://*/*'];
/** Firefox for Android has none. */
const menus = contextMenus as Menus | undefined;

/** Put our items there and follow them from now on. */
export function onContextMenu(): void {
  if (!menus) return;
  browser.runtime.onInstalled.addListener(() => void create());
  // The browser's language may be another since it was last started.
  browser.runtime.onStartup.addListener(() => void create());
  menus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
    // At once: the browser opens a panel only while the press is fresh.
    if (menuItemId === 'panel') void openPanel(tab?.windowId);
    else if (menuItemId === 'library') void openLibrary();
    else if (menuItemId === 'options') void openOptions();
    else if (menuItemId === 'site') void switchSite(tab);
    else if (menuItemId === 'facts') void showFacts(selectionText, tab);
  });
  onSettingsChange(() => void refresh());
  menus.onShown?.addListener((_info, tab) => void refresh(tab).then(() => menus.refresh?.()));
}

async function create(): Promise<void> {
  await menus?.removeAll();
  for (const { id, title, isForSelection, enabled, visible } of await items()) {
    menus?.create(
      {
        ...{ id, title, enabled, visible },
        contexts: isForSelection ? ['selection'] : ['page', 'selection', 'link', 'image'],
        documentUrlPatterns: WEB,
      },
      // Read, or it is reported: two starts at once make an item twice.
      () => void browser.runtime.lastError,
    );
  }
}

async function refresh(tab?: Tab): Promise<void> {
  for (const { id, title, enabled, visible } of await items(tab)) {
    // Gone until `create` has made it.
    await menus?.update(id, { title, enabled, visible }).catch(() => undefined);
  }
}

async function items(tab?: Tab): Promise<MenuItem[]> {
  const isTold = menus?.onShown !== undefined;
  const address = isTold ? addressOf(tab ?? (await activeTab())) : undefined;
  const choice = choiceFor(await loadSettings(), address?.hostname ?? '', address?.pathname);
  const host = address?.hostname;
  return menuItems({ strings: backgroundStrings(), isTold, host, choice, hasPanel: hasPanel() });
}

/** Whichever of the reader's patterns decides there, as in the popup. */
async function switchSite(tab: Tab | undefined): Promise<void> {
  const address = addressOf(tab);
  if (!address) return;
  const choice = choiceFor(await loadSettings(), address.hostname, address.pathname);
  const next = choice === 'site-off' ? 'auto' : choice === 'not-listed' ? 'on' : 'off';
  save(saveSiteInFront(address, next));
}

/** On the page, if it has them; else on a page of ours, which also says when there are none. */
async function showFacts(selection: string, tab: Tab | undefined): Promise<void> {
  const text = selection.trim().slice(0, LONGEST_TEXT);
  const isThere = tab?.id !== undefined && (await askWalk(tab.id, { type: 'about', text }));
  if (!isThere) await openFacts(text);
}

async function activeTab(): Promise<Tab | undefined> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

function addressOf(tab: Tab | undefined): URL | undefined {
  const url = URL.canParse(tab?.url ?? '') ? new URL(tab?.url ?? '') : undefined;
  return url && /^https?:$/.test(url.protocol) ? url : undefined;
}
