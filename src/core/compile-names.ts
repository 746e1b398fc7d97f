/**
 * Names in packs that a page can take at once, made when the extension is built:
 * plain JSON. One pack may hold all languages; a page gets fewer (`name-packs.ts`).
 *
 * Thousands of inflected forms would make an expression of hundreds of kilobytes,
 * so three small steps find them. A few strings (`needles`) say which text nodes are
 * looked at at all; the forms' first two letters (`openings`), where in their text a name
 * may begin; the shelves of forms (`packing.ts`), which one it is. The cost hardly grows
 * with the number of names. The scout gets something smaller still (`anchors`): the
 * strings without which no page can have a mention.
 */
import { anchorsOf } from './anchors.ts';
import { ENTITY_IDS, type EntityId, type NameStrength } from './model.ts';
import { nameKey } from './name-key.ts';
import type { Names } from './names-schema.ts';
import { needlesOf } from './needles.ts';
import { packForms, packMeanings, packOpenings, unpackMeaning } from './packing.ts';
import { type Prefilter, prefilterOf } from './prefilter.ts';

/**
 * How a form may be cased: `name` with a capital or all in capitals, `lower` as
 * an ordinary word of that language's press, `any` in every way.
 */
export type Casing = 'name' | 'lower' | 'any';

/** What a written form stands for. */
export interface Meaning {
  readonly entity: EntityId;
  readonly strength: NameStrength;
  readonly casing: Casing;
  readonly langs: readonly string[];
  readonly ownLanguageOnly: boolean;
  readonly ordinaryIn: readonly string[];
}

/** Words around a name that speak for or against it, by language. */
export type NameContext = Readonly<Record<string, Names['context']>>;

/** What the matcher and the rules need of some names. */
export interface NamePack {
  /** Strings without which no form is in a text: see `needlesOf`. */
  readonly needles: Prefilter;
  /** The first units of every form: see `packOpenings`. */
  readonly openings: string;
  /** All forms' keys, each with its meanings as indexes into `meanings`: see `packForms`. */
  readonly forms: string;
  /** The distinct meanings: see `packMeanings`. */
  readonly meanings: string;
  readonly contexts: NameContext;
  /** Letters that a language writes onto the front of a name. */
  readonly prefixes: Readonly<Record<string, readonly string[]>>;
}

export interface CompiledNames extends NamePack {
  /** What the scout looks for. */
  readonly anchors: Prefilter;
}

/**
 * Compile name lists. The same lists give the same result, whatever their order. What the
 * `known` needles find, because another pack is always there too, needs none of its own.
 */
export function compileNames(
  lists: readonly Names[],
  known: readonly string[] = [],
): CompiledNames {
  const sorted = [...lists].sort((a, b) => (a.lang < b.lang ? -1 : 1));
  const forms = new Map<string, Map<string, Meaning>>();
  for (const list of sorted) addList(list, forms);
  const keys = [...forms.keys()].sort();
  const meanings = new Map<string, number>();
  const table: Meaning[] = [];
  const meaningsOf = keys.map((key) =>
    [...(forms.get(key)?.values() ?? [])].map((meaning): number => {
      const identity = JSON.stringify(meaning);
      const known = meanings.get(identity);
      if (known !== undefined) return known;
      meanings.set(identity, table.length);
      return table.push(meaning) - 1;
    }),
  );
  const names = keys.filter((key) =>
    [...(forms.get(key)?.values() ?? [])].some(({ strength }) => strength !== 'other'),
  );
  return {
    needles: prefilterOf(needlesOf(names, keys, known)),
    openings: packOpenings(keys),
    forms: packForms(keys.map((key, at) => [key, meaningsOf[at] ?? []])),
    meanings: packMeanings(table),
    contexts: Object.fromEntries(sorted.map((list) => [list.lang, list.context])),
    prefixes: Object.fromEntries(
      sorted.filter((list) => list.prefixes.length > 0).map((list) => [list.lang, list.prefixes]),
    ),
    anchors: anchorsOf(sorted, forms),
  };
}

/** What each key stands for, by the meaning's identity. */
export type Forms = Map<string, Map<string, Meaning>>;

function addList(list: Names, forms: Forms): void {
  const { lang, names, others } = list;
  const add = (
    form: string,
    entity: EntityId,
    strength: NameStrength,
    casing: Casing,
    ownLanguageOnly = false,
    isOrdinary = false,
  ): void => {
    const key = nameKey(form);
    const known = forms.get(key) ?? new Map<string, Meaning>();
    const identity = `${entity} ${strength} ${casing} ${ownLanguageOnly}`;
    const before = known.get(identity);
    // Who else a name means does not depend on who writes it: one meaning serves them all.
    const langs = strength === 'other' ? [] : [...new Set([...(before?.langs ?? []), lang])];
    const ordinaryIn = [...(before?.ordinaryIn ?? []), ...(isOrdinary ? [lang] : [])];
    known.set(identity, { entity, strength, casing, langs, ownLanguageOnly, ordinaryIn });
    forms.set(key, known);
  };
  for (const entity of ['kim-jong-un', 'vladimir-putin'] as const) {
    const person = names[entity];
    const isOwn = (form: string): boolean => person.ownLanguageOnly.includes(form);
    for (const form of person.full) add(form, entity, 'full', casingOf(form), isOwn(form));
    for (const form of person.short) {
      const isOrdinary = person.ordinary.includes(form);
      add(form, entity, 'short', casingOf(form), isOwn(form), isOrdinary);
    }
    for (const form of person.lower) add(form, entity, 'short', 'lower', true);
    for (const form of others[entity]) add(form, entity, 'other', 'any');
  }
  for (const strength of ['full', 'generic'] as const) {
    for (const form of names['partnership-treaty'][strength]) {
      add(form, 'partnership-treaty', strength, 'any');
    }
  }
}

/**
 * A name of several words is that name in any casing; so is one in a script without case,
 * and in Georgian, whose capitals are for whole headlines and never begin a name.
 */
function casingOf(form: string): Casing {
  const hasCase = form.toLowerCase() !== form.toUpperCase() && !/\p{Script=Georgian}/u.test(form);
  return hasCase && !/[\s\-.]/.test(form) ? 'name' : 'any';
}

/** Entities without a single name; used by the data check. */
export function missingEntities({ meanings }: CompiledNames): EntityId[] {
  const named = meanings.split('\n').map((line) => unpackMeaning(line).entity);
  return ENTITY_IDS.filter((id) => !named.includes(id));
}
