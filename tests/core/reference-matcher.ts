/**
 * The matcher once more, as plain as its words say it and too slow for any page: for each
 * place of a text, letter by letter, is what was read so far a listed form?
 *
 * Nothing is shared with the real one but what a word, an initial and a capital are.
 * Forms come from the name lists themselves, so that packs may be packed in any way.
 */
import { charAt, charBefore, isCapital, isWordEdge } from '../../src/core/characters.ts';
import type { Casing, Meaning } from '../../src/core/compile-names.ts';
import { withInitials } from '../../src/core/initials.ts';
import type { Candidate, EntityId, NameStrength } from '../../src/core/model.ts';
import type { Names } from '../../src/core/names-schema.ts';
import { foldSlowly, type SlowUnit } from './slow-fold.ts';

type Forms = ReadonlyMap<string, readonly Meaning[]>;
type Prefixes = Readonly<Record<string, readonly string[]>>;

/** What a pack holds of some lists: the two men, the rest (treaty and other people), or both. */
export interface Share {
  readonly lists: readonly Names[];
  readonly holds: 'people' | 'rest' | 'all';
}

/** A separator only parts the words of a name; so many in a row are still one space. */
const SEPARATOR = /[\s\-\u058a\u05be\u2010-\u2015\u2212\u00b7\u2022\u2027\u30fb\uff65\uff0d]/;
const LONGEST_RUN = 60;
/** Units that are written two ways. */
const SAME: Readonly<Record<string, string>> = { '’': "'", İ: 'i' };
const STRONGEST_FIRST: readonly NameStrength[] = ['full', 'other', 'generic', 'short'];

export function createReferenceMatcher(shares: readonly Share[]): {
  find(text: string, edges?: readonly number[]): Candidate[];
} {
  const forms = formsOf(shares);
  const beginnings = new Set(
    [...forms.keys()].flatMap((key) => key.split('').map((_unit, at) => key.slice(0, at + 1))),
  );
  const prefixes: Prefixes = Object.fromEntries(
    shares
      .filter(({ holds }) => holds !== 'rest')
      .flatMap(({ lists }) => lists.map((list) => [list.lang, list.prefixes])),
  );

  return {
    find(original, edges = []) {
      const units = foldSlowly(original);
      const text = units.map(({ unit }) => unit).join('');
      const isMarkup = (offset: number): boolean =>
        edges.includes(units[offset]?.start ?? original.length);
      const isEdge = (at: number): boolean =>
        isWordEdge(charBefore(text, at), charAt(text, at)) || isMarkup(at);
      const isSmallText = isWithoutCapitals(text);
      const found: Candidate[] = [];
      for (let start = 0; start < text.length; ) {
        const isSmallHere = isSmallText || charBefore(text, start) === '#';
        const longest = longestAt(text, start, isSmallHere, isEdge);
        if (longest) found.push(candidateOf(text, start, longest, units));
        start = longest?.end ?? start + 1;
      }
      return found;
    },
  };

  function longestAt(
    text: string,
    start: number,
    isSmallHere: boolean,
    isEdge: (at: number) => boolean,
  ): { readonly end: number; readonly meanings: readonly Meaning[] } | undefined {
    let longest: ReturnType<typeof longestAt>;
    for (let end = start + 1; end <= text.length; end++) {
      const written = text.slice(start, end);
      const key = keyOf(written);
      if (key === undefined || !beginnings.has(key)) break;
      // A key that ends in a space has been seen without it.
      if (SEPARATOR.test(text.charAt(end - 1)) || !forms.has(key) || !isEdge(end)) continue;
      const meanings = (forms.get(key) ?? []).filter(
        (meaning) =>
          (hasCasing(written, meaning.casing) ||
            (isSmallHere && meaning.entity === 'vladimir-putin' && isSmall(written))) &&
          (isEdge(start) || followsPrefix(text, start, meaning.langs, prefixes)),
      );
      if (meanings.length > 0) longest = { end, meanings };
    }
    return longest;
  }
}

function candidateOf(
  text: string,
  start: number,
  { end, meanings }: { readonly end: number; readonly meanings: readonly Meaning[] },
  units: readonly SlowUnit[],
): Candidate {
  const strength =
    STRONGEST_FIRST.find((each) => meanings.some((meaning) => meaning.strength === each)) ??
    'other';
  const same = meanings.filter((meaning) => meaning.strength === strength);
  const { entity = 'kim-jong-un', casing = 'any' } = same[0] ?? {};
  const isBehindInitial = strength === 'full' && text.slice(start, end).includes('.');
  const mayHaveInitials = entity === 'vladimir-putin' && (strength === 'short' || isBehindInitial);
  const from = mayHaveInitials ? withInitials(text, start) : start;
  return {
    start: units[from]?.start ?? 0,
    end: units[end - 1]?.end ?? 0,
    entity,
    strength,
    langs: [...new Set(same.flatMap(({ langs }) => langs))],
    ownLanguageOnly: same.every(({ ownLanguageOnly }) => ownLanguageOnly),
    isUncased: casing === 'name' && !hasCasing(text.slice(start, end), 'name'),
    ordinaryIn: [...new Set(same.flatMap(({ ordinaryIn }) => ordinaryIn))],
  };
}

/** Lower case, one space for a run of separators and none after a full stop; undefined past a longest run. */
function keyOf(written: string): string | undefined {
  let key = '';
  let run = 0;
  for (let at = 0; at < written.length; at++) {
    const unit = written.charAt(at);
    if (SEPARATOR.test(unit)) {
      if (++run > LONGEST_RUN) return undefined;
      if (run === 1 && !key.endsWith('.')) key += ' ';
    } else {
      run = 0;
      key += SAME[unit] ?? unit.toLowerCase();
    }
  }
  return key;
}

function hasCasing(written: string, casing: Casing): boolean {
  if (casing === 'any') return true;
  if (casing === 'lower') return isSmall(written);
  const first = charAt(written, 0);
  const rest = written.slice(first.length);
  return isCapital(first) && (isSmall(rest) || rest === rest.toUpperCase());
}

function isSmall(written: string): boolean {
  return written === written.toLowerCase();
}

/** Six words of small letters and no capital anywhere. */
function isWithoutCapitals(text: string): boolean {
  if (!isSmall(text) || text === text.toUpperCase()) return false;
  return [...text.slice(0, 200).matchAll(/\p{Ll}+/gu)].length >= 6;
}

function followsPrefix(
  text: string,
  start: number,
  langs: readonly string[],
  prefixes: Prefixes,
): boolean {
  return langs
    .flatMap((lang) => prefixes[lang] ?? [])
    .some((prefix) => {
      const at = start - prefix.length;
      return (
        text.slice(Math.max(0, at), start) === prefix &&
        isWordEdge(charBefore(text, at), charAt(prefix, 0))
      );
    });
}

/** Each form with all it may mean; languages that list it alike share a meaning. */
function formsOf(shares: readonly Share[]): Forms {
  const forms = new Map<string, Meaning[]>();
  for (const { lists, holds } of shares) {
    const own = new Map<string, Map<string, Meaning>>();
    const sorted = [...lists].sort((a, b) => (a.lang < b.lang ? -1 : 1));
    for (const list of sorted) {
      for (const { form, ...listed } of listedIn(list, holds)) {
        const key = keyOf(form) ?? form;
        const meanings = own.get(key) ?? new Map<string, Meaning>();
        own.set(key, meanings);
        const { entity, strength, casing, ownLanguageOnly, isOrdinary } = listed;
        const identity = [entity, strength, casing, ownLanguageOnly].join();
        const before = meanings.get(identity);
        // Who else a name means does not depend on who writes it.
        const langs = strength === 'other' ? [] : [...(before?.langs ?? []), list.lang];
        const ordinaryIn = [...(before?.ordinaryIn ?? []), ...(isOrdinary ? [list.lang] : [])];
        meanings.set(identity, { entity, strength, casing, ownLanguageOnly, langs, ordinaryIn });
      }
    }
    for (const [key, meanings] of own) {
      forms.set(key, [...(forms.get(key) ?? []), ...meanings.values()]);
    }
  }
  return forms;
}

interface Listed {
  readonly form: string;
  readonly entity: EntityId;
  readonly strength: NameStrength;
  readonly casing: Casing;
  readonly ownLanguageOnly: boolean;
  readonly isOrdinary: boolean;
}

/** Every form of a list, with what the list's fields say of it (`names-schema.ts`). */
function listedIn({ names, others }: Names, holds: Share['holds']): Listed[] {
  const plain = { casing: 'any', ownLanguageOnly: false, isOrdinary: false } as const;
  const people = (['kim-jong-un', 'vladimir-putin'] as const).flatMap((entity): Listed[] => {
    const { full, short, lower, ownLanguageOnly, ordinary } = names[entity];
    const named = (form: string, strength: NameStrength): Listed => ({
      form,
      entity,
      strength,
      casing: casingOf(form),
      ownLanguageOnly: ownLanguageOnly.includes(form),
      isOrdinary: strength === 'short' && ordinary.includes(form),
    });
    const men = [
      ...full.map((form) => named(form, 'full')),
      ...short.map((form) => named(form, 'short')),
      ...lower.map((form): Listed => {
        const small = { casing: 'lower', ownLanguageOnly: true } as const;
        return { ...plain, form, entity, strength: 'short', ...small };
      }),
    ];
    const rest = others[entity].map(
      (form): Listed => ({ ...plain, form, entity, strength: 'other' }),
    );
    return [...(holds === 'rest' ? [] : men), ...(holds === 'people' ? [] : rest)];
  });
  const entity = 'partnership-treaty';
  const treaty = (['full', 'generic'] as const).flatMap((strength) =>
    names[entity][strength].map((form): Listed => ({ ...plain, form, entity, strength })),
  );
  return [...people, ...(holds === 'people' ? [] : treaty)];
}

/** One word in a script whose names have a capital is a name with it; several words are one anyhow. */
function casingOf(form: string): Casing {
  const hasCapital = form.toLowerCase() !== form.toUpperCase() && !/[\u10d0-\u10ff]/.test(form);
  return hasCapital && !/[\s\-.]/.test(form) ? 'name' : 'any';
}
