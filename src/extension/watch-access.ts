/** Follows whether we may read pages, wherever the reader gives or takes it. */
import { browser } from './browser.ts';
import { mayReadAllPages } from './page-access.ts';

/** Call back whenever it may have changed. */
export function watchAccess(onChange: (isGiven: boolean) => void): void {
  const look = (): void => void mayReadAllPages().then(onChange);
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
}
