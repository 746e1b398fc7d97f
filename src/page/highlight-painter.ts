/**
 * Paints with the CSS Custom Highlight API: the page's tree is never touched.
 *
 * The registry belongs to the page, which may clear it: our entries are checked
 * and set again, and only names of our own are ever deleted. In Firefox's
 * isolated world iterating a Highlight or the registry throws, so what we
 * painted is kept in arrays of our own.
 *
 * An entity's entry holds all its mentions, for whoever asks; the lines are drawn
 * by further entries, each mention in exactly one of them.
 */
import { ENTITY_IDS, type EntityId } from '../core/model.ts';
import { highlightSelector } from './highlight-selector.ts';
import { leaseNeeded } from './lease.ts';
import {
  FORCED_LINE,
  forcedTinted,
  QUIET_ON_SMEARING,
  quietLine,
  rule,
  SMEARING,
  STRONG_ON_SMEARING,
  strongLine,
  THIN_ENTITIES,
  tinted,
  unseenLine,
} from './mention-style.ts';
import { createPageStyle } from './page-style.ts';
import type { Painter } from './painter.ts';
import { type PlacedMention, rootsOf, sharedFrom } from './place.ts';
import { createTones, type TextColours, TONES, type Tone } from './text-tone.ts';

/** Highlight registry names; other tools read them. */
export const highlightName = (entity: EntityId): string => `bakteppe-${entity}`;
export const ACTIVE_HIGHLIGHT = 'bakteppe-active';
/**
 * Names of entries that repeat mentions, for their looks only. They do not begin
 * as the others do: who counts what `bakteppe-` entries hold counts each mention once.
 */
export const strongName = (entity: EntityId, tone: Tone): string =>
  `strong-${tone}-bakteppe-${entity}`;
export const quietName = (entity: EntityId): string => `quiet-bakteppe-${entity}`;
export const POINTED_HIGHLIGHT = 'pointed-bakteppe';

const LINES = ENTITY_IDS.flatMap((entity) => [
  { name: quietName(entity), look: () => quietLine(entity) },
  ...TONES.map((tone) => ({
    name: strongName(entity, tone),
    look: () => strongLine(entity, tone),
  })),
]);
const TINTS = [POINTED_HIGHLIGHT, ACTIVE_HIGHLIGHT];
/** All that we ever put into the registry. */
export const OWN_HIGHLIGHTS: readonly string[] = [
  ...ENTITY_IDS.map(highlightName),
  ...LINES.map(({ name }) => name),
  ...TINTS,
];

interface Entry {
  readonly ranges: Range[];
  readonly highlight: Highlight;
}

export function createHighlightPainter(document: Document, signal: AbortSignal): Painter {
  const style = createPageStyle(document, highlightRules(), signal);
  const painted = new Map<string, Entry>();
  let colours = new Map<Element, TextColours>();
  let last: { mentions: readonly PlacedMention[]; strong: ReadonlySet<PlacedMention> } | undefined;

  const set = (name: string, ranges: readonly Range[]): void => {
    const known = painted.get(name);
    const isSame =
      known?.ranges.length === ranges.length && known.ranges.every((r, at) => r === ranges[at]);
    if (isSame && isInPlace(name, known)) return;
    if (ranges.length === 0) {
      if (painted.delete(name)) CSS.highlights.delete(name);
      return;
    }
    // Firefox 140 returns undefined from add() and set(): never chain them.
    const highlight = new Highlight(...ranges);
    CSS.highlights.set(name, highlight);
    painted.set(name, { ranges: [...ranges], highlight });
  };

  signal.addEventListener('abort', () => {
    // A newer session may have put its own there in the meantime.
    for (const [name, { highlight }] of painted) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    painted.clear();
  });

  /** The ranges of each entry that the mentions belong to. */
  const groupsOf = (
    mentions: readonly PlacedMention[],
    strong: ReadonlySet<PlacedMention>,
  ): Map<string, Range[]> => {
    const groups = new Map<string, Range[]>();
    const add = (name: string, { range }: PlacedMention): void => {
      const group = groups.get(name);
      if (group) group.push(range);
      else groups.set(name, [range]);
    };
    const toneOf = createTones(strong, colours);
    for (const mention of mentions) {
      const { entity } = mention;
      const tone = toneOf(mention);
      add(highlightName(entity), mention);
      add(tone ? strongName(entity, tone) : quietName(entity), mention);
    }
    return groups;
  };

  const paint: Painter['paint'] = (mentions, strong) => {
    if (signal.aborted) return;
    const before = last?.strong === strong ? last.mentions : [];
    last = { mentions, strong };
    const isGrown = before.length > 0 && sharedFrom(before, mentions) === before.length;
    const groups = groupsOf(isGrown ? mentions.slice(before.length) : mentions, strong);
    // Last of all: what was asked of the page above would wait for it to be styled anew.
    if (mentions.length > 0) style.keep(rootsOf(mentions));
    if (isGrown) {
      // A page that grows is not painted all over again.
      for (const [name, ranges] of groups) extend(name, ranges);
      return;
    }
    const names = [...ENTITY_IDS.map(highlightName), ...LINES.map(({ name }) => name)];
    for (const name of names) set(name, groups.get(name) ?? []);
  };

  const extend = (name: string, ranges: readonly Range[]): void => {
    const entry = painted.get(name);
    if (!entry || !isInPlace(name, entry)) {
      set(name, [...(entry?.ranges ?? []), ...ranges]);
      return;
    }
    for (const range of ranges) {
      entry.ranges.push(range);
      entry.highlight.add(range);
    }
  };

  return {
    changesPage: false,
    prepare(mentions) {
      const toneOf = createTones(new Set(), colours);
      for (const mention of mentions) toneOf(mention);
    },
    paint,
    emphasise(mention) {
      if (!signal.aborted) set(ACTIVE_HIGHLIGHT, mention ? [mention.range] : []);
    },
    point(mention) {
      if (!signal.aborted) set(POINTED_HIGHLIGHT, mention ? [mention.range] : []);
    },
    refresh() {
      colours = new Map();
      // A set of its own, so that all of it is painted and not what is new.
      if (last) paint(last.mentions, new Set(last.strong));
    },
    putBack() {
      const missing = [...painted].filter(([name, entry]) => !isInPlace(name, entry));
      for (const [name, { ranges }] of missing) set(name, ranges);
      const wasUnstyled = painted.size > 0 && style.keep();
      return missing.length > 0 || wasUnstyled;
    },
  };
}

/**
 * No rule names an element of the page: Chromium then styles highlights once, at the root.
 * The price is that a colour made from `currentColor` would be the root's, so that
 * the tone of the text is asked of each mention.
 */
function highlightRules(): string {
  const select = highlightSelector;
  const lines = LINES.map(({ name }) => select(name));
  const tints = TINTS.map(select);
  // Chromium prints highlights; on paper there is nothing to point at.
  return `@media not print {
${ENTITY_IDS.map((id) => rule([select(highlightName(id))], unseenLine(id))).join('\n')}
${LINES.map(({ name, look }) => rule([select(name)], look())).join('\n')}
${rule(tints, tinted())}
@media ${SMEARING} {
${rule(
  THIN_ENTITIES.map((entity) => select(quietName(entity))),
  QUIET_ON_SMEARING,
)}
${rule(
  THIN_ENTITIES.flatMap((entity) => TONES.map((tone) => select(strongName(entity, tone)))),
  STRONG_ON_SMEARING,
)}
}
@media (forced-colors: active) {
${rule(lines, FORCED_LINE)}
${rule(tints, forcedTinted())}
}
}
${leaseNeeded()}`;
}

/** Does the registry hold our entry, and the entry all we put in? */
function isInPlace(name: string, { ranges, highlight }: Entry): boolean {
  return CSS.highlights.get(name) === highlight && highlight.size === ranges.length;
}
