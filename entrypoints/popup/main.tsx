/** The toolbar popup: asks the page in front, shows it, saves what is switched. */
import { render } from 'preact';
import type { PageStatus } from '../../src/core/page-status.ts';
import { choiceFor, type Settings, siteOf } from '../../src/core/settings.ts';
import { askStatus, onStatus, pageInFront } from '../../src/extension/page-in-front.ts';
import {
  loadSettings,
  onSettingsChange,
  saveOn,
  saveSite,
} from '../../src/extension/settings-store.ts';
import { datasetSummary, interfaceLanguage, interfaceStrings } from '../../src/extension/texts.ts';
import { Popup, type PopupProps } from '../../src/ui/Popup.tsx';

const lang = interfaceLanguage();
const strings = interfaceStrings();
const { entityLabels, ...dataset } = datasetSummary(lang);
const page = await pageInFront(location.search);
let settings: Settings = await loadSettings();
let status: PopupProps['status'] = 'waiting';

function draw(): void {
  const host = page?.host;
  const choice = host === undefined ? 'by-page' : choiceFor(settings, host);
  const root = document.getElementById('root');
  if (!root) return;
  document.documentElement.lang = lang;
  render(
    <Popup
      {...{ lang, strings, entityLabels, dataset, status }}
      isOn={settings.on}
      site={host === undefined ? undefined : siteOf(host)}
      isSiteOn={choice !== 'site-off'}
      onMaster={(on) => void saveOn(on)}
      onSite={(on) => host !== undefined && void saveSite(host, on ? undefined : 'off')}
      onAnnotateAnyway={() => host !== undefined && void saveSite(host, 'on')}
    />,
    root,
  );
}

async function ask(): Promise<void> {
  status = (page && (await askStatus(page.tabId))) ?? 'unreachable';
  draw();
}

onSettingsChange((next) => {
  settings = next;
  draw();
});
onStatus(page?.tabId, (next: PageStatus) => {
  status = next;
  draw();
});
draw();
await ask();
