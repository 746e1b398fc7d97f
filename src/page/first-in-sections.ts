/**
 * Which mentions are the first of their entity in their part of the page: a part
 * begins at each heading, and at each article, aside, figure and the like.
 *
 * After an aside in the middle of an article the part before it goes on, and a
 * heading belongs to the part it opens: where it names the entity, that is the
 * first mention. Reads the tree only, never the layout.
 */
import type { EntityId } from '../core/model.ts';
import { closestTo, composedOrder } from './composed.ts';
import { type PlacedMention, sharedFrom } from './place.ts';

/** Elements that begin a part and end with it. `header` is none: it holds its article's heading. */
const PARTS =
  'article, section, aside, nav, main, footer, figure, blockquote, details, dialog, body, [role="article"], [role="region"], [role="complementary"], [role="navigation"]';
const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

export interface Firsts {
  /**
   * The first mention of each entity in each part. The same set as before, with more in it,
   * where mentions only came behind those of the last time.
   */
  of(mentions: readonly PlacedMention[]): ReadonlySet<PlacedMention>;
  /** These came, changed or went. True where headings did: all is to be told anew. */
  note(changed: readonly Node[]): boolean;
}

export function createFirsts(): Firsts {
  let headingsOf = createHeadingLists();
  let firsts = new Map<Element, Map<EntityId, PlacedMention>>();
  let known: readonly PlacedMention[] = [];
  let found = new Set<PlacedMention>();

  const add = (mention: PlacedMention): void => {
    const section = sectionOf(mention.range.startContainer, headingsOf);
    if (!section) return;
    const inSection = firsts.get(section) ?? new Map<EntityId, PlacedMention>();
    firsts.set(section, inSection);
    const first = inSection.get(mention.entity);
    if (first && !isBefore(mention.range, first.range)) return;
    if (first) {
      found = new Set(found);
      found.delete(first);
    }
    inSection.set(mention.entity, mention);
    found.add(mention);
  };

  const forget = (): void => {
    headingsOf = createHeadingLists();
    firsts = new Map();
    known = [];
    found = new Set();
  };

  return {
    of(mentions) {
      const same = sharedFrom(known, mentions);
      if (same < known.length) forget();
      for (const mention of mentions.slice(known.length)) add(mention);
      known = mentions;
      return found;
    },
    note(changed) {
      const isNew = changed.some(hasHeading);
      if (isNew) forget();
      return isNew;
    },
  };
}

function hasHeading(part: Node): boolean {
  if (part instanceof Element && part.matches(`${HEADINGS}, ${PARTS}`)) return true;
  const isTree = part instanceof Element || part instanceof ShadowRoot;
  return isTree && part.querySelector(`${HEADINGS}, ${PARTS}`) !== null;
}

/** The heading the place stands under, or in; without one, the element that begins its part. */
function sectionOf(
  place: Node,
  headingsOf: (part: Element) => readonly Element[],
): Element | undefined {
  const part = closestTo(place, PARTS);
  if (!part) return undefined;
  const headings = headingsOf(part);
  let from = 0;
  let to = headings.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const heading = headings[middle];
    // What a heading contains follows it, too.
    if (heading && composedOrder(heading, place) < 0) from = middle + 1;
    else to = middle;
  }
  return headings[from - 1] ?? part;
}

/** A part's own headings in document order, those of parts within it left out; each looked up once. */
function createHeadingLists(): (part: Element) => readonly Element[] {
  const lists = new Map<Element, readonly Element[]>();
  return (part) => {
    const known = lists.get(part);
    if (known) return known;
    const own = [...part.querySelectorAll(HEADINGS)].filter(
      (heading) => heading.parentElement?.closest(PARTS) === part,
    );
    lists.set(part, own);
    return own;
  };
}

function isBefore(a: Range, b: Range): boolean {
  const [inA, inB] = [a.startContainer, b.startContainer];
  return inA === inB ? a.startOffset < b.startOffset : composedOrder(inA, inB) < 0;
}
