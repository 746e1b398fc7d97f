/**
 * Where our scripts on a page find each other: the isolated world they share,
 * which the page cannot see. An updated extension finds its predecessor here
 * too, and ends it.
 */
import type { CardTexts } from '../core/card-texts.ts';
import type { NamePack } from '../core/compile-names.ts';

interface Placed<Scout> {
  readonly scout: Scout;
  readonly end: () => void;
  /** Does it still run, and its extension too? */
  readonly isAlive: () => boolean;
}

/** Parts of the session that are scripts of their own, brought when they are needed. */
export type PartName = 'card' | 'marks';

const world = globalThis as {
  bakteppe?: Placed<unknown> | undefined;
  /** Pack name → names; put here by the scripts in `names/`. */
  bakteppeNames?: ReadonlyMap<string, NamePack> | undefined;
  /** Language → the cards' texts; put here by the scripts in `texts/`. */
  bakteppeTexts?: ReadonlyMap<string, CardTexts> | undefined;
  bakteppeParts?: Partial<Record<PartName, unknown>> | undefined;
};

/** Is the place taken by a scout of the extension as it runs now? Then a second one is not needed. */
export function isTaken(): boolean {
  return world.bakteppe?.isAlive() ?? false;
}

/** Take the place; whoever held it before ends, and nothing they brought remains. */
export function place<Scout>(placed: Placed<Scout>): void {
  world.bakteppe?.end();
  world.bakteppe = placed;
  world.bakteppeNames = undefined;
  world.bakteppeTexts = undefined;
  world.bakteppeParts = undefined;
}

/** The scout of this page. */
export function placedScout<Scout>(): Scout | undefined {
  return world.bakteppe?.scout as Scout | undefined;
}

/** How to end the scout of this page, and all that it began. */
export function placedEnd(): () => void {
  return world.bakteppe?.end ?? (() => undefined);
}

/** The packs of names that were brought to this page so far. */
export function placedNames(): ReadonlyMap<string, NamePack> {
  return world.bakteppeNames ?? new Map();
}

/** The cards' texts in a language, if they were brought to this page. */
export function placedTexts(lang: string): CardTexts | undefined {
  return world.bakteppeTexts?.get(lang);
}

/** Them, with the topic words of another language in place of their own, if those were brought. */
export function placedCards(of: { lang: string; topics: string }): CardTexts | undefined {
  const texts = placedTexts(of.lang);
  const topics = placedTexts(of.topics)?.topics;
  return texts && { ...texts, ...(topics && { topics }) };
}

/** A part of the session came: put it where the session finds it. */
export function placePart(name: PartName, part: unknown): void {
  world.bakteppeParts = { ...world.bakteppeParts, [name]: part };
}

/** A part of the session, if it was brought to this page. */
export function placedPart<Part>(name: PartName): Part | undefined {
  return world.bakteppeParts?.[name] as Part | undefined;
}
