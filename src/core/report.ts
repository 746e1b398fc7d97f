/** Where a reader can tell us of an error; opened by the reader, filled in with what the card shows. */
import type { EntityId } from './model.ts';

/** The project's form for errors in the data. */
export const REPORT_FORM = 'https://bakteppe.example/report';
/** Addresses longer than this are cut by some servers, in characters. */
const LONGEST_WORDING = 1500;

export interface ReportedFact {
  readonly id: string;
  readonly text: string;
}

/** Half a character at the cut would be no valid address. */
const UNPAIRED_END = /[\ud800-\udbff]$/;

/**
 * The form's address, filled in. Holds nothing of the page or the reader but the
 * facts' order, which follows what the page is about: the text that is wrong is among the first.
 */
export function reportAddress(
  entity: EntityId,
  lang: string,
  facts: readonly ReportedFact[],
): string {
  const wording = facts.map(({ id, text }) => `${id}: ${text}`).join('\n');
  const fields = {
    entity,
    lang,
    facts: wording.slice(0, LONGEST_WORDING).replace(UNPAIRED_END, ''),
  };
  const query = Object.entries(fields).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return `${REPORT_FORM}?${query.join('&')}`;
}
