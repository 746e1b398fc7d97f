/** Answers pages, brings the session to those that ask, keeps the toolbar right. */
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../src/extension/browser.ts';
import { parsePageMessage } from '../src/extension/messages.ts';
import { bringScout, bringSession } from '../src/extension/scripts.ts';
import { loadSettings, onSettingsChange } from '../src/extension/settings-store.ts';
import { pageTexts } from '../src/extension/texts.ts';
import { showMaster, showStatus } from '../src/extension/toolbar.ts';

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    const parsed = sender.id === browser.runtime.id ? parsePageMessage(message) : undefined;
    const tabId = sender.tab?.id;
    if (!parsed || tabId === undefined) return undefined;
    switch (parsed.type) {
      case 'wake':
        return bringSession(tabId, sender.frameId ?? 0);
      case 'texts':
        return Promise.resolve(pageTexts(parsed.langs));
      case 'status':
        return showStatus(tabId, parsed.status);
    }
  });
  onSettingsChange(({ on }) => void showMaster(on));
  browser.runtime.onInstalled.addListener(() => void bringScout());
  void loadSettings().then(({ on }) => showMaster(on));
});
