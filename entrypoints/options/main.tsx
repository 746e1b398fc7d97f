/** The options page: shows the settings as they are, saves each change at once. */
import { render } from 'preact';
import { langAttribute } from '../../src/core/language-name.ts';
import { DEFAULT_SETTINGS, type SiteChoice } from '../../src/core/settings.ts';
import { readSettingsFile, writeSettingsFile } from '../../src/core/settings-file.ts';
import { type PatternFault, parsePattern } from '../../src/core/site-pattern.ts';
import { textDirection } from '../../src/core/text-direction.ts';
import { forgetNews, hasNews } from '../../src/extension/news-store.ts';
import { currentShortcuts, shortcutsOpener } from '../../src/extension/own-pages.ts';
import { saveFile } from '../../src/extension/save-file.ts';
import {
  loadSettings,
  loadSyncState,
  onSettingsChange,
  onSyncState,
  saveAll,
  saveHidden,
  savePiece,
  saveSite,
} from '../../src/extension/settings-store.ts';
import {
  availableLanguages,
  datasetSummary,
  interfaceLanguage,
  interfaceStrings,
} from '../../src/extension/texts.ts';
import { watchSaves } from '../../src/extension/watch-saves.ts';
import { createPreview } from '../../src/page/preview.ts';
import { Options, type OptionsProps } from '../../src/ui/Options.tsx';

const lang = interfaceLanguage();
const strings = interfaceStrings();
const { entityLabels, ...dataset } = datasetSummary();
const languages = availableLanguages();
const preview = createPreview(document);
const onChangeShortcuts = shortcutsOpener();
let [settings, syncState, shortcuts] = await Promise.all([
  loadSettings(),
  loadSyncState(),
  currentShortcuts(),
]);
let news: OptionsProps['news'];
const isUnseen = await hasNews();
let isUnsaved = false;
const save = watchSaves(async (isNowUnsaved) => {
  isUnsaved = isNowUnsaved;
  settings = await loadSettings();
  draw();
});

function draw(): void {
  const root = document.getElementById('root');
  if (!root) return;
  render(
    <Options
      {...{ lang, strings, entityLabels, dataset, languages, settings }}
      {...{ shortcuts, onChangeShortcuts, syncState, news, isUnsaved }}
      onPiece={(key, value) => save(savePiece(key, value))}
      onEntity={(id, isShown) => save(saveHidden(id, !isShown))}
      onAddSite={addSite}
      onSite={(pattern, choice) => save(saveSite(pattern, choice))}
      onForgetSite={(pattern) => save(saveSite(pattern, undefined))}
      onPreview={(sample) => preview.show(sample, settings)}
      onExport={() => saveFile('bakteppe-settings.json', writeSettingsFile(settings))}
      onImport={(file) => void importFile(file)}
      onReset={() => save(saveAll(DEFAULT_SETTINGS).then(() => tell('reset')))}
      hasNews={isUnseen}
      onNewsSeen={() => void forgetNews()}
    />,
    root,
  );
}

function addSite(text: string, choice: SiteChoice): PatternFault | undefined {
  const parsed = parsePattern(text, toAscii);
  if ('fault' in parsed) return parsed.fault;
  save(saveSite(parsed.pattern, choice));
  return undefined;
}

/** "пример.рф" as addresses have it. */
function toAscii(host: string): string | undefined {
  const url = `http://${host}/`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

async function importFile(file: File): Promise<void> {
  const reading = readSettingsFile(await file.text());
  if ('faults' in reading) return tell(reading.faults);
  // The browser's own words: a storage that is full takes nothing of it.
  const fault = await saveAll(reading.settings).then(() => undefined, String);
  tell(fault === undefined ? 'imported' : [fault]);
}

function tell(what: OptionsProps['news']): void {
  news = what;
  draw();
}

document.documentElement.lang = langAttribute(lang);
document.documentElement.dir = textDirection(lang);
document.title = strings['options.title'];
onSettingsChange((next) => {
  settings = next;
  draw();
});
onSyncState((next) => {
  syncState = next;
  draw();
});
// Keys are changed on a page of the browser's: the reader comes back from there.
document.addEventListener('visibilitychange', () => {
  void currentShortcuts().then((next) => {
    shortcuts = next;
    draw();
  });
});
draw();
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
