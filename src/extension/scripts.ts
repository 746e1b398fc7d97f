/** Brings our scripts to pages; only ever files of our own. */
import { browser } from './browser.ts';

/** The session, to the frame that asked. A frame that is gone by now is no error. */
export async function bringSession(tabId: number, frameId: number): Promise<void> {
  await inject({ tabId, frameIds: [frameId] }, '/session.js');
}

/** The scout, to all tabs that were open before we came; the browser brings it to new pages. */
export async function bringScout(): Promise<void> {
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await Promise.all(
    tabs.map(({ id, discarded }) =>
      id === undefined || discarded ? undefined : inject({ tabId: id }, '/scout.js'),
    ),
  );
}

async function inject(
  target: { readonly tabId: number; readonly frameIds?: number[] },
  file: '/session.js' | '/scout.js',
): Promise<void> {
  try {
    await browser.scripting.executeScript({ target, files: [file] });
  } catch (error) {
    // The tab went away, or is one of the pages no extension may touch (stores, error pages).
    console.debug(`Bakteppe: ${file} could not be brought to tab ${target.tabId}`, error);
  }
}
