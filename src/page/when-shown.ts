/**
 * Begins on a page that its reader sees: one that the browser fetched and drew in advance
 * has no tab of its own yet, so that its count would be shown for the page before it, and
 * it may never be seen at all.
 */
import { onTrusted } from './on-trusted.ts';

export function whenShown(document: Document, begin: () => void, signal: AbortSignal): void {
  // Chromium's; elsewhere pages are not drawn in advance.
  if ((document as { prerendering?: boolean }).prerendering) {
    onTrusted(document, 'prerenderingchange', begin, { signal });
  } else begin();
}
