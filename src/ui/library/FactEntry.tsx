/** A fact in the library: its sentence in one language or two, where it comes from, what it is tied to. */
import { monthInWords } from '../../core/age.ts';
import type { FoundFact } from '../../core/filter-facts.ts';
import { langAttribute, languageName } from '../../core/language-name.ts';
import { placeInWords } from '../../core/locator.ts';
import { textDirection } from '../../core/text-direction.ts';
import { KindIcon } from '../Icon.tsx';
import { CopyCitation } from './CopyCitation.tsx';
import { FactTies } from './FactTies.tsx';
import {
  addressOfFact,
  addressOfValues,
  type LibraryPage,
  labelOf,
  type Version,
} from './library-page.ts';
import { Marked } from './Marked.tsx';

interface FactEntryProps {
  readonly page: LibraryPage;
  readonly found: FoundFact;
  /** The page's language first, then others to stand beside it. */
  readonly versions: readonly Version[];
  readonly words: readonly string[];
  readonly shown: ReadonlySet<string>;
  readonly onCopy: (text: string) => Promise<boolean>;
}

export function FactEntry({ page, found, versions, words, shown, onCopy }: FactEntryProps) {
  const { strings, lang } = page;
  const { id, kind, claimant, about, topics } = found.fact;
  const fact = page.facts.get(id);
  if (!fact) return null;
  return (
    <li
      id={id}
      class={`entry${found.isCompanion ? ' companion' : ''}`}
      tabIndex={-1}
      aria-current={page.view.fact === id ? 'true' : undefined}
    >
      {found.isCompanion && <p class="note">{strings['library.companion']}</p>}
      <div class="versions">
        {versions.map((version) => (
          <div class="version" key={version.lang}>
            <p
              class="sentence"
              lang={langAttribute(version.lang)}
              dir={textDirection(version.lang)}
            >
              {versions.length > 1 && <span class="tongue">{languageName(version.lang)}</span>}
              <Marked text={version.text} lead={version.lead} words={words} />
            </p>
          </div>
        ))}
      </div>
      <p class="meta">
        <a class="kind" href={addressOfValues(page, { kind })}>
          <KindIcon kind={kind} />
          <Marked text={fact.kindLabel} words={words} />
        </a>
        <a href={addressOfValues(page, { claimant })}>
          <Marked text={fact.claimant.label} words={words} />
        </a>
        <span>{monthInWords(fact.date, lang)}</span>
        <a href={addressOfFact(page, id, true)}>{placeInWords(fact.paragraphs, strings, lang)}</a>
      </p>
      <p class="meta">
        {about.map((entity) => (
          <a
            key={entity}
            class={`entity ${entity}`}
            href={addressOfValues(page, { about: entity })}
          >
            {labelOf(page, 'about', entity)}
          </a>
        ))}
        {topics.map((topic) => (
          <a key={topic} href={addressOfValues(page, { topic })}>
            <Marked text={labelOf(page, 'topic', topic)} words={words} />
          </a>
        ))}
      </p>
      <FactTies page={page} id={id} shown={shown} />
      <CopyCitation key={lang} page={page} id={id} onCopy={onCopy} />
    </li>
  );
}
