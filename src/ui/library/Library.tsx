/**
 * The facts library: every fact, searched and filtered, in one language or two
 * side by side. All it shows is in its view, and the view is its address.
 */
import { useMemo } from 'preact/hooks';
import { ageInWords, ageOf, monthInWords } from '../../core/age.ts';
import type { Facts, Texts } from '../../core/dataset-schema.ts';
import { fill, fillCounted } from '../../core/fill.ts';
import { countValues, FACETS, type Facet, findFacts } from '../../core/filter-facts.ts';
import { addressOf, type LibraryView, type Nameable, widened } from '../../core/library-view.ts';
import type { FactSearch } from '../../core/search-facts.ts';
import { wordsOf } from '../../core/search-text.ts';
import type { Strings } from '../../core/strings.ts';
import { PageFrame } from '../PageFrame.tsx';
import { FacetList } from './FacetList.tsx';
import { FactEntry } from './FactEntry.tsx';
import {
  factsIn,
  inReadingOrder,
  type LibraryPage,
  type Version,
  versionOf,
} from './library-page.ts';
import { Overview } from './Overview.tsx';
import { ResultsHead } from './ResultsHead.tsx';
import { SearchBar } from './SearchBar.tsx';

export interface LibraryProps {
  readonly data: Facts;
  readonly allTexts: readonly Texts[];
  /** The texts and strings of the page's language. */
  readonly texts: Texts;
  readonly strings: Strings;
  readonly search: FactSearch;
  readonly values: Nameable['values'];
  readonly view: LibraryView;
  /** "YYYY-MM-DD", for the facts' age. */
  readonly today: string;
  /** There is room for filters and facts side by side. */
  readonly isWide: boolean;
  /** `isStep`: a step of its own for "Back". */
  readonly onView: (view: LibraryView, isStep: boolean) => void;
  readonly onCopy: (text: string) => Promise<boolean>;
}

export function Library(props: LibraryProps) {
  const { data, allTexts, texts, strings, view, onView } = props;
  const { lang } = texts;
  const facts = useMemo(() => factsIn(data, texts), [data, texts]);
  const page: LibraryPage = { data, texts, strings, lang, facts, view };
  const second = view.second === lang ? undefined : view.second;
  const languages = allTexts.map((language) => language.lang);
  const shownLangs = second === undefined ? [lang] : [lang, second];
  const searched = view.inAll ? [...new Set([...shownLangs, ...languages])] : shownLangs;
  const hits = props.search.find(view.query, searched);
  const isHit = (id: string): boolean => hits.has(id);
  const found = findFacts(data.facts, view.chosen, isHit);
  const shown = new Set(found.map(({ fact }) => fact.id));
  const own = new Set(found.flatMap(({ fact, isCompanion }) => (isCompanion ? [] : fact.id)));
  const words = wordsOf(view.query);
  const date = monthInWords(data.article.date, lang);
  const age = ageInWords(ageOf(data.article.date, props.today), lang);

  const change = (to: Partial<LibraryView>): void =>
    onView({ ...view, fact: undefined, ...to }, true);
  const toggle = (facet: Facet, value: string): void => {
    const before = view.chosen[facet];
    const after = before.includes(value) ? before.filter((v) => v !== value) : [...before, value];
    // In the facet's own order, so that one choice has one address.
    const ordered = props.values[facet].filter((v) => after.includes(v));
    change({ chosen: { ...view.chosen, [facet]: ordered } });
  };
  const whole = widened(view);
  const versionsOf = (id: string): Version[] => {
    // A hit in a language that is not shown brings its sentence along.
    const tongues = new Set([...shownLangs, hits.get(id) ?? lang]);
    return allTexts
      .filter((language) => tongues.has(language.lang))
      .sort((a, b) => [...tongues].indexOf(a.lang) - [...tongues].indexOf(b.lang))
      .map((language) => versionOf(language, id));
  };
  return (
    <PageFrame strings={strings} lang={lang} current="library">
      <main class="library">
        <header class="intro">
          <h1>{strings['page.library']}</h1>
          <p>{fillCounted(strings['popup.dataset'], data.facts.length, lang, { date })}</p>
          <p>
            {fill(strings['card.background'], { date, age })} {strings['card.unknownSource']}
          </p>
        </header>
        <SearchBar
          page={page}
          languages={languages}
          second={second}
          onType={(query) =>
            onView({ ...view, fact: undefined, query }, view.query === '' || query === '')
          }
          onChange={change}
        />
        <Overview page={page} matching={own} isWide={props.isWide} shown={shown} />
        <aside class="filters" aria-label={strings['library.filters']}>
          <FacetList
            page={page}
            values={inReadingOrder(page, props.values)}
            counts={countsOf(data, view, isHit)}
            isWide={props.isWide}
            onToggle={toggle}
          />
        </aside>
        <section class="results" aria-label={strings['page.library']}>
          <ResultsHead
            page={page}
            count={own.size}
            isWhole={addressOf({ ...view, fact: undefined }) === addressOf(whole)}
            onToggle={toggle}
            onClear={() => onView(whole, true)}
          />
          <ol class="entries">
            {found.map((one) => (
              <FactEntry
                key={one.fact.id}
                page={page}
                found={one}
                versions={versionsOf(one.fact.id)}
                words={words}
                shown={shown}
                onCopy={props.onCopy}
              />
            ))}
          </ol>
        </section>
      </main>
    </PageFrame>
  );
}

function countsOf(
  data: Facts,
  { chosen }: LibraryView,
  isHit: (id: string) => boolean,
): Record<Facet, ReadonlyMap<string, number>> {
  const counts = FACETS.map((facet) => [facet, countValues(data.facts, chosen, facet, isHit)]);
  return Object.fromEntries(counts) as Record<Facet, ReadonlyMap<string, number>>;
}
