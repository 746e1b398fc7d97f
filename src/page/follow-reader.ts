/**
 * Tells an open side panel which mention the reader has before them: the one whose card
 * is open, the one walked to while it is in sight, else the one nearest the middle of the
 * viewport. While nobody follows, nothing is listened to or measured.
 *
 * With no mention in sight the last one stays: a paragraph without a name does not empty
 * the panel.
 */
import type { FollowedMention } from '../core/followed-mention.ts';
import { LONGEST_LANG, lineOf } from '../core/mention-list.ts';
import { mentionInView } from './mention-in-view.ts';
import { onTrusted } from './on-trusted.ts';
import type { PlacedMention } from './place.ts';
import { readingOf } from './reading-of.ts';
import { declaredLanguage } from './scope.ts';

export interface ReaderFollowing {
  /** These mentions are on the page now, in document order. */
  use(mentions: readonly PlacedMention[]): void;
  /** Another mention may be the chosen one. */
  look(): void;
  /** Tell of the mention now and whenever it is another one, until the signal aborts. */
  follow(onMention: (mention: FollowedMention | undefined) => void, signal: AbortSignal): void;
}

export interface FollowOptions {
  readonly document: Document;
  /** The mention the reader chose themselves, by card or key. */
  readonly chosen: () => PlacedMention | undefined;
  readonly signal: AbortSignal;
}

/** A panel is told at most this often, in ms: about as fast as a reader can look over to it. */
export const EVERY_MS = 200;

export function followReader({ document, chosen, signal }: FollowOptions): ReaderFollowing {
  const looks = new Set<() => void>();
  let mentions: readonly PlacedMention[] = [];
  const lookAll = (): void => {
    for (const look of looks) look();
  };

  return {
    use(now) {
      mentions = now;
      lookAll();
    },
    look: lookAll,
    follow(onMention, own) {
      const end = AbortSignal.any([own, signal]);
      let told: PlacedMention | undefined;
      let count = -1;
      let timer: ReturnType<typeof setTimeout> | undefined;

      const tell = (): void => {
        timer = undefined;
        const last = told && mentions.includes(told) ? told : undefined;
        const mention = chosen() ?? mentionInView(mentions, document) ?? last ?? mentions[0];
        if (mention === told && mentions.length === count) return;
        told = mention;
        count = mentions.length;
        onMention(mention && describe(mention, mentions, document));
      };
      const look = (): void => {
        timer ??= setTimeout(tell, EVERY_MS);
      };

      looks.add(look);
      const passive = { capture: true, passive: true, signal: end } as const;
      onTrusted(document, 'scroll', look, passive);
      onTrusted(document.defaultView, 'resize', look, passive);
      end.addEventListener('abort', () => {
        looks.delete(look);
        clearTimeout(timer);
      });
      tell();
    },
  };
}

function describe(
  mention: PlacedMention,
  mentions: readonly PlacedMention[],
  document: Document,
): FollowedMention {
  const { entity, element, context, start, range } = mention;
  return {
    entity,
    lang: declaredLanguage(element)?.slice(0, LONGEST_LANG),
    n: mentions.indexOf(mention) + 1,
    count: mentions.length,
    line: lineOf(context, start, String(range).length),
    reading: readingOf(mention, mentions, document.title),
  };
}
