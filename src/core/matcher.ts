/**
 * Finds every place in a text where a name of an entity stands as a word.
 *
 * Who is meant is not decided here: the resolver judges. Names of other people
 * come out too (strength `other`), because they are evidence.
 */
import { charAt, charBefore, isCapital, isWordEdge } from './characters.ts';
import type { Casing, Meaning, NamePack } from './compile-names.ts';
import { BEGINS_FOLDED, FOLDED_AWAY, fold, NEEDS_FOLDING, unfold } from './fold.ts';
import { withInitials } from './initials.ts';
import type { Candidate } from './model.ts';
import { unitsOf } from './name-key.ts';
import { createNameShelves } from './name-shelves.ts';
import { OPENING_UNITS, unpackOpenings } from './packing.ts';
import { ANY_GROUP, createSearch } from './prefilter.ts';

export interface Matcher {
  /**
   * Those of a page's text nodes, by their index among the ones given and in no order, in which a needle
   * begins, which may go on in the nodes behind it (`needles.ts`): the text around any other
   * needs no look. Text nodes are given as they follow each other in the page.
   */
  mayHold(texts: readonly string[]): Generator<number>;
  /**
   * Candidates in text order, none overlapping, the longest name winning.
   * `edges` are ascending offsets where another piece of markup begins: words
   * may end there even when the letters run on (`Russland</a><a>Putin`).
   * Never throws on any text.
   */
  find(text: string, edges?: readonly number[]): Candidate[];
}

/**
 * A text of one unit a sign would call for expressions of their own, beside those for two:
 * with this in front there is one text, and one kind of expression to compile.
 */
const WIDE = '\u2028';

/** Whatever needs folding, and letters of other scripts than Latin: most texts have neither. */
const UNUSUAL = new RegExp(`[${FOLDED_AWAY}${ANY_GROUP}]`);

/** Prepare the names of some packs once per page: costs next to nothing until a name is met. */
export function createMatcher(packs: readonly NamePack[]): Matcher {
  const shelves = createNameShelves(packs);
  const search = createSearch(packs.map(({ needles }) => needles));
  /** First units of names. */
  let openings: ReadonlySet<string> | undefined;
  const prefixes: NamePack['prefixes'] = Object.assign({}, ...packs.map((pack) => pack.prefixes));
  /** Letters that may stand directly before a name: the last ones of the written-on prefixes. */
  const prefixEnds = new Set(
    Object.values(prefixes).flatMap((all) => all.map((prefix) => prefix.at(-1))),
  );

  return {
    *mayHold(texts) {
      const starts: number[] = [];
      let all = WIDE;
      for (const text of texts) {
        starts.push(all.length);
        all += text;
      }
      const isPlain = !UNUSUAL.test(all);
      if (!isPlain && NEEDS_FOLDING.test(all)) {
        all = WIDE;
        for (const [at, text] of texts.entries()) {
          // A mark in front belongs to a letter of the node before.
          if (BEGINS_FOLDED.test(text)) yield at;
          starts[at] = all.length;
          all += fold(text).text;
        }
      }
      const isEdge = (offset: number): boolean => starts[lastUpTo(starts, offset)] === offset;
      for (const next of search(all, isPlain || undefined)) {
        for (let from = 0; ; ) {
          const start = next(from, isEdge);
          if (start === undefined) break;
          const node = lastUpTo(starts, start);
          yield node;
          from = starts[node + 1] ?? all.length;
        }
      }
    },
    find(text, edges = []) {
      const folded = fold(text);
      const found: Candidate[] = [];
      // The text's own beginning is a word's anyway.
      const inner = edges.filter((edge) => edge > 0);
      const isEdge = edgeTest(inner);
      const isMarkupEdge = folded.origins
        ? (offset: number): boolean => isEdge(unfold(folded, { start: offset, end: offset }).start)
        : isEdge;
      let isSmall: boolean | undefined;
      openings ??= new Set(packs.flatMap((pack) => unpackOpenings(pack.openings)));
      const units = unitsOf(folded.text);
      for (let start = 0; start < units.length; start++) {
        // Most of a text stands within words of small letters.
        const mayStart =
          !isWithinLatin(units, start) ||
          (inner.length > 0 && isMarkupEdge(start)) ||
          prefixEnds.has(folded.text.charAt(start - 1));
        if (!mayStart) continue;
        const isOpening =
          openings.has(units.slice(start, start + OPENING_UNITS)) ||
          openings.has(units.charAt(start));
        if (!isOpening) continue;
        const before = charBefore(folded.text, start);
        const isStart = isWordEdge(before, charAt(folded.text, start)) || isMarkupEdge(start);
        if (!isStart && !prefixEnds.has(before)) continue;
        isSmall ??= isWithoutCapitals(folded.text);
        const place = { start, isStart, isUncased: isSmall || before === '#' };
        const hit = longestName(folded.text, place, isMarkupEdge);
        if (!hit) continue;
        const { casing, ...rest } = hit.meaning;
        const written = folded.text.slice(start, hit.end);
        const meaning = { ...rest, isUncased: casing === 'name' && !hasCasing(written, 'name') };
        const mayHaveInitials =
          meaning.entity === 'vladimir-putin' &&
          (meaning.strength === 'short' || (meaning.strength === 'full' && written.includes('.')));
        const from = mayHaveInitials ? withInitials(folded.text, start) : start;
        found.push({ ...unfold(folded, { start: from, end: hit.end }), ...meaning });
        start = hit.end - 1;
      }
      return found;
    },
  };

  interface Hit {
    readonly end: number;
    readonly meaning: Meaning;
  }

  interface Place {
    readonly start: number;
    /** A word begins here; else only a prefix may stand before. */
    readonly isStart: boolean;
    /** Names may be written small here. */
    readonly isUncased: boolean;
  }

  function longestName(
    text: string,
    { start, isStart, isUncased }: Place,
    isMarkupEdge: (offset: number) => boolean,
  ): Hit | undefined {
    for (const { end, meanings } of shelves.formsAt(text, start)) {
      if (!isWordEdge(charBefore(text, end), charAt(text, end)) && !isMarkupEdge(end)) continue;
      const written = text.slice(start, end);
      const meaning = strongest(
        meanings.filter(
          (each) =>
            (hasCasing(written, each.casing) || (isUncased && maybeSmall(written, each))) &&
            (isStart || followsPrefix(text, start, each)),
        ),
      );
      if (meaning) return { end, meaning };
    }
    return undefined;
  }

  function followsPrefix(text: string, start: number, { langs }: Meaning): boolean {
    return langs.some((lang) =>
      prefixes[lang]?.some((prefix) => {
        const at = start - prefix.length;
        return text.startsWith(prefix, at) && isWordEdge(charBefore(text, at), charAt(prefix, 0));
      }),
    );
  }
}

/** Is the unit a small plain letter behind another? */
function isWithinLatin(units: string, at: number): boolean {
  const code = units.charCodeAt(at);
  const before = units.charCodeAt(at - 1);
  return code >= 97 && code <= 122 && before >= 97 && before <= 122;
}

/** The index of the last of the ascending numbers that is at most `most`. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? most) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function hasCasing(written: string, casing: Casing): boolean {
  if (casing === 'any') return true;
  if (casing === 'lower') return written === written.toLowerCase();
  const [first = ''] = written;
  const rest = written.slice(first.length);
  return isCapital(first) && (rest === rest.toLowerCase() || rest === rest.toUpperCase());
}

/** Hashtags and texts without any capital write his surname small; "kim" there is anybody's. */
function maybeSmall(written: string, { entity }: Meaning): boolean {
  return entity === 'vladimir-putin' && written === written.toLowerCase();
}

/** Fewer words are a label or a tag, which say nothing about how names are written. */
const FEWEST_WORDS = 6;

/** Is it running text that writes everything small? */
function isWithoutCapitals(text: string): boolean {
  if (text !== text.toLowerCase() || text === text.toUpperCase()) return false;
  return (text.slice(0, 200).match(/\p{Ll}+/gu)?.length ?? 0) >= FEWEST_WORDS;
}

const STRONGEST_FIRST = ['full', 'other', 'generic', 'short'] as const;

/** One meaning for the same letters: a full name beats a short one, in all languages that have it. */
function strongest(meanings: readonly Meaning[]): Meaning | undefined {
  if (meanings.length < 2) return meanings[0];
  for (const strength of STRONGEST_FIRST) {
    const same = meanings.filter((meaning) => meaning.strength === strength);
    const [first] = same;
    if (first) {
      return {
        ...first,
        langs: [...new Set(same.flatMap((meaning) => meaning.langs))],
        ownLanguageOnly: same.every((meaning) => meaning.ownLanguageOnly),
        ordinaryIn: [...new Set(same.flatMap((meaning) => meaning.ordinaryIn))],
      };
    }
  }
  return undefined;
}

function edgeTest(edges: readonly number[]): (offset: number) => boolean {
  if (edges.length === 0) return () => false;
  const set = new Set(edges);
  return (offset) => set.has(offset);
}
