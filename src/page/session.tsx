/**
 * One page from first reading to teardown: reads, paints, answers the reader,
 * until the signal aborts. Knows nothing of extensions: names, texts and
 * settings come in as arguments, so that it runs on any plain page.
 */
import type { CardContent } from '../core/card-content.ts';
import { type CardEvent, type CardState, shownIn, step, timeoutOf } from '../core/card-state.ts';
import type { NameContext } from '../core/compile-names.ts';
import type { Matcher } from '../core/matcher.ts';
import { type EntityId, type MentionCounts, NO_MENTIONS } from '../core/model.ts';
import type { Strings } from '../core/strings.ts';
import { Card } from '../ui/Card.tsx';
import { createCardHost } from './card-host.tsx';
import { createHitTest, type Point } from './hit-test.ts';
import { listenToReader } from './listen-to-reader.ts';
import { createMentionIndex } from './mention-index.ts';
import { choosePainter } from './painter.ts';
import type { PlacedMention } from './place.ts';
import { watchText } from './watch-text.ts';

/** All that cards show, in the one language in use. */
export interface CardTexts {
  readonly cards: Readonly<Record<EntityId, CardContent>>;
  readonly strings: Strings;
}

export interface SessionOptions {
  readonly document: Document;
  readonly matcher: Matcher;
  readonly contexts: NameContext;
  readonly painter: 'automatic' | 'marks';
  /** Fetches the texts, once, when there is something to show. */
  readonly loadTexts: () => Promise<CardTexts | undefined>;
  readonly onCounts: (counts: MentionCounts) => void;
  /** Today as "YYYY-MM-DD", asked when a card opens. */
  readonly today: () => string;
  readonly signal: AbortSignal;
}

/** Work on the page goes in slices of about this length, in ms, so that it stays responsive. */
const SLICE_MS = 8;
/** Hidden text is looked at again this long after the reader did something, in ms. */
const REVEAL_MS = 250;

/** Start a session; resolves when the page was read once. */
export async function startSession(options: SessionOptions): Promise<void> {
  const { document, signal } = options;
  const body = document.body;
  if (!body) return;
  const index = createMentionIndex(options.matcher, options.contexts);
  const painter = choosePainter(document, options.painter, signal);
  const hitTest = createHitTest(document);
  const host = createCardHost(document, signal);

  let texts: CardTexts | undefined;
  let state: CardState<PlacedMention> = { name: 'closed' };
  let shown: PlacedMention | undefined;
  let near: Point | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let mentions: readonly PlacedMention[] = [];
  let reading = Promise.resolve();

  const send = (event: CardEvent<PlacedMention>, at?: Point): void => {
    const next = step(state, event);
    if (next === state) return;
    state = next;
    if (at) near = at;
    clearTimeout(timer);
    const wait = timeoutOf(state);
    if (wait !== undefined) timer = setTimeout(() => send({ type: 'elapsed' }), wait);
    show();
  };

  const show = (): void => {
    const mention = shownIn(state);
    const isPinned = state.name === 'pinned';
    if (mention === shown && !isPinned) return;
    shown = mention;
    painter.emphasise(mention);
    const content = mention && texts?.cards[mention.entity];
    if (!mention || !content || !texts) {
      host.hide();
      return;
    }
    const card = (
      <Card
        content={content}
        strings={texts.strings}
        today={options.today()}
        isPinned={isPinned}
        onPin={() => send(isPinned ? { type: 'dismiss' } : { type: 'pin', at: mention })}
        onClose={() => send({ type: 'dismiss' })}
      />
    );
    host.show(card, mention.range, near);
  };

  const paint = (): void => {
    mentions = index.mentions();
    painter.paint(mentions);
    hitTest.update(mentions);
    if (shown && !mentions.includes(shown)) send({ type: 'dismiss' });
    options.onCounts(countsOf(mentions));
    if (mentions.length > 0 && !texts) void loadTexts();
  };

  const loadTexts = async (): Promise<void> => {
    texts ??= await options.loadTexts();
    if (!signal.aborted) show();
  };

  const read = async (parts: readonly Element[]): Promise<void> => {
    if (painter.changesPage) painter.paint([]);
    for (const part of painter.changesPage ? [body] : parts) {
      let sliceEnd = performance.now() + SLICE_MS;
      for (const _slice of index.read(part)) {
        if (performance.now() < sliceEnd) continue;
        await pause();
        if (signal.aborted) return;
        sliceEnd = performance.now() + SLICE_MS;
      }
    }
    if (signal.aborted) return;
    paint();
    watch.ignoreOwn();
  };
  // One reading at a time: two at once would hold a part twice.
  const readInTurn = (parts: readonly Element[]): Promise<void> => {
    reading = reading.then(() => (signal.aborted ? undefined : read(parts)));
    return reading;
  };

  const watch = watchText(document.documentElement, (parts) => void readInTurn(parts), signal);
  listenToReader({
    document,
    hitTest,
    cardBox: host.box,
    isInCard: host.holds,
    onEvent: send,
    signal,
  });
  revealHidden(document, () => index.hasHidden() && paint(), signal);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    options.onCounts(NO_MENTIONS);
  });
  await readInTurn([body]);
}

/** Let the page go first. `scheduler.yield` keeps our place in the queue where it exists. */
function pause(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve));
}

/** After a click, a toggle or a key, text that was hidden may be there to read. */
function revealHidden(document: Document, onReveal: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => !signal.aborted && onReveal(), REVEAL_MS);
  };
  for (const type of ['click', 'toggle', 'keyup', 'transitionend'] as const) {
    document.addEventListener(type, soon, { capture: true, passive: true, signal });
  }
  signal.addEventListener('abort', () => clearTimeout(timer));
}

function countsOf(mentions: readonly PlacedMention[]): MentionCounts {
  const counts = { ...NO_MENTIONS };
  for (const { entity } of mentions) counts[entity]++;
  return counts;
}
