/**
 * A side panel's line to the page beside it. Whichever page that is: a panel stays open
 * while its reader goes to other tabs and other pages.
 */
import type { FollowedMention } from '../core/followed-mention.ts';
import { browser } from './browser.ts';
import { parseStatusMessage } from './page-answers.ts';
import { PANEL_PORT, parsePanelMessage } from './panel-message.ts';

/**
 * Follow the named tab, or else whichever is in front in the panel's own window; call back
 * with the mention its reader has before them, undefined where there is none.
 */
export async function followPage(
  named: number | undefined,
  onMention: (mention: FollowedMention | undefined, tabId: number) => void,
): Promise<void> {
  let tabId = named;
  let hangUp: (() => void) | undefined;

  const connect = (to: number | undefined): void => {
    hangUp?.();
    hangUp = undefined;
    tabId = to;
    if (to === undefined) return;
    const port = browser.tabs.connect(to, { name: PANEL_PORT, frameId: 0 });
    hangUp = () => port.disconnect();
    port.onMessage.addListener((message: unknown) => {
      const parsed = parsePanelMessage(message);
      if (parsed && to === tabId) onMention('mention' in parsed ? parsed.mention : undefined, to);
    });
    port.onDisconnect.addListener(() => {
      // Read, or Chromium reports it: nobody answers on most pages.
      void browser.runtime.lastError;
      if (to === tabId) onMention(undefined, to);
    });
  };

  // A session that starts says so to the toolbar; we hear it too.
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const status = sender.tab?.id === tabId ? parseStatusMessage(message) : undefined;
    if (status?.state === 'annotated') connect(tabId);
    return undefined;
  });
  // A page that came back from the browser's memory says nothing.
  browser.tabs.onUpdated.addListener((id, { status }) => {
    if (id === tabId && status === 'complete') connect(id);
  });
  if (named === undefined) {
    const { id: windowId } = await browser.windows.getCurrent();
    browser.tabs.onActivated.addListener((tab) => {
      if (tab.windowId === windowId) connect(tab.tabId);
    });
    const [front] = await browser.tabs.query({ active: true, ...(windowId && { windowId }) });
    connect(front?.id);
  } else connect(named);
}
