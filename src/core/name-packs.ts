/**
 * Names as pages get them: the two men in all languages in one pack, since any page may
 * name them in any script; and a pack for each language with what only its own texts
 * need: the treaty's names, other people's, and the words around names.
 *
 * All in one would be 900 KB on every page with a mention.
 */
import { compileNames, type NamePack } from './compile-names.ts';
import { primaryLanguage } from './language.ts';
import { nameKey } from './name-key.ts';
import type { Names } from './names-schema.ts';
import { needlesOf } from './needles.ts';

/** The pack every page with a mention gets. */
export const PEOPLE = 'people';

/** Pack name → pack: `people`, and one for each language. */
export function packNames(lists: readonly Names[]): ReadonlyMap<string, NamePack> {
  const known = needlesOf(namesOfTheTwo(lists), []);
  return new Map([
    [PEOPLE, twoMen(lists)],
    ...lists.map((list) => [list.lang, languagePack(list, known)] as const),
  ]);
}

function twoMen(lists: readonly Names[]): NamePack {
  const people = lists.map((list) => ({
    ...list,
    names: { ...list.names, 'partnership-treaty': { full: [], generic: [] } },
    others: { 'kim-jong-un': [], 'vladimir-putin': [] },
  }));
  const { anchors: _anchors, ...pack } = compileNames(people);
  return { ...pack, contexts: {} };
}

function namesOfTheTwo(lists: readonly Names[]): string[] {
  return lists.flatMap(({ names }) =>
    [names['kim-jong-un'], names['vladimir-putin']].flatMap(({ full, short, lower }) =>
      [...full, ...short, ...lower].map(nameKey),
    ),
  );
}

const NOBODY = { full: [], short: [], lower: [], ownLanguageOnly: [], ordinary: [] };

/** Every page has the two men's needles, too. */
function languagePack(list: Names, known: readonly string[]): NamePack {
  const own: Names = {
    ...list,
    names: { ...list.names, 'kim-jong-un': NOBODY, 'vladimir-putin': NOBODY },
  };
  const { anchors: _anchors, ...pack } = compileNames([own], known);
  return { ...pack, prefixes: {} };
}

/** Languages whose texts borrow each other's names for the treaty, or are taken for each other. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  nb: ['nb', 'nn', 'da'],
  nn: ['nn', 'nb'],
  da: ['da', 'nb'],
  sr: ['sr', 'sr-Latn', 'hr'],
  'sr-Latn': ['sr-Latn', 'hr'],
  hr: ['hr', 'sr-Latn', 'bs'],
  bs: ['bs', 'hr', 'sr-Latn'],
};
/** For texts in a language without a pack. */
const FALLBACK = 'en';
/** A page in more languages than this is a list of languages. */
const MOST_PACKS = 12;

/** The packs for texts in these languages (tags as pages write them), of those there are. */
export function packsFor(
  tags: readonly (string | undefined)[],
  available: readonly string[],
): string[] {
  const wanted = tags.flatMap((tag) => {
    const lang = tag === 'sr-Latn' ? tag : primaryLanguage(tag);
    return lang === undefined ? [] : (NEIGHBOURS[lang] ?? [lang]);
  });
  const packs = [...new Set(wanted)].filter((lang) => available.includes(lang));
  return (packs.length > 0 ? packs : [FALLBACK]).slice(0, MOST_PACKS);
}
