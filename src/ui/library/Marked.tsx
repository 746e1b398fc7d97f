/**
 * A text with the words searched for marked in it.
 *
 * Preact renders the element and never looks inside: mark.js splits and wraps
 * text nodes, and a tree that thought them its own would break at the next
 * rendering. So text and marks are put in anew whenever either changes.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { placesOf, searchable } from '../../core/search-text.ts';
import { markHits } from './mark-hits.ts';

interface MarkedProps {
  readonly text: string;
  /** The words at its start that stand out. */
  readonly lead?: string;
  /** As `wordsOf` gives them. */
  readonly words: readonly string[];
}

export function Marked({ text, lead = '', words }: MarkedProps) {
  const box = useRef<HTMLSpanElement>(null);
  const key = words.join('\n');
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const start = document.createElement('span');
    start.className = 'lead';
    start.textContent = lead;
    element.replaceChildren(...(lead ? [start] : []), text.slice(lead.length));
    if (key) markHits(element, placesOf(searchable(text), key.split('\n')));
  }, [text, lead, key]);
  return <span ref={box} />;
}
