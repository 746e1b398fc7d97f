/**
 * What of ours is seen on a page is there on a lease, where a browser gives one.
 *
 * Firefox ends the scripts of an extension that is disabled, updated or removed without a
 * word to them: lines and an open card would stay, dead, until the page is loaded anew
 * (measured). It does take away the style sheets it inserted for the extension. So one of
 * those holds the lease, and every line and the card are seen only while it does
 * (docs/adr/0053). Elsewhere the property is nowhere set, and the fallbacks hold.
 */
/** The one property that the page's root, the browser and the card share. */
export const GONE = '--bakteppe-gone';

/** The sheet that the browser inserts, and takes away with the extension. */
export const LEASE = `:root { ${GONE}: initial !important; }`;

/** The rule of those who need the lease: without it, what is leased is not seen. */
export const LEASE_NEEDED = `:root { ${GONE}: none; }`;

/** A value that holds while the extension is there; else `none`, which makes a colour transparent. */
export function leased(value: string): string {
  return `var(${GONE}, ${value})`;
}
