/**
 * Which mentions are the first of their entity in their part of the page: a part
 * begins at each heading, and at each article, aside, figure and the like.
 *
 * After an aside in the middle of an article the part before it goes on, and a
 * heading belongs to the part it opens: where it names the entity, that is the
 * first mention. Reads the tree only, never the layout.
 */
import type { EntityId } from '../core/model.ts';
import {
  attributeOf,
  childrenMatching,
  elementBefore,
  firstElementOf,
  localNameOf,
  parentElementOf,
} from './bare-dom.ts';
import { closestTo, composedOrder, parentOf } from './composed.ts';
import { inOneGo } from './in-slices.ts';
import { type PlacedMention, sharedFrom } from './place.ts';

type Kind = 'part' | 'heading';

/** Elements that begin a part and end with it. `header` is none: it holds its article's heading. */
const PART_NAMES =
  'article section aside nav main footer figure blockquote details dialog body'.split(' ');
const PART_ROLES = ['article', 'region', 'complementary', 'navigation'];
const HEADING_NAMES = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const HEADING_ROLES = ['heading'];

const PARTS = selectorOf(PART_NAMES, PART_ROLES);
const HEADINGS = selectorOf(HEADING_NAMES, HEADING_ROLES);
const KINDS_BY_NAME = kindsOf(PART_NAMES, HEADING_NAMES);
const KINDS_BY_ROLE = kindsOf(PART_ROLES, HEADING_ROLES);

/** Elements passed between two chances to pause. */
const ELEMENTS_PER_SLICE = 1000;

export interface Firsts {
  /** Look up the parts of these mentions, a slice at a time, so that `of` has little left to do. */
  prepare(mentions: readonly PlacedMention[]): Generator<void>;
  /**
   * The first mention of each entity in each part. The same set as before, with more in it,
   * where mentions only came behind those of the last time.
   */
  of(mentions: readonly PlacedMention[]): ReadonlySet<PlacedMention>;
  /** These came, changed or went. True where headings did: all is to be told anew. */
  note(changed: readonly Node[]): boolean;
}

export function createFirsts(): Firsts {
  let sections: Sections = new Map();
  let firsts = new Map<Element, Map<EntityId, PlacedMention>>();
  let known: readonly PlacedMention[] = [];
  let found = new Set<PlacedMention>();

  const add = (mention: PlacedMention): void => {
    const section = inOneGo(sectionOf(mention.range.startContainer, sections));
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
    sections = new Map();
    firsts = new Map();
    known = [];
    found = new Set();
  };

  return {
    *prepare(mentions) {
      for (const { range } of mentions) yield* sectionOf(range.startContainer, sections);
    },
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
  if (part instanceof Element && kindOf(part)) return true;
  const isTree = part instanceof Element || part instanceof ShadowRoot;
  return isTree && part.querySelector(`${HEADINGS}, ${PARTS}`) !== null;
}

/** Of elements that a walk began behind: the heading or part that what follows them stands in. */
type Sections = Map<Element, Element>;

/**
 * The heading the place stands under, or in; without one, the element that begins its part.
 *
 * Goes back from the place, as far as the heading or where an earlier walk began, past what holds
 * no heading and the parts within its own: near the place it is soon told, however long the page.
 */
function* sectionOf(place: Node, sections: Sections): Generator<void, Element | undefined> {
  const part = closestTo(place, PARTS);
  if (!part) return undefined;
  const begun: Element[] = [];
  let section: Element | undefined;
  let count = 0;
  for (let node = place; !section; ) {
    let before = elementBefore(node);
    if (before) begun.push(before);
    for (; before && !section; before = elementBefore(before)) {
      section = sections.get(before) ?? lastHeadingOf(part, before);
      if (++count % ELEMENTS_PER_SLICE === 0) yield;
    }
    if (section) break;
    const around = parentOf(node);
    if (!around || around === part) section = part;
    else if (kindOf(around) === 'heading') section = around;
    else node = around;
  }
  for (const element of begun) sections.set(element, section);
  return section;
}

/** The last heading of the part itself that the element is or holds. */
function lastHeadingOf(part: Element, element: Element): Element | undefined {
  const kind = kindOf(element);
  if (kind === 'part') return undefined;
  let last = kind === 'heading' ? element : undefined;
  if (!firstElementOf(element)) return last;
  for (const heading of childrenMatching(element, HEADINGS)) {
    const around = parentElementOf(heading);
    if (around && closestTo(around, PARTS) === part) last = heading;
  }
  return last;
}

function kindOf(element: Element): Kind | undefined {
  return (
    KINDS_BY_NAME.get(localNameOf(element)) ?? KINDS_BY_ROLE.get(attributeOf(element, 'role') ?? '')
  );
}

function kindsOf(parts: readonly string[], headings: readonly string[]): Map<string, Kind> {
  return new Map([
    ...parts.map((name): [string, Kind] => [name, 'part']),
    ...headings.map((name): [string, Kind] => [name, 'heading']),
  ]);
}

function selectorOf(names: readonly string[], roles: readonly string[]): string {
  return [...names, ...roles.map((role) => `[role="${role}"]`)].join(', ');
}

function isBefore(a: Range, b: Range): boolean {
  const [inA, inB] = [a.startContainer, b.startContainer];
  return inA === inB ? a.startOffset < b.startOffset : composedOrder(inA, inB) < 0;
}
