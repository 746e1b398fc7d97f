/**
 * The browser's side panel (Chromium) or sidebar (Firefox), where it has one.
 *
 * Both open only in answer to the reader's own press, and only if asked at once: nothing
 * may be awaited before `openPanel`.
 */
import { browser } from './browser.ts';

interface Doors {
  readonly sidePanel?: { open?(where: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open?(): Promise<void> };
}

/** The file the panel lies in. */
export const PANEL_PAGE = 'sidepanel.html';

export function hasPanel(): boolean {
  const { sidePanel, sidebarAction } = browser as Doors;
  return Boolean(sidePanel?.open ?? sidebarAction?.open);
}

/** Open it in the window, beside whatever page is in front there. */
export async function openPanel(windowId: number | undefined): Promise<void> {
  const { sidePanel, sidebarAction } = browser as Doors;
  if (sidebarAction?.open) await sidebarAction.open();
  else if (windowId !== undefined) await sidePanel?.open?.({ windowId });
}
