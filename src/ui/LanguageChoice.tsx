/** The card's language: that of the page, or always the same one. */
import type { CardStrings } from '../core/card-texts.ts';
import { langAttribute, languageName } from '../core/language-name.ts';
import { AUTOMATIC } from '../core/settings.ts';

interface LanguageChoiceProps {
  readonly strings: CardStrings;
  readonly languages: readonly string[];
  readonly setting: string;
  readonly onUse: () => void;
  readonly onLanguage: (language: string) => void;
}

export function LanguageChoice(props: LanguageChoiceProps) {
  const { strings, languages, setting, onUse, onLanguage } = props;
  return (
    <select
      class="language"
      aria-label={strings['card.language']}
      title={strings['card.language']}
      value={setting}
      // The list opens outside the card: going there must not close it.
      onPointerDown={onUse}
      onFocus={onUse}
      onChange={(event) => onLanguage(event.currentTarget.value)}
    >
      <option value={AUTOMATIC}>{strings['card.languageAutomatic']}</option>
      {languages.map((lang) => (
        <option key={lang} value={lang} lang={langAttribute(lang)}>
          {languageName(lang)}
        </option>
      ))}
    </select>
  );
}
