/**
 * One page from first reading to teardown: reads, paints, answers the reader,
 * until the signal aborts. Knows nothing of extensions: names, texts and
 * settings come in as arguments, so that it runs on any plain page.
 */
import { entityNamed } from '../core/entity-named.ts';
import type { WalkPosition } from '../core/mention-list.ts';
import { type MentionCounts, NO_MENTIONS } from '../core/model.ts';
import type { Settings } from '../core/settings.ts';
import { clearRemains } from './clear-remains.ts';
import type { Part } from './composed.ts';
import { dropStale } from './drop-stale.ts';
import { createFirsts } from './first-in-sections.ts';
import { followReader, type ReaderFollowing } from './follow-reader.ts';
import { createGround } from './ground.ts';
import { createHitTest } from './hit-test.ts';
import { beginTurn, inSlices, pause } from './in-slices.ts';
import { keepPainted } from './keep-painted.ts';
import { createMentionIndex } from './mention-index.ts';
import { createNameStock, type NameSource, undeclaredLanguage } from './name-source.ts';
import { type CreatePainter, choosePainter, type Painter } from './painter.ts';
import { type PlacedMention, rootsOf, sharedFrom } from './place.ts';
import { type PresentDoors, presentCard } from './present-card.ts';
import { revealHidden } from './reveal-hidden.ts';
import { createScroller } from './scroll-to-range.ts';
import { createShadowRoots, type RootOf } from './shadow-roots.ts';
import { isLongPage, viewportParts } from './viewport-parts.ts';
import { type MentionWalk, walkMentions } from './walk-mentions.ts';
import { type Change, watchText } from './watch-text.ts';

export interface SessionOptions {
  readonly document: Document;
  readonly names: NameSource;
  readonly settings: Settings;
  readonly doors: PresentDoors;
  /** The lease of what is seen is on its way, where there is one: nothing is painted before. */
  readonly leasing?: Promise<unknown> | undefined;
  /** The painter of marks, brought when marks are wanted. */
  readonly bringMarks: () => Promise<CreatePainter | undefined>;
  /** Shadow roots, closed ones too. */
  readonly rootOf?: RootOf;
  readonly onCounts: (counts: MentionCounts) => void;
  readonly signal: AbortSignal;
}

export interface Session {
  /** Settings changed: follow them without a new reading. */
  use(settings: Settings): void;
  /** The reader's way through the mentions by key. */
  readonly walk: MentionWalk;
  /** For a side panel: tell which mention the reader has before them. */
  readonly follow: ReaderFollowing['follow'];
  /** Open the card of what the reader selected; undefined where it is no mention and names none. */
  about(text: string): WalkPosition | undefined;
}

/** What could be seen before is looked at again at most so often when text arrives, in ms. */
const LOOK_MS = 1000;
/** Nothing is known of how the page changed. */
const ANY_CHANGE: Change = { isMoved: true, gone: [] };
/** Mentions that are made ready for painting between two chances to pause. */
const MENTIONS_PER_SLICE = 200;

/** Start a session on a document that has a body. */
export function startSession(options: SessionOptions): Session {
  const { document, signal } = options;
  /** The whole of the page's text; a page may put another body in the place of the first. */
  const whole = (): Element => document.body ?? document.documentElement;
  clearRemains(document, options.rootOf);
  const stock = createNameStock(options.names);
  const index = createMentionIndex(stock.prepared());
  const hitTest = createHitTest(document);
  const roots = createShadowRoots(document, options.rootOf);
  let settings = options.settings;
  let painting = new AbortController();
  const paintWith = (preference: Settings['painter']): Painter =>
    choosePainter({
      document,
      preference,
      bringMarks: options.bringMarks,
      onReady: () => void readInTurn([whole()]),
      signal: painting.signal,
    });
  let painter = paintWith(settings.painter);
  const ground = createGround(document, settings.ground, signal);
  const stale = dropStale(document, signal);
  let mentions: readonly PlacedMention[] = [];
  /** The page as a whole is being written, not read. */
  let isWritten = false;
  let reading = Promise.resolve();
  /** When it was last looked at what can be seen; see `LOOK_MS`. */
  let lookedAt = -LOOK_MS;
  /** The page was read once, so that who counts its mentions was told. */
  let isRead = false;

  const scroller = createScroller(document);
  const emphasise = (): void => {
    painter.emphasise(card.shown() ?? walk.marked());
    following.look();
  };

  const card = presentCard({
    document,
    hitTest,
    settings,
    doors: options.doors,
    onShown: emphasise,
    onPointed: (mention) => painter.point(mention),
    signal,
  });
  const walk = walkMentions({ document, card, scroller, onMark: emphasise, signal });
  const walked = (): PlacedMention | undefined => {
    const mention = walk.marked();
    return mention && scroller.isInView(mention.range) ? mention : undefined;
  };
  const following = followReader({ document, chosen: () => card.shown() ?? walked(), signal });

  const firsts = createFirsts();
  const strongOf = (all: readonly PlacedMention[]): ReadonlySet<PlacedMention> =>
    settings.strength === 'first' ? firsts.of(all) : new Set(all);
  const wanted = (all: boolean): PlacedMention[] => {
    if (all) lookedAt = performance.now();
    return index.mentions(all).filter(({ entity }) => !settings.hidden.includes(entity));
  };

  /** `all`: what could be seen, or could not, may have changed since. */
  const paint = (all = true): void => {
    isWritten = document.designMode === 'on';
    mentions = isWritten ? [] : wanted(all);
    painter.paint(mentions, strongOf(mentions));
    if (mentions.length > 0) ground.keep(rootsOf(mentions));
    stale.use(painter.changesPage ? [] : mentions);
    hitTest.update(mentions, painter.changesPage);
    card.use(mentions);
    walk.use(mentions);
    following.use(mentions);
    emphasise();
    options.onCounts(countsOf(mentions));
  };

  /** All that painting asks of the page, so that painting is one short step. */
  function* prepare(all: boolean): Generator<void> {
    yield* index.judge(all);
    const now = wanted(false);
    const same = sharedFrom(mentions, now);
    // What only grew is known but for what is new.
    const begin = same === mentions.length ? same : 0;
    for (let from = begin; from < now.length; from += MENTIONS_PER_SLICE) {
      const upTo = now.slice(0, from + MENTIONS_PER_SLICE);
      painter.prepare?.(upTo.slice(from));
      if (settings.strength === 'first') yield* firsts.prepare(upTo.slice(from));
      strongOf(upTo);
      yield;
    }
  }

  const read = async (outer: readonly Part[], change = ANY_CHANGE): Promise<void> => {
    const turn = beginTurn();
    if (painter.changesPage) painter.paint([], new Set());
    const parts: Part[] = [];
    for (const part of painter.changesPage ? [whole()] : outer) {
      const inner = roots.in(part);
      inner.forEach(watch.follow);
      parts.push(part, ...inner);
    }
    const isParted = firsts.note([...outer, ...change.gone]);
    const isChanged = await inSlices(index.read(parts, change.isMoved), turn, signal);
    if (signal.aborted) return;
    const isDue = performance.now() - lookedAt > LOOK_MS;
    if (isChanged || isParted || !isRead || painter.changesPage || (isDue && index.hasHidden())) {
      await inSlices(prepare(isDue), turn, signal);
      if (signal.aborted) return;
      paint(isDue);
    }
    isRead = true;
    watch.ignoreOwn();
    if (await completeNames(index.languages())) await read([whole()]);
  };

  /** Names for texts in other languages than the page declares; true if there is reason to read anew. */
  const completeNames = async (langs: readonly string[]): Promise<boolean> => {
    if (!(await stock.complete(langs)) || signal.aborted) return false;
    index.useNames(stock.prepared());
    return true;
  };
  // One reading at a time: two at once would hold a part twice.
  const readInTurn = (parts: readonly Part[], change = ANY_CHANGE): Promise<void> => {
    reading = reading.then(() => (signal.aborted ? undefined : read(parts, change)));
    return reading;
  };

  const watch = watchText(
    document.documentElement,
    (parts, change) => void readInTurn(parts, change),
    signal,
  );
  const isCardLost = (): boolean => card.shown()?.range.getClientRects().length === 0;
  const reveal = (): void => {
    if (index.hasHidden() || isCardLost()) paint();
  };
  revealHidden(document, reveal, signal);
  const putBack = (): boolean => {
    const wasBare = mentions.length > 0 && ground.keep();
    return painter.putBack() || wasBare;
  };
  const refresh = (): void => {
    // Nothing tells of `designMode`.
    if (isWritten !== (document.designMode === 'on')) paint();
    else painter.refresh();
    const late = roots.late();
    if (late.length > 0) void readInTurn(late);
  };
  keepPainted(document, { refresh, putBack }, signal);
  signal.addEventListener('abort', () => {
    painting.abort();
    options.onCounts(NO_MENTIONS);
  });
  const begin = async (): Promise<void> => {
    const language = undeclaredLanguage(document);
    await Promise.all([completeNames(language ? [language] : []), options.leasing]);
    if (isLongPage(document)) {
      await pause();
      const first = signal.aborted ? [] : viewportParts(document);
      await pause();
      if (first.length > 0 && !signal.aborted) await read(first);
      await pause();
    }
    if (!signal.aborted) await read([whole()]);
  };
  reading = begin();

  return {
    walk,
    follow: following.follow,
    about: (text) => walk.about(entityNamed(text, stock.prepared())),
    use(next) {
      const before = settings;
      settings = next;
      card.follow(next);
      ground.use(next.ground);
      if (next.painter !== before.painter) {
        painting.abort();
        painting = new AbortController();
        painter = paintWith(next.painter);
      }
      if (next.painter !== before.painter || next.hidden.join() !== before.hidden.join()) {
        void readInTurn([whole()]);
      } else if (next.strength !== before.strength) {
        paint();
      }
    },
  };
}

function countsOf(mentions: readonly PlacedMention[]): MentionCounts {
  const counts = { ...NO_MENTIONS };
  for (const { entity } of mentions) counts[entity]++;
  return counts;
}
