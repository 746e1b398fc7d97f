/** What to search for, and the languages to read in. */
import { langAttribute, languageName } from '../../core/language-name.ts';
import type { LibraryView } from '../../core/library-view.ts';
import type { LibraryPage } from './library-page.ts';

interface SearchBarProps {
  readonly page: LibraryPage;
  readonly languages: readonly string[];
  /** The second language shown, if one is. */
  readonly second: string | undefined;
  /** While typing the view changes with every letter: those are one step for "Back". */
  readonly onType: (query: string) => void;
  readonly onChange: (change: Partial<LibraryView>) => void;
}

export function SearchBar({ page, languages, second, onType, onChange }: SearchBarProps) {
  const { strings, view, lang } = page;
  return (
    <search class="search">
      <label class="field wide">
        <span>{strings['library.search']}</span>
        <input
          type="search"
          class="query"
          value={view.query}
          autoComplete="off"
          spellcheck={false}
          dir="auto"
          onInput={(event) => onType(event.currentTarget.value)}
        />
      </label>
      <label class="tick">
        <input
          type="checkbox"
          checked={view.inAll}
          onChange={(event) => onChange({ inAll: event.currentTarget.checked })}
        />
        <span>{strings['library.inAll']}</span>
      </label>
      <label class="field">
        <span>{strings['library.language']}</span>
        <select
          class="choose"
          value={lang}
          onChange={(event) => onChange({ lang: event.currentTarget.value })}
        >
          <Languages languages={languages} />
        </select>
      </label>
      <label class="field">
        <span>{strings['library.second']}</span>
        <select
          class="choose"
          value={second ?? ''}
          onChange={(event) => onChange({ second: event.currentTarget.value || undefined })}
        >
          <option value="">{strings['library.secondNone']}</option>
          <Languages languages={languages.filter((other) => other !== lang)} />
        </select>
      </label>
    </search>
  );
}

function Languages({ languages }: { readonly languages: readonly string[] }) {
  return (
    <>
      {languages.map((tag) => (
        <option key={tag} value={tag} lang={langAttribute(tag)}>
          {languageName(tag)}
        </option>
      ))}
    </>
  );
}
