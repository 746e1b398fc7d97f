/**
 * Finds the frames of a page that hold some of its article: those of its own origin that
 * are large enough to read in and hold a name. Each gets a scout of its own (docs/adr/0051).
 *
 * A frame of another origin is never entered: its document is not to be had, and asking
 * for it is all that an advertisement costs. What the frames' scouts count comes back by
 * way of the background and is added up here.
 */
import { addCounts, type MentionCounts, NO_MENTIONS } from '../core/model.ts';
import { onTrusted } from './on-trusted.ts';

export interface FrameWatch {
  /** Look for frames that hold a name and have not been asked for yet. */
  look(): void;
  /** Is a frame gone that was asked for? */
  isGone(): boolean;
  /** All frames' mentions together. */
  counts(): MentionCounts;
  /** A frame's scout says how many mentions it has. */
  note(frame: number, counts: MentionCounts): void;
}

export interface FrameOptions {
  readonly document: Document;
  readonly holdsAnchor: (body: HTMLElement) => boolean;
  /** Have scouts brought to the frames that have none, and ask all of them for their counts. */
  readonly call: (() => void) | undefined;
  /** The frames' mentions are others than they were. */
  readonly onCounts: () => void;
  readonly signal: AbortSignal;
}

/** Smaller frames are buttons and banners, in CSS px; most advertisements are lower or narrower. */
const LEAST = { width: 320, height: 160 };

export function watchFrames(options: FrameOptions): FrameWatch {
  const { document, holdsAnchor, call, onCounts, signal } = options;
  /** Documents in frames that scouts were asked for. */
  let asked: Document[] = [];
  let counted = new Map<number, MentionCounts>();

  const look = (): void => {
    if (!call) return;
    const fresh = [...framesIn(document)].filter(
      (inner) => !asked.includes(inner) && inner.body && holdsAnchor(inner.body),
    );
    const left = asked.filter(isThere);
    const isLost = left.length < asked.length;
    if (fresh.length === 0 && !isLost) return;
    asked = [...left, ...fresh];
    // Which of the counts were the lost frame's nobody can say: those that are left count anew.
    if (isLost) {
      counted = new Map();
      onCounts();
    }
    call();
  };
  // Loads do not bubble, but they are on their way to their frame.
  const onLoad = ({ target }: Event): void => {
    if (target instanceof HTMLIFrameElement || target instanceof HTMLFrameElement) look();
  };
  onTrusted(document, 'load', onLoad, { capture: true, passive: true, signal });

  return {
    look,
    isGone: () => !asked.every(isThere),
    counts: () => [...counted.values()].reduce(addCounts, NO_MENTIONS),
    note(frame, counts) {
      counted.set(frame, counts);
      onCounts();
    },
  };
}

/** Has the document a frame still? Firefox takes a gone one away from us: to ask it throws. */
function isThere(inner: Document): boolean {
  try {
    return inner.defaultView !== null;
  } catch {
    return false;
  }
}

/** The document whose address and signals say what a page is: the outermost of the same origin. */
export function pageAround(document: Document): Document {
  return document.defaultView?.top?.document ?? document;
}

/**
 * Is all around this document of its own origin? Within a frame of another, its page does not see it. And
 * a frame may have gone elsewhere since somebody looked, with a script of ours on its way to it.
 */
export function isOfPage({ defaultView }: Document): boolean {
  try {
    for (let view = defaultView; view && view !== view.top; view = view.parent as typeof view) {
      if (!view.frameElement) return false;
    }
    return true;
  } catch {
    return false;
  }
}

/** The documents in frames of this origin that are large enough to read in. */
function* framesIn(document: Document): Generator<Document> {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe, frame')) {
    const inner = frame.contentDocument;
    if (!inner) continue;
    if (frame.clientWidth < LEAST.width || frame.clientHeight < LEAST.height) continue;
    yield inner;
    yield* framesIn(inner);
  }
}
