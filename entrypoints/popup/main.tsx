/** The toolbar popup: asks the page in front, shows it, saves what is switched. */
import { render } from 'preact';
import { shownPattern, siteChoice } from '../../src/core/choose-site.ts';
import { langAttribute } from '../../src/core/language-name.ts';
import type { MentionList, WalkPosition } from '../../src/core/mention-list.ts';
import type { PageStatus } from '../../src/core/page-status.ts';
import { interfaceLanguage } from '../../src/extension/languages.ts';
import { hasNews } from '../../src/extension/news-store.ts';
import { openLibrary } from '../../src/extension/open-library.ts';
import { openOptions } from '../../src/extension/own-pages.ts';
import { askToReadPages, onPagesGranted } from '../../src/extension/page-access.ts';
import { giveWay, onStatus, pageInFront, standingOf } from '../../src/extension/page-in-front.ts';
import { popupTexts } from '../../src/extension/popup-texts.ts';
import {
  loadSettings,
  onSettingsChange,
  saveHidden,
  savePiece,
  saveSiteInFront,
} from '../../src/extension/settings-store.ts';
import { hasPanel, openPanel } from '../../src/extension/side-panel.ts';
import { askMentions, askWalk } from '../../src/extension/walk-page.ts';
import { watchSaves } from '../../src/extension/watch-saves.ts';
import { Popup, type PopupProps } from '../../src/ui/Popup.tsx';

const lang = interfaceLanguage();
const { strings, entityLabels, dataset } = popupTexts();
const isNew = await hasNews();
const links = [
  { label: strings['page.library'], onOpen: () => void visitLibrary() },
  { label: strings['popup.options'], onOpen: () => void openOptions(), isNew },
  { label: strings['options.shortcuts'], onOpen: () => void openOptions('shortcuts') },
];
let [page, settings] = await Promise.all([pageInFront(location.search), loadSettings()]);
let status: PopupProps['status'] = 'waiting';
let list: MentionList | undefined;
let position: WalkPosition | undefined;
let isUnsaved = false;
const save = watchSaves(async (isNowUnsaved) => {
  isUnsaved = isNowUnsaved;
  settings = await loadSettings();
  draw();
});

function draw(): void {
  const address = page?.address;
  const { sites, on, hidden } = settings;
  const root = document.getElementById('root');
  if (!root) return;
  document.documentElement.lang = langAttribute(lang);
  render(
    <Popup
      {...{
        lang,
        strings,
        entityLabels,
        dataset,
        hidden,
        status,
        list,
        position,
        links,
        isUnsaved,
      }}
      isOn={on}
      site={address && shownPattern(sites, address.hostname, address.pathname)}
      choice={address ? siteChoice(sites, address.hostname, address.pathname) : 'auto'}
      onStep={(command) => void step(command)}
      onVisit={(id) => void visit(id)}
      onMaster={(isOn) => save(savePiece('on', isOn))}
      onSite={(choice) => address && save(saveSiteInFront(address, choice))}
      onEntity={(id, isShown) => save(saveHidden(id, !isShown))}
      onGrant={() => void askToReadPages()}
      onPanel={hasPanel() ? showPanel : undefined}
    />,
    root,
  );
}

/** Opens beside the page and gives way to it. Asked at once: browsers want a fresh press. */
function showPanel(): void {
  const opening = openPanel(page?.windowId);
  if (page && !page.isBeside) void opening.then(() => window.close());
}

async function ask(): Promise<void> {
  status = await standingOf(page);
  draw();
  await listMentions();
}

async function listMentions(): Promise<void> {
  const isAnnotated = typeof status === 'object' && status.state === 'annotated';
  list = page && isAnnotated ? await askMentions(page.tabId) : undefined;
  draw();
}

async function step(command: 'next' | 'previous'): Promise<void> {
  position = page && (await askWalk(page.tabId, { type: 'walk', command }));
  draw();
}

/** To the mention, if it is still there; else the list is made anew. */
async function visit(id: number): Promise<void> {
  if (!page) return;
  if (await askWalk(page.tabId, { type: 'visit', id })) await giveWay(page);
  else await listMentions();
}

async function visitLibrary(): Promise<void> {
  await openLibrary();
  // A bubble would stay over the library; a page of its own stays where it is.
  if (!page?.isBeside) window.close();
}

onSettingsChange((next) => {
  settings = next;
  draw();
});
onStatus(page?.tabId, (next: PageStatus) => {
  status = next;
  draw();
  void listMentions();
});
onPagesGranted(() => {
  void pageInFront(location.search).then((known) => {
    page = known;
    return ask();
  });
});
draw();
await ask();
// For whoever measures how soon it is all there.
performance.mark('bakteppe-listed');
