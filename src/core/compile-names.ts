/**
 * All names of all languages in one small package, made once when the extension
 * is built; plain JSON.
 *
 * Thousands of inflected forms would make an expression of hundreds of kilobytes,
 * so only the forms' first letters become an expression (`heads`): it finds where
 * a name may begin, and the sorted list of forms says which one it is. The cost
 * hardly grows with the number of names. The scout gets something smaller still
 * (`anchors`): the few strings without which no page can have a mention.
 */
import { ENTITY_IDS, type EntityId, type NameStrength } from './model.ts';
import { nameKey } from './name-key.ts';
import type { Names } from './names-schema.ts';

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
}

/** Words around a name that speak for or against it, by language. */
export type NameContext = Readonly<Record<string, Names['context']>>;

export interface CompiledNames {
  /** Source of a case-insensitive expression: the first letters of every form. */
  readonly heads: string;
  /** All forms' keys in code-unit order, front-coded: see `packKeys`. */
  readonly keys: string;
  readonly meanings: readonly Meaning[];
  /** For each key its meanings, as indexes into `meanings`. */
  readonly meaningsOf: readonly (readonly number[])[];
  readonly contexts: NameContext;
  /** Letters that a language writes onto the front of a name. */
  readonly prefixes: Readonly<Record<string, readonly string[]>>;
  /** Source of the scout's expression. */
  readonly anchors: string;
}

/** Letters of a form that go into `heads`: enough to be rare, few enough to stay small. */
const HEAD_LENGTH = 4;

/** Compile name lists. The same lists give the same result, whatever their order. */
export function compileNames(lists: readonly Names[]): CompiledNames {
  const sorted = [...lists].sort((a, b) => (a.lang < b.lang ? -1 : 1));
  const forms = new Map<string, Map<string, Meaning>>();
  for (const list of sorted) addList(list, forms);
  const keys = [...forms.keys()].sort();
  const meanings = new Map<string, number>();
  const table: Meaning[] = [];
  const meaningsOf = keys.map((key) =>
    [...(forms.get(key)?.values() ?? [])].map((meaning) => {
      const identity = JSON.stringify(meaning);
      const known = meanings.get(identity);
      if (known !== undefined) return known;
      meanings.set(identity, table.length);
      return table.push(meaning) - 1;
    }),
  );
  return {
    heads: alternationOf([...new Set(keys.map((key) => [...key].slice(0, HEAD_LENGTH).join('')))]),
    keys: packKeys(keys),
    meanings: table,
    meaningsOf,
    contexts: Object.fromEntries(sorted.map((list) => [list.lang, list.context])),
    prefixes: Object.fromEntries(
      sorted.filter((list) => list.prefixes.length > 0).map((list) => [list.lang, list.prefixes]),
    ),
    anchors: alternationOf(anchorsOf(sorted, forms)),
  };
}

type Forms = Map<string, Map<string, Meaning>>;

function addList(list: Names, forms: Forms): void {
  const { lang, names, others } = list;
  const add = (
    form: string,
    entity: EntityId,
    strength: NameStrength,
    casing: Casing,
    ownLanguageOnly = false,
  ): void => {
    const key = nameKey(form);
    const known = forms.get(key) ?? new Map<string, Meaning>();
    const identity = `${entity} ${strength} ${casing} ${ownLanguageOnly}`;
    const langs = [...new Set([...(known.get(identity)?.langs ?? []), lang])];
    known.set(identity, { entity, strength, casing, langs, ownLanguageOnly });
    forms.set(key, known);
  };
  for (const entity of ['kim-jong-un', 'vladimir-putin'] as const) {
    const person = names[entity];
    for (const form of person.full) add(form, entity, 'full', casingOf(form));
    for (const form of person.short) {
      add(form, entity, 'short', casingOf(form), person.ownLanguageOnly.includes(form));
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

/** A name of several words is that name in any casing; so is one in a script without case. */
function casingOf(form: string): Casing {
  const hasCase = form.toLowerCase() !== form.toUpperCase();
  return hasCase && !/[\s\-.]/.test(form) ? 'name' : 'any';
}

/**
 * What a page with a mention must hold: a name of one of the two men that stands
 * by itself, or a word for North Korea, without which neither a bare "Kim" nor
 * the treaty is shown. Strings that contain another are left out.
 */
function anchorsOf(lists: readonly Names[], forms: Forms): string[] {
  const all: string[] = [];
  for (const [key, meanings] of forms) {
    for (const { entity, strength } of meanings.values()) {
      const isSurname = entity === 'vladimir-putin' && strength === 'short';
      if (entity !== 'partnership-treaty' && (strength === 'full' || isSurname)) all.push(key);
    }
  }
  for (const list of lists) all.push(...list.context['north-korea'].map(nameKey));
  const shortest: string[] = [];
  for (const key of [...new Set(all)].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    if (!shortest.some((anchor) => key.includes(anchor))) shortest.push(key);
  }
  return shortest.sort();
}

/** The two-digit number that says how much of the key before is kept. */
const SHARED_DIGITS = 2;

/** Front coding: each line is how many units it shares with the line before (base 36), then the rest. */
export function packKeys(keys: readonly string[]): string {
  let before = '';
  return keys
    .map((key) => {
      let shared = 0;
      while (shared < before.length && key[shared] === before[shared]) shared++;
      before = key;
      return shared.toString(36).padStart(SHARED_DIGITS, '0') + key.slice(shared);
    })
    .join('\n');
}

/** The keys again, in their order. */
export function unpackKeys(packed: string): string[] {
  let before = '';
  return packed.split('\n').map((line) => {
    const shared = Number.parseInt(line.slice(0, SHARED_DIGITS), 36);
    before = before.slice(0, shared) + line.slice(SHARED_DIGITS);
    return before;
  });
}

type Tree = Map<string, Tree>;

/** An alternation of the strings as an expression's source, common beginnings written once. */
function alternationOf(strings: readonly string[]): string {
  const root: Tree = new Map();
  for (const string of strings) {
    let node = root;
    for (const char of string) {
      const next = node.get(char) ?? new Map();
      node.set(char, next);
      node = next;
    }
    node.set('', new Map());
  }
  return write(root);
}

function write(node: Tree): string {
  // A string that ends here matches whatever follows: longer ones need no branch.
  if (node.has('')) return '';
  const single: string[] = [];
  const branches: string[] = [];
  for (const [char, next] of node) {
    const rest = write(next);
    if (rest === '' && char !== ' ' && char !== "'") single.push(patternOf(char));
    else branches.push(patternOf(char) + rest);
  }
  const [only] = single;
  if (single.length === 1 && only) branches.push(only);
  else if (single.length > 1) branches.push(`[${single.join('')}]`);
  return branches.length === 1 ? (branches[0] ?? '') : `(?:${branches.join('|')})`;
}

/** A plain space stands for a run of separators, and is written out by `expressionOf`. */
function patternOf(char: string): string {
  if (char === "'") return "['’]";
  return char.replace(/[\\^$*+?()[\]{}|/-]/g, '\\$&');
}

/** Entities without a single name; used by the data check. */
export function missingEntities({ meanings }: CompiledNames): EntityId[] {
  return ENTITY_IDS.filter((id) => !meanings.some(({ entity }) => entity === id));
}
