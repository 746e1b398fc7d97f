/** What the background answers once it brought texts: their languages. Checked by hand on the page. */
import { fieldsOf, isTag } from './checks.ts';

/** Languages of texts: of the cards themselves, and of the words that facts are ranked by. */
export interface TextsBrought {
  readonly lang: string;
  readonly topics: string;
}

/** Them, or undefined for anything else: an extension that is gone answers nothing. */
export function parseTextsAnswer(answer: unknown): TextsBrought | undefined {
  const { lang, topics } = fieldsOf(answer);
  return isTag(lang) && isTag(topics) ? { lang, topics } : undefined;
}

/** The language of the originals that were brought. */
export function parseOriginalsAnswer(answer: unknown): string | undefined {
  const { lang } = fieldsOf(answer);
  return isTag(lang) ? lang : undefined;
}
