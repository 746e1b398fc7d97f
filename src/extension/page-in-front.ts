/** The page the popup speaks about, and the conversation with it. */
import type { PageStatus } from '../core/page-status.ts';
import { browser } from './browser.ts';
import { mayReadAllPages } from './page-access.ts';
import { parsePageStatus, parseStatusMessage } from './page-answers.ts';
import { STATUS_QUESTION } from './status-question.ts';

export interface PageInFront {
  readonly tabId: number;
  readonly windowId: number | undefined;
  /** Undefined on pages that are not of the web, and on those we may not know about. */
  readonly address: { readonly hostname: string; readonly pathname: string } | undefined;
  /** The browser keeps its address from us, because of what it is or what the reader allowed. */
  readonly isHidden: boolean;
  /** The popup is a page of its own beside it, and no bubble over it. */
  readonly isBeside: boolean;
}

/**
 * The active tab of the window; where the popup is a page of its own (Firefox
 * for Android), the tab named in its address (`?tab=7`).
 */
export async function pageInFront(search: string): Promise<PageInFront | undefined> {
  const named = Number(new URLSearchParams(search).get('tab') ?? Number.NaN);
  const [active] = Number.isInteger(named)
    ? [await browser.tabs.get(named).catch(() => undefined)]
    : await browser.tabs.query({ active: true, currentWindow: true });
  if (active?.id === undefined) return undefined;
  const url = URL.canParse(active.url ?? '') ? new URL(active.url ?? '') : undefined;
  const isWeb = url?.protocol === 'http:' || url?.protocol === 'https:';
  return {
    tabId: active.id,
    windowId: active.windowId,
    address: isWeb ? { hostname: url.hostname, pathname: url.pathname } : undefined,
    isHidden: url === undefined,
    isBeside: Number.isInteger(named),
  };
}

/** The page's status, or undefined when nobody answers there. */
export async function askStatus(tabId: number): Promise<PageStatus | undefined> {
  try {
    return parsePageStatus(await browser.tabs.sendMessage(tabId, STATUS_QUESTION, { frameId: 0 }));
  } catch {
    return undefined;
  }
}

/** How the page stands, or why nobody there can say. */
export async function standingOf(
  page: PageInFront | undefined,
): Promise<PageStatus | 'unreachable' | 'browser-page' | 'no-permission'> {
  const status = page && (await askStatus(page.tabId));
  if (status) return status;
  if (page?.address) return 'unreachable';
  return page?.isHidden && !(await mayReadAllPages()) ? 'no-permission' : 'browser-page';
}

/** Call back whenever the tab says that its status changed. */
export function onStatus(tabId: number | undefined, onChange: (status: PageStatus) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const status = sender.tab?.id === tabId ? parseStatusMessage(message) : undefined;
    if (status) onChange(status);
    return undefined;
  });
}

/** Give way to the page: the popup closes, or the page's tab comes forward. */
export async function giveWay({ tabId, isBeside }: PageInFront): Promise<void> {
  if (isBeside) await browser.tabs.update(tabId, { active: true });
  else window.close();
}
