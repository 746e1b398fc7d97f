/**
 * The way to the facts library. A page asks the background to open it: it cannot link to
 * pages of ours, none of them being web-accessible.
 */
import { NOTHING_CHOSEN } from '../core/filter-facts.ts';
import { addressOf, WHOLE_LIBRARY } from '../core/library-view.ts';
import type { EntityId } from '../core/model.ts';
import { browser } from './browser.ts';

/** A place in the library: an entity's facts, from one of them on, in a language. */
export interface LibraryPlace {
  readonly entity: EntityId;
  readonly fact?: string | undefined;
  readonly lang: string;
}

/** Open it in a new tab; without a place, all of it. */
export async function openLibrary(place?: LibraryPlace): Promise<void> {
  const address = place
    ? addressOf({
        ...WHOLE_LIBRARY,
        chosen: { ...NOTHING_CHOSEN, about: [place.entity] },
        lang: place.lang,
        fact: place.fact,
      })
    : '';
  await browser.tabs.create({ url: browser.runtime.getURL(`/library.html${address}`) });
}
