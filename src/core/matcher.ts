/**
 * Finds every place in a text where a name of an entity stands as a word.
 *
 * Who is meant is not decided here: the resolver judges. Names of other people
 * come out too (strength `other`), because they are evidence.
 */
import { charAt, charBefore, isCapital, isWordEdge } from './characters.ts';
import { type CompiledNames, type Meaning, unpackKeys } from './compile-names.ts';
import { fold, unfold } from './fold.ts';
import type { Candidate } from './model.ts';
import { expressionOf, keyUnits } from './name-key.ts';

export interface Matcher {
  /**
   * Candidates in text order, none overlapping, the longest name winning.
   * `edges` are ascending offsets where another piece of markup begins: words
   * may end there even when the letters run on (`Russland</a><a>Putin`).
   * Never throws on any text.
   */
  find(text: string, edges?: readonly number[]): Candidate[];
}

/** Prepare the names once per page. */
export function createMatcher(names: Omit<CompiledNames, 'anchors'>): Matcher {
  const head = expressionOf(names.heads, 'gi');
  const keys = unpackKeys(names.keys);

  return {
    find(text, edges = []) {
      const folded = fold(text);
      const found: Candidate[] = [];
      const isEdge = edgeTest(edges);
      const originOf = (offset: number): number =>
        unfold(folded, { start: offset, end: offset }).start;
      head.lastIndex = 0;
      for (let match = head.exec(folded.text); match; match = head.exec(folded.text)) {
        const start = match.index;
        const isMarkupEdge = (offset: number): boolean => isEdge(originOf(offset));
        const hit = longestName(folded.text, start, isMarkupEdge);
        head.lastIndex = hit ? hit.end : start + 1;
        if (!hit) continue;
        const { casing: _casing, ...meaning } = hit.meaning;
        found.push({ ...unfold(folded, { start, end: hit.end }), ...meaning });
      }
      return found;
    },
  };

  interface Hit {
    readonly end: number;
    readonly meaning: Meaning;
  }

  function longestName(
    text: string,
    start: number,
    isMarkupEdge: (offset: number) => boolean,
  ): Hit | undefined {
    const first = charAt(text, start);
    const isStart = isMarkupEdge(start) || isWordEdge(charBefore(text, start), first);
    let longest: Hit | undefined;
    let from = 0;
    let to = keys.length;
    let depth = 0;
    for (const { char, end } of keyUnits(text, start)) {
      from = lowerBound(from, to, depth, char);
      to = lowerBound(from, to, depth, char, true);
      if (from >= to) break;
      depth++;
      if (keys[from]?.length !== depth) continue;
      if (!isWordEdge(charBefore(text, end), charAt(text, end)) && !isMarkupEdge(end)) continue;
      const written = text.slice(start, end);
      const fitting = (names.meaningsOf[from] ?? [])
        .map((at) => names.meanings[at])
        .filter(
          (meaning) =>
            meaning !== undefined &&
            hasCasing(written, meaning) &&
            (isStart || followsPrefix(text, start, meaning)),
        );
      const meaning = strongest(fitting as Meaning[]);
      if (meaning) longest = { end, meaning };
    }
    return longest;
  }

  /** The first key from `from` on whose unit at `depth` is not before `char` (or, `after`, is past it). */
  function lowerBound(
    from: number,
    to: number,
    depth: number,
    char: string,
    after = false,
  ): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      const unit = keys[middle]?.charAt(depth) ?? '';
      if (unit < char || (after && unit === char)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function followsPrefix(text: string, start: number, { langs }: Meaning): boolean {
    return langs.some((lang) =>
      names.prefixes[lang]?.some((prefix) => {
        const at = start - prefix.length;
        return text.startsWith(prefix, at) && isWordEdge(charBefore(text, at), charAt(prefix, 0));
      }),
    );
  }
}

function hasCasing(written: string, { casing }: Meaning): boolean {
  if (casing === 'any') return true;
  if (casing === 'lower') return written === written.toLowerCase();
  const [first = ''] = written;
  const rest = written.slice(first.length);
  return isCapital(first) && (rest === rest.toLowerCase() || rest === rest.toUpperCase());
}

const STRONGEST_FIRST = ['full', 'other', 'generic', 'short'] as const;

/** One meaning for the same letters: a full name beats a short one, in all languages that have it. */
function strongest(meanings: readonly Meaning[]): Meaning | undefined {
  for (const strength of STRONGEST_FIRST) {
    const same = meanings.filter((meaning) => meaning.strength === strength);
    const [first] = same;
    if (first) {
      return {
        ...first,
        langs: [...new Set(same.flatMap((meaning) => meaning.langs))],
        ownLanguageOnly: same.every((meaning) => meaning.ownLanguageOnly),
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
