/** What makes mentions visible, and the choice between the two ways of doing it. */
import { createHighlightPainter } from './highlight-painter.ts';
import type { PlacedMention } from './place.ts';

export interface Painter {
  /** Make exactly these mentions visible, some of them strongly. Cheap when nothing changed. */
  paint(mentions: readonly PlacedMention[], strong: ReadonlySet<PlacedMention>): void;
  /** Ask of the page what painting these mentions will have to know; a slice of them at a time. */
  prepare?(mentions: readonly PlacedMention[]): void;
  /** Show which mention's card is open; undefined for none. */
  emphasise(mention: PlacedMention | undefined): void;
  /** Show which mention is pointed at, before its card opens; undefined for none. */
  point(mention: PlacedMention | undefined): void;
  /** Follow the page's colours, which may have changed. Reads styles: ask now and then. */
  refresh(): void;
  /** Put back what the page took away; was anything missing? Cheap enough for every frame. */
  putBack(): boolean;
  /** Does painting change the page's tree, so that its own changes must be told apart? */
  readonly changesPage: boolean;
}

/** Paints with marks; comes to the page as a script of its own, with mark.js. */
export type CreatePainter = (document: Document, signal: AbortSignal) => Painter;

export interface PainterChoice {
  readonly document: Document;
  readonly preference: 'automatic' | 'marks';
  /** The painter of marks; undefined when the extension is gone. */
  readonly bringMarks: () => Promise<CreatePainter | undefined>;
  /** The painter of marks is here: what is to be seen is to be painted anew. */
  readonly onReady: () => void;
  readonly signal: AbortSignal;
}

/**
 * Highlights where the browser has them (Chromium 105, Safari 17.2, Firefox
 * 140), marks in the page elsewhere or where the reader asks for them.
 * Everything painted goes when the signal aborts.
 */
export function choosePainter(choice: PainterChoice): Painter {
  const hasHighlights = typeof CSS !== 'undefined' && 'highlights' in CSS;
  return hasHighlights && choice.preference === 'automatic'
    ? createHighlightPainter(choice.document, choice.signal)
    : comingMarks(choice);
}

/** Marks, once what paints them is here; until then nothing is seen. */
function comingMarks({ document, bringMarks, onReady, signal }: PainterChoice): Painter {
  let marks: Painter | undefined;
  void bringMarks().then((create) => {
    if (!create || signal.aborted) return;
    marks = create(document, signal);
    onReady();
  });
  return {
    changesPage: true,
    paint: (mentions, strong) => marks?.paint(mentions, strong),
    emphasise: (mention) => marks?.emphasise(mention),
    point: (mention) => marks?.point(mention),
    refresh: () => marks?.refresh(),
    putBack: () => marks?.putBack() ?? false,
  };
}
