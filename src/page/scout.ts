/**
 * The small script on every page: decides whether anything else is needed, and
 * is the one switch of what runs. On a page that is off, is not news or has no
 * mention it sends nothing and loads nothing.
 */
import { judgePage, type NewsReason } from '../core/judge-page.ts';
import { type MentionCounts, NO_MENTIONS, totalOf } from '../core/model.ts';
import { expressionOf } from '../core/name-key.ts';
import type { PageState, PageStatus } from '../core/page-status.ts';
import { choiceFor, type Settings } from '../core/settings.ts';
import { readSignals } from './read-signals.ts';
import { isInSkipped, isSkipped } from './scope.ts';

/** Starts annotating; comes with the session script, once the scout has asked for it. */
export type StartSession = (run: {
  readonly painter: Settings['painter'];
  readonly onCounts: (counts: MentionCounts) => void;
  readonly signal: AbortSignal;
}) => void;

export interface ScoutDoors {
  readonly readSettings: () => Promise<Settings>;
  readonly watchSettings: (onChange: (settings: Settings) => void, signal: AbortSignal) => void;
  /** Ask for the session script; it calls `attach`. */
  readonly wake: () => void;
  /** Say how the page stands, for the toolbar and an open popup. */
  readonly report: (status: PageStatus) => void;
}

export interface Scout {
  /** The session script is here. */
  attach(start: StartSession): void;
  /** How the page stands; who asks is told of changes from now on. */
  status(): PageStatus;
}

export function startScout(
  document: Document,
  anchors: string,
  doors: ScoutDoors,
  signal: AbortSignal,
): Scout {
  const anchor = expressionOf(anchors, 'i');
  const host = document.location.hostname;
  let settings: Settings | undefined;
  let state: PageState = 'reading';
  let counts: MentionCounts = NO_MENTIONS;
  let reasons: readonly NewsReason[] = [];
  let start: StartSession | undefined;
  let isAsked = false;
  let isWatched = false;
  /** Lives as long as the page is annotated under one reading of the settings. */
  let run: AbortController | undefined;
  let runsWith: Settings['painter'] | undefined;

  const status = (): PageStatus => ({ state, counts, reasons });

  const become = (next: PageState, found: MentionCounts = NO_MENTIONS): void => {
    const wasSeen = state === 'annotated' || state === 'site-off' || state === 'off';
    const isSame = next === state && JSON.stringify(found) === JSON.stringify(counts);
    state = next;
    counts = found;
    const isSeen = next === 'annotated' || next === 'site-off';
    if (!isSame && (isSeen || wasSeen || isWatched)) doors.report(status());
  };

  const halt = (next: PageState): void => {
    run?.abort();
    run = undefined;
    become(next);
  };

  const annotate = (): void => {
    if (!settings || signal.aborted) return;
    if (run && runsWith === settings.painter) return;
    run?.abort();
    run = undefined;
    if (!start) {
      become('reading');
      if (!isAsked) doors.wake();
      isAsked = true;
      return;
    }
    const own = new AbortController();
    run = own;
    runsWith = settings.painter;
    start({
      painter: settings.painter,
      signal: AbortSignal.any([own.signal, signal]),
      onCounts(found) {
        if (own.signal.aborted) return;
        become(totalOf(found) > 0 ? 'annotated' : 'no-mention', found);
      },
    });
  };

  const look = (): void => {
    if (!settings || signal.aborted || !document.body) return;
    const choice = choiceFor(settings, host);
    if (choice === 'off' || choice === 'site-off') {
      halt(choice);
      return;
    }
    const verdict = judgePage(readSignals(document));
    reasons = verdict.reasons;
    if (choice === 'by-page' && !verdict.isNews) halt('not-news');
    else if (run || hasAnchor(document.body, anchor)) annotate();
    else become('no-mention');
  };

  const use = (next: Settings): void => {
    settings = next;
    look();
  };

  // Late text: only what was added is looked at, and only while nothing runs.
  const observer = new MutationObserver((records) => {
    if (run || isAsked || state !== 'no-mention') return;
    const isNew = records.some((record) =>
      record.type === 'characterData'
        ? hasAnchor(record.target, anchor)
        : [...record.addedNodes].some((node) => hasAnchor(node, anchor)),
    );
    if (isNew) annotate();
  });
  observer.observe(document.documentElement, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    run?.abort();
  });

  // Pages that draw themselves, and pages that become another without loading.
  const view = document.defaultView;
  view?.addEventListener('load', look, { once: true, signal });
  view?.addEventListener('popstate', look, { signal });
  const navigation = (view as { navigation?: EventTarget } | null)?.navigation;
  navigation?.addEventListener('navigatesuccess', look, { signal });

  doors.watchSettings(use, signal);
  void doors.readSettings().then(use, () => undefined);

  return {
    attach(session) {
      start = session;
      look();
    },
    status() {
      isWatched = true;
      return status();
    },
  };
}

/** Does readable text at or below the node hold a name that can stand alone? Walks text nodes. */
function hasAnchor(node: Node, anchor: RegExp): boolean {
  if (node.nodeType === Node.TEXT_NODE) {
    return anchor.test((node as Text).data) && !isInSkipped(node);
  }
  if (node.nodeType !== Node.ELEMENT_NODE || isSkipped(node as Element)) return false;
  const document = node.ownerDocument;
  const texts = document?.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = texts?.nextNode(); text; text = texts?.nextNode()) {
    if (mayHold((text as Text).data, anchor) && !isInSkipped(text)) return true;
  }
  return splitName(node as Element, anchor);
}

function mayHold(data: string, anchor: RegExp): boolean {
  // Soft hyphens inside a name are rare, and dear to look for everywhere.
  return anchor.test(data.includes('\u00ad') ? data.replaceAll('\u00ad', '') : data);
}

/** A name written across inline elements ("Kim <b>Jong-un</b>") on a page that has no whole one. */
function splitName(root: Element, anchor: RegExp): boolean {
  for (const inline of root.querySelectorAll('b, strong, em, i, mark, a, span.hl')) {
    const around = inline.parentElement;
    if (!around || around.childNodes.length > 40 || isInSkipped(around)) continue;
    const text = around.textContent ?? '';
    if (text.length < 2000 && anchor.test(text)) return true;
  }
  return false;
}
