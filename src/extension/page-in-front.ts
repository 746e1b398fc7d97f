/** The page the popup speaks about, and the conversation with it. */
import * as v from 'valibot';
import type { PageStatus } from '../core/page-status.ts';
import { browser } from './browser.ts';
import { PageStatusSchema, parsePageMessage, STATUS_QUESTION } from './messages.ts';

export interface PageInFront {
  readonly tabId: number;
  /** Undefined on pages that are not of the web. */
  readonly host: string | undefined;
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
  return { tabId: active.id, host: isWeb ? url.hostname : undefined };
}

/** The page's status, or undefined when nobody answers there. */
export async function askStatus(tabId: number): Promise<PageStatus | undefined> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, STATUS_QUESTION, { frameId: 0 });
    const result = v.safeParse(PageStatusSchema, answer);
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** Call back whenever the tab says that its status changed. */
export function onStatus(tabId: number | undefined, onChange: (status: PageStatus) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const parsed = sender.tab?.id === tabId ? parsePageMessage(message) : undefined;
    if (parsed?.type === 'status') onChange(parsed.status);
    return undefined;
  });
}
