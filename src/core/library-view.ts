/**
 * What the facts library shows, and the address that says so: every search and
 * every filter can be kept, sent and gone back to.
 *
 * `?about=vladimir-putin&kind=claim,quote&q=shells&lang=en&with=ru#artillery-shells`
 */
import { type Chosen, FACETS, NOTHING_CHOSEN } from './filter-facts.ts';

export interface LibraryView {
  readonly chosen: Chosen;
  /** What is searched for, as typed. */
  readonly query: string;
  /** Search in all languages, and not only in those shown. */
  readonly inAll: boolean;
  /** The page's language; undefined for the reader's own. */
  readonly lang: string | undefined;
  /** A second language beside it. */
  readonly second: string | undefined;
  /** The fact the address points at. */
  readonly fact: string | undefined;
}

/** What an address may name. */
export interface Nameable {
  readonly values: Chosen;
  readonly langs: readonly string[];
  readonly facts: readonly string[];
}

export const WHOLE_LIBRARY: LibraryView = {
  chosen: NOTHING_CHOSEN,
  query: '',
  inAll: false,
  lang: undefined,
  second: undefined,
  fact: undefined,
};

/** A query is cut here, in characters: longer than any fact. */
const LONGEST_QUERY = 200;

/** The view an address stands for; what it names that is not there is left out. Never throws. */
export function parseView(search: string, hash: string, nameable: Nameable): LibraryView {
  const fields = fieldsOf(search);
  const known = (names: readonly string[], name: string | undefined): string | undefined =>
    names.find((candidate) => candidate === name);
  const chosen = Object.fromEntries(
    FACETS.map((facet) => {
      const wanted = fields.get(facet)?.split(',') ?? [];
      return [facet, nameable.values[facet].filter((value) => wanted.includes(value))];
    }),
  ) as unknown as Chosen;
  return {
    chosen,
    query: (fields.get('q') ?? '').slice(0, LONGEST_QUERY),
    inAll: fields.get('all') === '1',
    lang: known(nameable.langs, fields.get('lang')),
    second: known(nameable.langs, fields.get('with')),
    fact: known(nameable.facts, decode(hash.replace(/^#/, ''))),
  };
}

/** The address of a view, from its "?" on. */
export function addressOf(view: LibraryView): string {
  const fields: [string, string | undefined][] = [
    ...FACETS.map((facet): [string, string] => [facet, view.chosen[facet].join(',')]),
    ['q', view.query],
    ['all', view.inAll ? '1' : ''],
    ['lang', view.lang],
    ['with', view.second],
  ];
  const written = fields.flatMap(([name, value]) => (value ? `${name}=${encode(value)}` : []));
  return `?${written.join('&')}${view.fact === undefined ? '' : `#${view.fact}`}`;
}

/** The view without search and filters, its languages kept. */
export function widened(view: LibraryView): LibraryView {
  return { ...WHOLE_LIBRARY, lang: view.lang, second: view.second };
}

function fieldsOf(search: string): ReadonlyMap<string, string> {
  const pairs = search.replace(/^\?/, '').split('&');
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      return [decode(name), decode(value.replaceAll('+', ' '))];
    }),
  );
}

/** Half a character has no place in an address. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '')).replaceAll('%2C', ',');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
