/**
 * The small script on every page: decides whether anything else is needed, and
 * is the one switch of what runs. On a page that is off, is not news or has no
 * mention it sends nothing and loads nothing.
 */
import { judgePage, type PageVerdict } from '../core/judge-page.ts';
import { addCounts, type MentionCounts, NO_MENTIONS, totalOf } from '../core/model.ts';
import type { PageState, PageStatus } from '../core/page-status.ts';
import type { Prefilter } from '../core/prefilter.ts';
import { choiceFor, type PageChoice, type Settings } from '../core/settings.ts';
import { createAnchorScan } from './anchor-scan.ts';
import { lookAgain } from './look-again.ts';
import { readSignals } from './read-signals.ts';
import { createShadowRoots, type RootOf } from './shadow-roots.ts';
import { pageAround, watchFrames } from './watch-frames.ts';
import { TEXT_CHANGES } from './watch-text.ts';
import { watchTurns } from './watch-turns.ts';

/** Starts annotating; comes with the session script, once the scout has asked for it. */
export type StartSession = (run: {
  readonly settings: Settings;
  readonly onCounts: (counts: MentionCounts) => void;
  readonly signal: AbortSignal;
}) => { use(settings: Settings): void };

export interface ScoutDoors {
  readonly readSettings: () => Promise<Settings>;
  readonly watchSettings: (onChange: (settings: Settings) => void, signal: AbortSignal) => void;
  /** Ask for the session script; it calls `attach`. */
  readonly wake: () => void;
  /** Shadow roots, closed ones too. */
  readonly rootOf?: RootOf;
  /** Have scouts brought to frames that hold a name; where this is left out, the document is such a frame itself. */
  readonly callFrames?: () => void;
  /** Say how the page stands, for the toolbar and an open popup. */
  readonly report: (status: PageStatus) => void;
}

/** Waits before shadow roots are looked for again on a page without a mention, in ms. */
const ROOT_WAITS = [500, 1500, 4000, 10_000, 30_000] as const;

/** States in which frames of the page are annotated too. */
const MAY_HAVE_FRAMES: readonly PageState[] = ['reading', 'no-mention', 'annotated'];

export interface Scout {
  /** The session script is here. */
  attach(start: StartSession): void;
  /** A frame of the page has so many mentions. */
  noteFrame(frame: number, counts: MentionCounts): void;
  /** How the page stands; who asks is told of changes from now on. */
  status(): PageStatus;
}

export function startScout(
  document: Document,
  anchors: Prefilter,
  doors: ScoutDoors,
  signal: AbortSignal,
): Scout {
  const hasAnchor = createAnchorScan(anchors);
  let settings: Settings | undefined;
  let state: PageState = 'reading';
  let counts: MentionCounts = NO_MENTIONS;
  let choice: PageChoice = 'off';
  /** Judged once for each look at the page, and only where somebody has to know. */
  let verdict: PageVerdict | undefined;
  let start: StartSession | undefined;
  let isAsked = false;
  /** Somebody knows how the page stood, and is told how it stands. */
  let isWatched = false;
  /** Lives as long as the page is annotated. */
  let run: AbortController | undefined;
  let session: ReturnType<StartSession> | undefined;

  /** What the page is, a frame's document cannot say. */
  const page = doors.callFrames ? document : pageAround(document);

  const judged = (): PageVerdict => {
    verdict ??= judgePage(readSignals(page));
    return verdict;
  };
  const isWanted = (): boolean => choice === 'on' || (choice === 'by-page' && judged().isNews);

  const status = (): PageStatus => {
    const { reasons } = judged();
    const inFrames = frames.counts();
    if (totalOf(inFrames) > 0 && MAY_HAVE_FRAMES.includes(state)) {
      return { state: 'annotated', counts: addCounts(counts, inFrames), reasons };
    }
    // A page without a name was not judged, for nothing hung on it.
    const isNoNews = state === 'no-mention' && !isWanted();
    return { state: isNoNews ? 'not-news' : state, counts, reasons };
  };

  /** The session was asked for and is not here yet. */
  const isComing = (): boolean => isAsked && !start;

  const become = (next: PageState, found: MentionCounts = NO_MENTIONS): void => {
    const isSame = next === state && JSON.stringify(found) === JSON.stringify(counts);
    state = next;
    counts = found;
    if (next === 'annotated' || next === 'site-off') isWatched = true;
    if (!isSame && isWatched) doors.report(status());
  };

  const halt = (next: PageState): void => {
    run?.abort();
    run = undefined;
    become(next);
  };

  const annotate = (): void => {
    if (!settings || signal.aborted) return;
    if (run) {
      session?.use(settings);
      return;
    }
    if (!start) {
      become('reading');
      if (!isAsked) doors.wake();
      isAsked = true;
      return;
    }
    const own = new AbortController();
    run = own;
    session = start({
      settings,
      signal: AbortSignal.any([own.signal, signal]),
      onCounts(found) {
        if (own.signal.aborted) return;
        become(totalOf(found) > 0 ? 'annotated' : 'no-mention', found);
      },
    });
  };

  /** `isDeep`: into shadow roots too, which costs more than a first look at a page may. */
  const look = (isDeep = false): void => {
    if (!settings || signal.aborted || !document.body) return;
    const { hostname, pathname } = page.location;
    verdict = undefined;
    choice = choiceFor(settings, hostname, pathname);
    if (choice === 'off' || choice === 'site-off' || choice === 'not-listed') {
      halt(choice);
      return;
    }
    // Names first: they cost least to look for, and most pages have none.
    if (run || (isDeep ? holdsAnchor : hasAnchor)(document.body)) {
      arrive();
      return;
    }
    become('no-mention');
    waitForMore();
  };

  /** For what comes without a sign. */
  const waitForMore = (): void => {
    late.renew();
    late.soon();
    frames.look();
  };

  /** There is a name: that is when it matters what the page is. */
  const arrive = (): void => {
    if (isWanted()) annotate();
    else halt('not-news');
    frames.look();
  };

  const use = (next: Settings): void => {
    const isFirst = settings === undefined;
    settings = next;
    look(!isFirst);
  };

  // Late text: only what was added is looked at, and only while nothing runs.
  const observer = new MutationObserver((records) => {
    turns.changed(state !== 'not-news');
    if (frames.isGone()) frames.look();
    if (run || isComing() || state !== 'no-mention') return;
    const isNew = records.some((record) =>
      record.type === 'childList'
        ? [...record.addedNodes].some(holdsAnchor)
        : holdsAnchor(record.target),
    );
    if (isNew) {
      verdict = undefined;
      arrive();
    } else late.soon();
  });
  observer.observe(document.documentElement, TEXT_CHANGES);

  const roots = createShadowRoots(document, doors.rootOf);
  const holdsAnchor = (node: Node): boolean => {
    if (hasAnchor(node)) return true;
    return node.nodeType === Node.ELEMENT_NODE && roots.in(node as Element).some(holdsAnchorIn);
  };
  const holdsAnchorIn = (root: ShadowRoot): boolean => {
    observer.observe(root, TEXT_CHANGES);
    return hasAnchor(root);
  };
  // Roots that come without a sign.
  const late = lookAgain(
    ROOT_WAITS,
    () => {
      if (run || isComing() || state !== 'no-mention') return;
      frames.look();
      if (document.body && roots.late().length > 0 && holdsAnchor(document.body)) arrive();
      else late.soon();
    },
    signal,
  );
  const frames = watchFrames({
    document,
    holdsAnchor: (body) => MAY_HAVE_FRAMES.includes(state) && hasAnchor(body) && isWanted(),
    call: doors.callFrames,
    onCounts() {
      isWatched = true;
      doors.report(status());
    },
    signal,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    run?.abort();
  });

  doors.watchSettings(use, signal);
  void doors.readSettings().then(use, () => undefined);
  const turns = watchTurns(
    document,
    {
      onTurn: () => look(),
      // Text that came since was looked at as it came; what the page declares may be complete only now.
      onLoaded: () => (state === 'no-mention' ? waitForMore() : look()),
      onBack() {
        // What was on its way did not come here.
        if (isComing()) isAsked = false;
        const tellAgain = (): void => {
          // The toolbar forgot what it showed for the page.
          if (isWatched && !signal.aborted) doors.report(status());
        };
        void doors
          .readSettings()
          .then(use)
          .then(tellAgain, () => undefined);
      },
    },
    signal,
  );

  return {
    attach(session) {
      start = session;
      // The name that it was asked for may stand in a shadow root.
      look(true);
    },
    noteFrame: frames.note,
    status() {
      isWatched = true;
      return status();
    },
  };
}
