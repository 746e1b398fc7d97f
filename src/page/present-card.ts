/**
 * The card from what the reader does to the screen: runs its state machine, keeps the one
 * timer, and has the card drawn. What draws it is brought when the page has nothing else
 * to do, or when somebody first points at a mention: the 320 ms of dwell are longer than
 * that takes.
 */
import {
  type CardEvent,
  type CardState,
  type PinnedBy,
  pointedIn,
  shownIn,
  step,
  timeoutOf,
} from '../core/card-state.ts';
import type { Settings } from '../core/settings.ts';
import type { CardDoors, CardView, CreateCardView } from './card-view.tsx';
import type { HitTest, Point } from './hit-test.ts';
import { listenToReader } from './listen-to-reader.ts';
import type { PlacedMention } from './place.ts';
import type { WalkedCard } from './walk-mentions.ts';

export interface CardPresenter extends WalkedCard {
  /** These mentions are on the page now; a card whose mention went closes. */
  use(mentions: readonly PlacedMention[]): void;
  /** The settings changed. */
  follow(settings: CardSettings): void;
}

export type CardSettings = Pick<Settings, 'language' | 'delay' | 'pinByClick'>;

/** What presenting a card needs from outside the page. */
export interface PresentDoors extends CardDoors {
  /** What draws cards; undefined when the extension is gone. */
  readonly bringCard: () => Promise<CreateCardView | undefined>;
}

export interface CardOptions {
  readonly document: Document;
  readonly hitTest: HitTest;
  readonly settings: CardSettings;
  readonly doors: PresentDoors;
  /** Another card is open, or none: `shown` says which. */
  readonly onShown: () => void;
  /** The mention that is pointed at and whose card will open, or undefined. */
  readonly onPointed: (mention: PlacedMention | undefined) => void;
  readonly signal: AbortSignal;
}

export function presentCard(options: CardOptions): CardPresenter {
  const { document, doors, hitTest, signal } = options;
  let { settings } = options;
  let view: CardView | undefined;
  let coming: Promise<CardView | undefined> | undefined;
  let state: CardState<PlacedMention> = { name: 'closed' };
  let shown: PlacedMention | undefined;
  /** Where the shown words stood when their card opened, in viewport px. */
  let openedAt = 0;
  let near: Point | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let mentions: readonly PlacedMention[] = [];
  /** The mention whose card has got the focus, when it was opened by key. */
  let held: PlacedMention | undefined;

  const isBy = (by: PinnedBy): boolean => pinnedBy(state) === by;

  const send = (event: CardEvent<PlacedMention>, at?: Point): void => {
    const next = step(state, event, settings.delay);
    if (next === state) return;
    const before = pinnedBy(state);
    state = next;
    options.onPointed(pointedIn(state));
    if (state.name !== 'closed') void bring();
    if (at) near = at;
    clearTimeout(timer);
    const wait = timeoutOf(state);
    if (wait !== undefined) timer = setTimeout(() => send({ type: 'elapsed' }), wait);
    if (shownIn(state) !== shown || before !== pinnedBy(state)) show();
  };

  const topOf = (mention: PlacedMention): number => mention.range.getBoundingClientRect().top;

  const show = (): void => {
    const mention = shownIn(state);
    if (mention && mention !== shown) {
      openedAt = topOf(mention);
      if (!shown) listener.opened();
    }
    shown = mention;
    options.onShown();
    const by = pinnedBy(state);
    if (!mention || !view?.draw({ mention, mentions, by, near })) {
      held = undefined;
      view?.hide();
      return;
    }
    if (by === 'key' && held !== mention) {
      held = mention;
      view.focus();
    }
  };

  const bring = (): Promise<CardView | undefined> => {
    coming ??= fetchView().then((come) => {
      // Asked again next time: the browser may have been busy with ending the background.
      if (!come) coming = undefined;
      return come;
    });
    return coming;
  };

  const fetchView = async (): Promise<CardView | undefined> => {
    const create = await doors.bringCard();
    if (!create || signal.aborted) return undefined;
    const onTexts = (): void => {
      if (shown) show();
    };
    const { language } = settings;
    view = create({ document, language, doors, onEvent: send, onTexts, signal });
    view.want(mentions);
    return view;
  };

  const listener = listenToReader({
    document,
    hitTest,
    cardBox: () => view?.box(),
    isInCard: (event) => view?.holds(event) ?? false,
    reachCard: (point) => view?.reach(point),
    pinsByClick: () => settings.pinByClick,
    movedBy: () => (shown ? Math.abs(topOf(shown) - openedAt) : 0),
    onEvent: send,
    signal,
  });
  signal.addEventListener('abort', () => clearTimeout(timer));

  return {
    use(now) {
      mentions = now;
      if (shown && !mentions.includes(shown)) send({ type: 'dismiss' });
      view?.want(mentions);
      if (mentions.length > 0 && !coming) whenIdle(() => !signal.aborted && void bring());
    },
    follow(next) {
      settings = next;
      view?.setLanguage(next.language);
    },
    openByKey(mention) {
      const isHeld = held === mention;
      send({ type: 'pin', at: mention, by: 'key' });
      // Back into a card that had the focus before.
      if (isHeld) view?.focus();
    },
    isOpenByKey: () => isBy('key'),
    shown: () => shown,
    sayOpened: (mention) => void bring().then((drawn) => drawn?.sayOpened(mention)),
    sayPosition: (mention, n, count) =>
      void bring().then((drawn) => drawn?.sayPosition(mention, n, count)),
  };
}

function pinnedBy(state: CardState<PlacedMention>): PinnedBy | undefined {
  return state.name === 'pinned' ? state.by : undefined;
}

/** Safari has no `requestIdleCallback`. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
  else setTimeout(work);
}
