/**
 * Takes the line from beneath words that are no mention any more, before the page is painted
 * the next time; what stands there now is read a little later.
 *
 * Frameworks write a sentence in many text nodes, `{first} {last}`, and exchange one of them.
 * A range in one node collapses then by itself. One over several nodes goes on as far as the
 * next node there is, and without this would underline whatever that says.
 */
import { type PlacedMention, rootsOf } from './place.ts';

export interface StaleWatch {
  /** Watch these mentions and no others. */
  use(mentions: readonly PlacedMention[]): void;
}

export function dropStale(document: Document, signal: AbortSignal): StaleWatch {
  let spanning: readonly (readonly [range: Range, words: string])[] = [];
  const observer = new MutationObserver(() => {
    for (const [range, words] of spanning) {
      // Collapsed ranges show nothing, and the next reading puts them back around the words.
      if (String(range) !== words) range.collapse(true);
    }
  });
  signal.addEventListener('abort', () => observer.disconnect());

  return {
    use(mentions) {
      spanning = mentions
        .filter(({ spanned }) => spanned !== undefined)
        .map(({ range }) => [range, String(range)]);
      observer.disconnect();
      if (spanning.length === 0 || signal.aborted) return;
      for (const root of [document, ...rootsOf(mentions)]) {
        observer.observe(root, { childList: true, characterData: true, subtree: true });
      }
    },
  };
}
