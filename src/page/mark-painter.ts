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
import { ENTITY_IDS, type EntityId } from '../core/model.ts';
import { keepSelection } from './keep-selection.ts';
import { leaseNeeded } from './lease.ts';
import {
  FORCED_LINE,
  forcedTinted,
  QUIET_ON_SMEARING,
  quietLine,
  rule,
  SMEARING,
  STRONG_ON_SMEARING,
  strongLine,
  THIN_ENTITIES,
  tinted,
} from './mention-style.ts';
import { createPageStyle } from './page-style.ts';
import type { Painter } from './painter.ts';
import { type PlacedMention, rootsOf } from './place.ts';
import { createSplitTexts } from './split-texts.ts';
import { createTones, TONES } from './text-tone.ts';

const ATTRIBUTE = 'data-bakteppe';
/** Its value is the tone of the text. */
const STRONG_ATTRIBUTE = 'data-bakteppe-strong';
const ACTIVE_ATTRIBUTE = 'data-bakteppe-active';
const POINTED_ATTRIBUTE = 'data-bakteppe-pointed';

/** A page that took the marks out of the same texts so many times on end may have its way. */
const MOST_TRIES = 10;

interface Job {
  readonly start: number;
  readonly length: number;
  readonly mention: PlacedMention;
}

export function createMarkPainter(document: Document, signal: AbortSignal): Painter {
  const style = createPageStyle(document, markRules(), signal);
  let marks = new Map<PlacedMention, HTMLElement[]>();
  let strong: ReadonlySet<PlacedMention> = new Set();

  const splits = createSplitTexts();
  // Before the page is painted: marks beside words that are others now would repeat the old ones.
  const observer = new MutationObserver(splits.undoTouched);

  let tries = 0;
  let texts = '';
  let wereTaken = false;
  /** Has the page won? Each of our tries is answered by one of its own: that would go on for ever. */
  const isGivenUp = (mentions: readonly PlacedMention[]): boolean => {
    const now = mentions.map(({ context }) => context).join('\n');
    if (now !== texts) tries = 0;
    else if (wereTaken) tries++;
    texts = now;
    return tries >= MOST_TRIES;
  };

  const undo = (): void => {
    const elements = [...marks.values()].flat();
    if (elements.length > 0) wereTaken = elements.every(({ isConnected }) => !isConnected);
    observer.disconnect();
    splits.undo();
    marks = new Map();
  };
  signal.addEventListener('abort', () => keepSelection(document, undo));

  const mark = (mentions: readonly PlacedMention[]): void => {
    style.keep(rootsOf(mentions));
    undo();
    if (mentions.length === 0 || isGivenUp(mentions)) return;
    const wrap = (context: Element, jobs: Job[]): void =>
      new Mark(context as HTMLElement).markRanges(jobs, {
        each(element, range) {
          const { mention } = range as unknown as Job;
          element.removeAttribute('data-markjs');
          element.setAttribute(ATTRIBUTE, mention.entity);
          marks.set(mention, [...(marks.get(mention) ?? []), element as HTMLElement]);
        },
      });
    splits.during(
      mentions.map(({ range }) => range),
      () => {
        for (const [context, jobs] of jobsByElement(mentions)) wrap(context, jobs);
      },
    );
    // Wrapping moved the text into new nodes: the ranges follow it there.
    for (const [{ range }, elements] of marks) {
      const first = elements[0]?.firstChild;
      const last = elements.at(-1)?.lastChild;
      if (!first || !last) continue;
      range.setStart(first, 0);
      range.setEnd(last, last.textContent?.length ?? 0);
    }
    for (const root of [document, ...rootsOf(mentions)]) {
      observer.observe(root, { childList: true, characterData: true, subtree: true });
    }
    observer.takeRecords();
  };
  const tag = (name: string, valueFor: (mention: PlacedMention) => string | undefined): void => {
    for (const [mention, elements] of marks) {
      const value = valueFor(mention);
      for (const element of elements) {
        if (value === undefined) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
    }
  };
  const tagTones = (): void => tag(STRONG_ATTRIBUTE, createTones(strong));

  return {
    changesPage: true,
    paint(mentions, nowStrong) {
      if (signal.aborted) return;
      const isSame = mentions.length === marks.size && mentions.every((m) => marks.has(m));
      if (!isSame) keepSelection(document, () => mark(mentions));
      strong = nowStrong;
      tagTones();
    },
    emphasise: (mention) => tag(ACTIVE_ATTRIBUTE, (other) => (other === mention ? '' : undefined)),
    point: (mention) => tag(POINTED_ATTRIBUTE, (other) => (other === mention ? '' : undefined)),
    refresh: tagTones,
    putBack: () => marks.size > 0 && style.keep(),
  };
}

/** With the page's and the browser's rules for marks undone: the words look as they did. */
function markRules(): string {
  const all = `mark[${ATTRIBUTE}]`;
  const tints = [`${all}[${POINTED_ATTRIBUTE}]`, `${all}[${ACTIVE_ATTRIBUTE}]`];
  const isImportant = true;
  const select = (entity: EntityId): string => `mark[${ATTRIBUTE}="${entity}"]`;
  const thin = THIN_ENTITIES.map(select);
  const rules = ENTITY_IDS.flatMap((entity) => {
    const own = select(entity);
    return [
      rule([own], quietLine(entity), isImportant),
      ...TONES.map((tone) =>
        rule([`${own}[${STRONG_ATTRIBUTE}="${tone}"]`], strongLine(entity, tone), isImportant),
      ),
    ];
  });
  return `${all} { all: unset !important; }
${rules.join('\n')}
@media ${SMEARING} {
${rule(thin, QUIET_ON_SMEARING, isImportant)}
${TONES.map((tone) =>
  rule(
    thin.map((own) => `${own}[${STRONG_ATTRIBUTE}="${tone}"]`),
    STRONG_ON_SMEARING,
    isImportant,
  ),
).join('\n')}
}
@media not print {
${rule(tints, tinted(), isImportant)}
}
@media (forced-colors: active) {
${rule([all, `${all}[${STRONG_ATTRIBUTE}]`], FORCED_LINE, isImportant)}
${rule(tints, forcedTinted(), isImportant)}
}
${leaseNeeded()}`;
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
