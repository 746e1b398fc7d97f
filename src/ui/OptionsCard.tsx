/** The card: its language, when it opens, and whether a click keeps it. */
import { fill } from '../core/fill.ts';
import { intlLocale } from '../core/intl-locale.ts';
import { langAttribute, languageName } from '../core/language-name.ts';
import { AUTOMATIC, DEFAULT_SETTINGS } from '../core/settings.ts';
import type { SettingsProps } from './Options.tsx';
import { Switch } from './Switch.tsx';

interface CardOptionsProps extends SettingsProps {
  readonly languages: readonly string[];
}

/** From "at once" to "only if I really mean it", in ms; about doubled at each step. */
const DELAYS = [0, 150, DEFAULT_SETTINGS.delay, 600, 1000, 2000];

export function OptionsCard({ strings, lang, settings, languages, onPiece }: CardOptionsProps) {
  const seconds = new Intl.NumberFormat(intlLocale(lang), {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
  });
  // Whatever is set is shown, also a delay that another version offers.
  const delays = [...new Set([...DELAYS, settings.delay])].sort((a, b) => a - b);
  const inWords = (delay: number): string => {
    const time = seconds.format(delay / 1000);
    return delay === DEFAULT_SETTINGS.delay ? fill(strings['options.delayUsual'], { time }) : time;
  };
  return (
    <section class="group">
      <h2>{strings['options.card']}</h2>
      <div class="field">
        <label class="field-label" for="language">
          {strings['options.language']}
        </label>
        <select
          id="language"
          class="choose"
          name="language"
          aria-describedby="language-help"
          value={settings.language}
          onChange={(event) => onPiece('language', event.currentTarget.value)}
        >
          <option value={AUTOMATIC}>{strings['options.languageAutomatic']}</option>
          {languages.map((tag) => (
            <option key={tag} value={tag} lang={langAttribute(tag)}>
              {languageName(tag)}
            </option>
          ))}
        </select>
        <p class="help" id="language-help">
          {strings['options.languageHelp']}
        </p>
      </div>
      <label class="field">
        <span class="field-label">{strings['options.delay']}</span>
        <select
          class="choose"
          name="delay"
          value={String(settings.delay)}
          onChange={(event) => onPiece('delay', Number(event.currentTarget.value))}
        >
          {delays.map((delay) => (
            <option key={delay} value={String(delay)}>
              {inWords(delay)}
            </option>
          ))}
        </select>
      </label>
      <Switch
        label={strings['options.pinByClick']}
        detail={strings['options.pinByClickHelp']}
        isOn={settings.pinByClick}
        onChange={(isOn) => onPiece('pinByClick', isOn)}
      />
    </section>
  );
}
