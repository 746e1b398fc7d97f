/** May we read pages? Firefox lets readers withhold it, Chromium too, altogether or by site. */
import { browser } from './browser.ts';

/** All that the manifest asks for. */
const PAGES = { origins: ['http://*/*', 'https://*/*'] };

/** Whether nothing of it is withheld. */
export async function mayReadAllPages(): Promise<boolean> {
  return browser.permissions.contains(PAGES);
}

/** Ask the reader for it. Only within the handling of a press: Firefox refuses it later. */
export async function askToReadPages(): Promise<void> {
  try {
    await browser.permissions.request(PAGES);
  } catch (error) {
    console.warn('Bakteppe: the browser would not ask for access to pages', error);
  }
}

/** Call back with the origins whenever some are granted. */
export function onPagesGranted(onGranted: (origins: string[]) => void): void {
  browser.permissions.onAdded.addListener(({ origins }) => {
    if (origins && origins.length > 0) onGranted(origins);
  });
}
