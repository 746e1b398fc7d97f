/**
 * Tells when a page becomes another one without loading, and when a reader comes back to
 * one that the browser had put away. A frozen tab needs no such sign: what was said to it
 * meanwhile is waiting when it wakes.
 *
 * A page that goes to another address draws itself some time later, and a page that draws
 * itself is empty when it has loaded: so it is looked at again while its tree changes, a
 * few times.
 */
import { lookAgain } from './look-again.ts';
import { onTrusted } from './on-trusted.ts';

export interface TurnWatch {
  /** The page's tree changed. `isSettled`: what is known of the page does not hang on that. */
  changed(isSettled: boolean): void;
}

/** Waits before a page is looked at again, in ms: what is drawn after them was asked for by its reader. */
const WAITS = [400, 800, 1600, 3200, 6400] as const;

export interface TurnDoors {
  /** Look at the page: it may be another one. */
  readonly onTurn: () => void;
  /** Everything has come that the page had to load. */
  readonly onLoaded: () => void;
  /** The page was put away: what was said meanwhile did not reach it. */
  readonly onBack: () => void;
}

export function watchTurns(
  document: Document,
  { onTurn, onLoaded, onBack }: TurnDoors,
  signal: AbortSignal,
): TurnWatch {
  const view = document.defaultView;
  let { href } = document.location;
  let hasTurned = false;
  const again = lookAgain(WAITS, onTurn, signal);

  const turn = (): void => {
    href = document.location.href;
    hasTurned = true;
    again.renew();
    onTurn();
  };
  const options = { signal };
  onTrusted(view, 'load', onLoaded, options);
  onTrusted(view, 'popstate', turn, options);
  const { navigation } = (view ?? {}) as { navigation?: EventTarget };
  // Of pushState, too.
  onTrusted(navigation, 'currententrychange', turn, options);
  onTrusted(navigation, 'navigatesuccess', onTurn, options);
  onTrusted<PageTransitionEvent>(
    view,
    'pageshow',
    ({ persisted }) => persisted && onBack(),
    options,
  );

  return {
    changed(isSettled) {
      // Where there is no Navigation API, the first change of the tree tells of a new address.
      if (document.location.href !== href) turn();
      else if (hasTurned || !isSettled) again.soon();
    },
  };
}
