/**
 * Paints with `<mark data-bakteppe>` elements through mark.js, fed by our own
 * offsets: where the Highlight API is missing, and where a reader asks for marks
 * (screen readers announce them, and they survive copying and saving).
 *
 * mark.js counts offsets over all text nodes of its context but those in script
 * and style. It tags its elements `data-markjs`, which a page using mark.js
 * itself would take for its own: the tag is exchanged for ours at once, and
 * undoing is ours too. Undone, the page's HTML is byte-identical.
 */
import Mark from 'mark.js';
import type { EntityId } from '../core/model.ts';
import { mentionRules } from './mention-style.ts';
import { createPageStyle } from './page-style.ts';
import type { Painter } from './painter.ts';
import type { PlacedMention } from './place.ts';

const ATTRIBUTE = 'data-bakteppe';
const ACTIVE_ATTRIBUTE = 'data-bakteppe-active';

interface Job {
  readonly start: number;
  readonly length: number;
  readonly mention: PlacedMention;
}

export function createMarkPainter(document: Document, signal: AbortSignal): Painter {
  const marked = (entity: EntityId): string => `mark[${ATTRIBUTE}="${entity}"]`;
  const css = `mark[${ATTRIBUTE}] { background: none; color: inherit; font: inherit; }
${mentionRules(marked, `mark[${ATTRIBUTE}][${ACTIVE_ATTRIBUTE}]`)}`;
  const style = createPageStyle(document, css, signal);
  let marks = new Map<PlacedMention, HTMLElement[]>();

  const undo = (): void => {
    for (const elements of marks.values()) elements.forEach(unwrap);
    marks = new Map();
  };
  signal.addEventListener('abort', undo);

  return {
    changesPage: true,
    paint(mentions) {
      const isSame = mentions.length === marks.size && mentions.every((m) => marks.has(m));
      if (signal.aborted || isSame) return;
      style.keep();
      undo();
      for (const [element, jobs] of jobsByElement(mentions)) {
        new Mark(element as HTMLElement).markRanges(jobs, {
          each(mark, range) {
            const { mention } = range as unknown as Job;
            mark.removeAttribute('data-markjs');
            mark.setAttribute(ATTRIBUTE, mention.entity);
            marks.set(mention, [...(marks.get(mention) ?? []), mark as HTMLElement]);
          },
        });
      }
      // Wrapping moved the text into new nodes: the ranges follow it there.
      for (const [{ range }, elements] of marks) {
        const first = elements[0]?.firstChild;
        const last = elements.at(-1)?.lastChild;
        if (!first || !last) continue;
        range.setStart(first, 0);
        range.setEnd(last, last.textContent?.length ?? 0);
      }
    },
    emphasise(mention) {
      for (const [other, elements] of marks) {
        for (const mark of elements) mark.toggleAttribute(ACTIVE_ATTRIBUTE, other === mention);
      }
    },
  };
}

function unwrap(mark: HTMLElement): void {
  const parent = mark.parentNode;
  if (!parent) return;
  mark.replaceWith(...mark.childNodes);
  parent.normalize();
}

/** Offsets in mark.js's count, all taken before the first wrapping moves anything. */
function jobsByElement(mentions: readonly PlacedMention[]): Map<Element, Job[]> {
  const jobs = new Map<Element, Job[]>();
  for (const mention of mentions) {
    const start = offsetIn(
      mention.element,
      mention.range.startContainer,
      mention.range.startOffset,
    );
    const end = offsetIn(mention.element, mention.range.endContainer, mention.range.endOffset);
    if (start === undefined || end === undefined || end <= start) continue;
    const list = jobs.get(mention.element) ?? [];
    list.push({ start, length: end - start, mention });
    jobs.set(mention.element, list);
  }
  return jobs;
}

const UNCOUNTED = new Set(['SCRIPT', 'STYLE', 'TITLE', 'HEAD', 'HTML']);

function offsetIn(context: Element, node: Node, offset: number): number | undefined {
  const texts = context.ownerDocument.createNodeIterator(context, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text === node) return count + offset;
    if (!UNCOUNTED.has(text.parentElement?.tagName ?? '')) count += (text as Text).length;
  }
  return undefined;
}
