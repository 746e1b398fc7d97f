/**
 * The card as it is drawn: texts, ranked facts, and their place on the screen. Comes to
 * the page as a script of its own, after the mentions are painted (docs/adr/0040): here
 * is all that is only needed once somebody wants to read a card.
 */
import type { CardEvent, PinnedBy } from '../core/card-state.ts';
import type { OriginalTexts } from '../core/card-texts.ts';
import type { Box } from '../core/corridor.ts';
import { fillCounted, positionInWords } from '../core/fill.ts';
import { langAttribute } from '../core/language-name.ts';
import type { EntityId } from '../core/model.ts';
import { rankFacts } from '../core/rank-facts.ts';
import { siteOf } from '../core/settings.ts';
import { unpackCard } from '../core/unpack-card.ts';
import { Card } from '../ui/Card.tsx';
import { createCardHost } from './card-host.tsx';
import { type CardTextDoors, createCardShelf, type ShelvedTexts } from './card-shelf.ts';
import type { Point } from './hit-test.ts';
import type { PlacedMention } from './place.ts';
import { readingOf } from './reading-of.ts';

/** What a card needs from outside the page. */
export interface CardDoors extends CardTextDoors {
  /** The reader chose another language for the cards. False when that could not be kept, as below. */
  readonly onLanguage: (language: string) => Promise<boolean>;
  /** The reader wants the library, at the fact that is first on the card. */
  readonly onLibrary: (place: {
    readonly entity: EntityId;
    readonly fact: string | undefined;
    readonly lang: string;
  }) => void;
  /** The reader wants no more highlights of the entity. */
  readonly onHideEntity: (entity: EntityId) => Promise<boolean>;
  /** The reader wants no highlights on this site; undefined on a page of our own, which is no site. */
  readonly onHideSite: (() => Promise<boolean>) | undefined;
  /** Today as "YYYY-MM-DD", asked when a card opens. */
  readonly today: () => string;
}

/** A card to draw. */
export interface CardDrawing {
  readonly mention: PlacedMention;
  /** All mentions of the page: they say what it is about. */
  readonly mentions: readonly PlacedMention[];
  /** What keeps it open, if anything does. */
  readonly by: PinnedBy | undefined;
  /** Where the reader pointed, if they did. */
  readonly near: Point | undefined;
}

export interface CardView {
  /** Draw the card; false while its texts are not here: then nothing is shown. */
  draw(card: CardDrawing): boolean;
  hide(): void;
  /** Where the card is, or undefined while it is hidden. */
  box(): Box | undefined;
  /** Is the event from inside the card? */
  holds(event: Event): boolean;
  /** Put the focus into the card. */
  focus(): void;
  /** The pointer is at this point of the viewport: where it is on the card, the card can be pressed. */
  reach(point: Point): void;
  /** Have the texts for these mentions ready. */
  want(mentions: readonly PlacedMention[]): void;
  /** The language setting changed. */
  setLanguage(language: string): void;
  /** Say that the mention's card opened and how much it holds, politely. */
  sayOpened(mention: PlacedMention): void;
  /** Say where the walk is, politely. */
  sayPosition(mention: PlacedMention, n: number, count: number): void;
}

export interface CardViewOptions {
  readonly document: Document;
  /** The language setting. */
  readonly language: string;
  readonly doors: CardDoors;
  readonly onEvent: (event: CardEvent<PlacedMention>) => void;
  /** Texts came: what is shown is to be drawn again. */
  readonly onTexts: () => void;
  readonly signal: AbortSignal;
}

export type CreateCardView = (options: CardViewOptions) => CardView;

export function createCardView(options: CardViewOptions): CardView {
  const { document, doors, onEvent, onTexts, signal } = options;
  const dismiss = (): void => onEvent({ type: 'dismiss' });
  const host = createCardHost(document, dismiss, signal);
  const texts = createCardShelf(options.language, doors, () => !signal.aborted && onTexts());
  let originals: OriginalTexts | undefined;
  /** What was set on the card last could not be kept. */
  let isUnsaved = false;

  const showOriginals = async (): Promise<void> => {
    originals ??= await doors.loadOriginals();
    if (originals && !signal.aborted) onTexts();
  };

  /** Show on the card whether it was kept. */
  const keep = async (keeping: Promise<boolean> | undefined): Promise<void> => {
    const wasUnsaved = isUnsaved;
    isUnsaved = (await keeping) === false;
    if (isUnsaved !== wasUnsaved && !signal.aborted) onTexts();
  };

  /** Say it in the cards' language, once there are texts. */
  const say = async (
    { lang }: PlacedMention,
    speak: (texts: ShelvedTexts) => string,
  ): Promise<void> => {
    const shelf = await texts.when(lang);
    if (shelf) host.say(speak(shelf), langAttribute(shelf.lang));
  };

  return {
    draw({ mention, mentions, by, near }) {
      texts.need(mention.lang);
      const shelf = texts.of(mention.lang);
      if (!shelf) return false;
      const content = unpackCard(shelf, mention.entity);
      const isPinned = by === 'pin';
      const groups = rankFacts(content.facts, mention.entity, {
        text: readingOf(mention, mentions, document.title),
        findTopics: shelf.findTopics,
      });
      host.show(
        <Card
          key={mention.entity}
          content={content}
          groups={groups}
          strings={shelf.strings}
          languages={shelf.languages}
          setting={texts.language()}
          originals={originals}
          today={doors.today()}
          site={siteOf(document.location.hostname)}
          isPinned={isPinned}
          isSheet={by === 'touch'}
          onPin={() => (isPinned ? dismiss() : onEvent({ type: 'pin', at: mention, by: 'pin' }))}
          onUse={() => onEvent({ type: 'pin', at: mention, by: 'use' })}
          onClose={dismiss}
          onLanguage={(language) => {
            void keep(doors.onLanguage(language));
            texts.setLanguage(language);
          }}
          onOriginals={() => void showOriginals()}
          onLibrary={() =>
            doors.onLibrary({
              entity: mention.entity,
              fact: groups[0]?.fact.id,
              lang: content.lang,
            })
          }
          onHideEntity={() => void keep(doors.onHideEntity(mention.entity))}
          onHideSite={doors.onHideSite && (() => void keep(doors.onHideSite?.()))}
          isUnsaved={isUnsaved}
        />,
        mention.range,
        by === 'key' ? undefined : near,
        by === 'touch',
      );
      return true;
    },
    hide() {
      isUnsaved = false;
      host.hide();
    },
    box: host.box,
    holds: host.holds,
    focus: host.focus,
    reach: host.reach,
    want: (mentions) => texts.want(new Set(mentions.map(({ lang }) => lang))),
    setLanguage: texts.setLanguage,
    sayOpened: (mention) =>
      void say(mention, (shelf) => {
        const { facts, entity } = unpackCard(shelf, mention.entity);
        const count = rankFacts(facts, mention.entity).length;
        return fillCounted(shelf.strings['card.opened'], count, shelf.lang, { name: entity.label });
      }),
    sayPosition: (mention, n, count) =>
      void say(mention, ({ cards, strings, lang }) =>
        positionInWords(strings, cards[mention.entity].entity.label, { n, count }, lang),
      ),
  };
}
