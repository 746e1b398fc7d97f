/**
 * Paints with the CSS Custom Highlight API: the page's tree is never touched.
 *
 * The registry belongs to the page, which may clear it: our entries are checked
 * and set again at every paint, and only names of our own are ever deleted. In
 * Firefox's isolated world iterating a Highlight or the registry throws, so
 * what we painted is kept in arrays of our own.
 */
import { ENTITY_IDS, type EntityId } from '../core/model.ts';
import { mentionRules } from './mention-style.ts';
import { createPageStyle } from './page-style.ts';
import type { Painter } from './painter.ts';
import type { PlacedMention } from './place.ts';

/** Highlight registry names; other tools read them. */
export const highlightName = (entity: EntityId): string => `bakteppe-${entity}`;
export const ACTIVE_HIGHLIGHT = 'bakteppe-active';

export function createHighlightPainter(document: Document, signal: AbortSignal): Painter {
  const css = mentionRules(
    (entity) => `::highlight(${highlightName(entity)})`,
    `::highlight(${ACTIVE_HIGHLIGHT})`,
  );
  const style = createPageStyle(document, css, signal);
  const painted = new Map<string, { ranges: readonly Range[]; highlight: Highlight }>();

  const set = (name: string, ranges: readonly Range[], priority: number): void => {
    const known = painted.get(name);
    const isSame =
      known?.ranges.length === ranges.length && known.ranges.every((r, at) => r === ranges[at]);
    if (isSame && CSS.highlights.get(name) === known?.highlight) return;
    if (ranges.length === 0) {
      if (painted.delete(name)) CSS.highlights.delete(name);
      return;
    }
    // Firefox 140 returns undefined from add() and set(): never chain them.
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    CSS.highlights.set(name, highlight);
    painted.set(name, { ranges: [...ranges], highlight });
  };

  signal.addEventListener('abort', () => {
    for (const name of painted.keys()) CSS.highlights.delete(name);
    painted.clear();
  });

  return {
    changesPage: false,
    paint(mentions) {
      if (signal.aborted) return;
      style.keep();
      for (const entity of ENTITY_IDS) {
        set(highlightName(entity), rangesOf(mentions, entity), 0);
      }
    },
    emphasise(mention) {
      if (!signal.aborted) set(ACTIVE_HIGHLIGHT, mention ? [mention.range] : [], 1);
    },
  };
}

function rangesOf(mentions: readonly PlacedMention[], entity: EntityId): Range[] {
  return mentions.filter((mention) => mention.entity === entity).map(({ range }) => range);
}
