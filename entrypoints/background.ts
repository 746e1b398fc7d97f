/** Answers pages, brings the session to those that ask, keeps toolbar and context menu right. */
import { defineBackground } from 'wxt/utils/define-background';
import { UNSAVED } from '../src/extension/bare-browser.ts';
import { browser } from '../src/extension/browser.ts';
import { onContextMenu } from '../src/extension/context-menu.ts';
import { callFrames, passOn } from '../src/extension/frames.ts';
import { type AcceptedMessage, acceptPageMessage } from '../src/extension/messages.ts';
import { noteUpdate } from '../src/extension/news-store.ts';
import { openLibrary } from '../src/extension/open-library.ts';
import { openWelcome } from '../src/extension/open-page.ts';
import { onPagesGranted } from '../src/extension/page-access.ts';
import { onMessage } from '../src/extension/polyfill.ts';
import { onCommands } from '../src/extension/run-command.ts';
import {
  bringLease,
  bringNames,
  bringOriginals,
  bringPart,
  bringScout,
  bringScoutOnce,
  bringSession,
  bringTexts,
} from '../src/extension/scripts.ts';
import {
  loadSettings,
  onSettingsChange,
  saveHidden,
  savePiece,
  saveSiteInFront,
} from '../src/extension/settings-store.ts';
import { keepInSync } from '../src/extension/sync-settings.ts';
import { showMaster, showStatus } from '../src/extension/toolbar.ts';

export default defineBackground(() => {
  onMessage.addListener((message: unknown, sender) => {
    const accepted = acceptPageMessage(message, sender, browser.runtime.id);
    // An answer to all: who gets none, or `false`, says it again (`bare-browser.ts`).
    return accepted && heed(accepted).then((answer) => answer ?? true);
  });
  onCommands();
  keepInSync();
  onSettingsChange(({ on }) => void showMaster(on));
  onContextMenu();
  onPagesGranted((origins) => void bringScout(origins));
  browser.runtime.onInstalled.addListener(({ reason, previousVersion }) => {
    void bringScout();
    if (reason === 'install') void openWelcome();
    if (reason === 'update' && previousVersion) void noteUpdate(previousVersion);
  });
  void bringScoutOnce();
  void loadSettings().then(({ on }) => showMaster(on));
});

function heed({ message, place, url }: AcceptedMessage): Promise<unknown> {
  const { tabId, frameId } = place;
  switch (message.type) {
    case 'wake':
      return bringSession(place, message.langs);
    case 'lease':
      return bringLease(place, message);
    case 'names':
      return bringNames(place, message.langs);
    case 'part':
      return bringPart(place, message.part);
    case 'texts':
      return bringTexts(place, message.setting, message.page);
    case 'originals':
      return bringOriginals(place);
    case 'library':
      return openLibrary(message);
    case 'language':
      return savePiece('language', message.language).catch(unsaved);
    case 'hide-entity':
      return saveHidden(message.entity, true).catch(unsaved);
    case 'hide-site':
      return saveSiteInFront(url, 'off').catch(unsaved);
    case 'frames':
      return callFrames(tabId);
    case 'counts':
      return passOn(tabId, frameId, message.counts);
    case 'status':
      return showStatus(tabId, message.status);
  }
}

/** Said to the card that asked for it, which tells its reader. */
const unsaved = (): typeof UNSAVED => UNSAVED;
