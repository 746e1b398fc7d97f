/**
 * What of ours is seen on a page is there on a lease, where a browser gives one.
 *
 * Firefox ends the scripts of an extension that is disabled, updated or removed without a
 * word to them: lines and an open card would stay, dead, until the page is loaded anew
 * (measured). It does take away the style sheets it inserted for the extension. So one of
 * those holds the lease, and every line and the card are seen only while it does
 * (docs/adr/0053). Elsewhere there is none, and nothing that a page could end.
 */
import { CARD_TAG } from './card-tag.ts';

/**
 * Custom properties with names that are drawn for each document: a page that knew one could
 * see it set, or end the lease itself. That of the lines stands in a sheet that a page can read.
 * So the card has one of its own, which stands nowhere but in its closed root.
 */
export interface Lease {
  readonly lines: string;
  readonly card: string;
}

/** What such a name looks like. The digit keeps it apart from our tokens. */
export const LEASE_NAME = /^--0[0-9a-z]{1,14}$/;

/** The sheet that the browser inserts, and takes away with the extension. */
export function leaseSheet({ lines, card }: Lease): string {
  return `:root { ${lines}: initial !important; } ${CARD_TAG} { ${card}: initial !important; }`;
}
