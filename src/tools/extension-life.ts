/**
 * What befalls an extension while pages are open, done as the browser itself does it: for
 * tests. Chromium from its own page of extensions and by the protocol, Firefox in its window.
 */
import type { Page } from 'puppeteer-core';
import { FIREFOX_ID, type Launched } from './launch.ts';
import { evaluateInWindow } from './press-command.ts';

export interface ExtensionLife {
  reload(): Promise<void>;
  disable(): Promise<void>;
  enable(): Promise<void>;
  /** Let it into private windows, which has the browser load it anew. */
  allowPrivate(): Promise<void>;
  /** End the background, as the browser does when it has been idle; whether one was running and its end was seen. */
  stopBackground(): Promise<boolean>;
  isBackgroundRunning(): Promise<boolean>;
}

/** A background that was ended is gone within some ms. */
const PATIENCE_MS = 5000;
const EVERY_MS = 5;

export function extensionLife(browser: Launched): Promise<ExtensionLife> {
  return browser.origin.startsWith('moz-extension:') ? inFirefox(browser) : inChromium(browser);
}

/** What the page of extensions may call, of all that Chromium has. */
interface ChromeApi {
  readonly management: { setEnabled(id: string, isEnabled: boolean): Promise<void> };
  readonly developerPrivate: {
    reload(id: string): Promise<void>;
    updateProfileConfiguration(update: object): Promise<void>;
    readonly onItemStateChanged: {
      addListener(listener: (event: { item_id: string; event_type: string }) => void): void;
    };
    updateExtensionConfiguration(update: object): Promise<void>;
  };
}
type Call = 'reload' | 'disable' | 'enable' | 'allowPrivate';

async function inChromium(browser: Launched): Promise<ExtensionLife> {
  const { driver, origin } = browser;
  const deaths = await countDeaths(browser);
  const id = new URL(origin).host;
  let manager: Page | undefined;
  const call = async (name: Call): Promise<void> => {
    if (!manager) {
      const front = (await driver.pages()).at(-1);
      manager = await driver.newPage();
      await manager.goto('chrome://extensions');
      // Else the browser does not let an extension from a folder come back.
      await manager.evaluate(() =>
        (globalThis as unknown as { chrome: ChromeApi }).chrome.developerPrivate //
          .updateProfileConfiguration({ inDeveloperMode: true }),
      );
      await front?.bringToFront();
    }
    await manager.evaluate(
      async (extensionId, wanted) => {
        const { management, developerPrivate } = (globalThis as unknown as { chrome: ChromeApi })
          .chrome;
        const isLast = wanted === 'disable' ? 'UNLOADED' : 'LOADED';
        const done = new Promise<void>((resolve) => {
          developerPrivate.onItemStateChanged.addListener(({ item_id, event_type }) => {
            if (item_id === extensionId && event_type === isLast) resolve();
          });
        });
        if (wanted === 'reload') await developerPrivate.reload(extensionId);
        else if (wanted === 'allowPrivate') {
          const incognitoAccess = true;
          await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess });
        } else await management.setEnabled(extensionId, wanted === 'enable');
        await done;
      },
      id,
      name,
    );
  };
  const background = () =>
    driver.targets().find((one) => one.type() === 'service_worker' && one.url().startsWith(origin));
  return {
    reload: () => call('reload'),
    disable: () => call('disable'),
    enable: () => call('enable'),
    allowPrivate: () => call('allowPrivate'),
    isBackgroundRunning: async () => background() !== undefined,
    async stopBackground() {
      // It may end by itself just now.
      const target = background();
      if (!target) return false;
      const before = deaths.count;
      const worker = await target.worker().catch(() => undefined);
      await worker?.close().catch(() => undefined);
      const end = Date.now() + PATIENCE_MS;
      while (deaths.count === before && Date.now() < end) {
        await new Promise((done) => setTimeout(done, EVERY_MS));
      }
      return deaths.count > before;
    },
  };
}

/**
 * Counts the times that the browser says our worker has stopped. Its target tells less: one that is
 * started again at once keeps it.
 */
async function countDeaths({ driver, origin }: Launched): Promise<{ readonly count: number }> {
  const [page] = await driver.pages();
  const session = await page?.createCDPSession();
  const deaths = { count: 0 };
  session?.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions) {
      if (scriptURL.startsWith(origin) && runningStatus === 'stopped') deaths.count++;
    }
  });
  await session?.send('ServiceWorker.enable');
  return deaths;
}

async function inFirefox({ driver }: Launched): Promise<ExtensionLife> {
  const run = (script: string): Promise<unknown> =>
    evaluateInWindow(
      driver,
      `(async () => {
        const { AddonManager } = ChromeUtils.importESModule(
          'resource://gre/modules/AddonManager.sys.mjs');
        const addon = await AddonManager.getAddonByID('${FIREFOX_ID}');
        ${script}
      })()`,
    );
  return {
    reload: async () => void (await run('await addon.reload();')),
    disable: async () => void (await run('await addon.disable();')),
    enable: async () => void (await run('await addon.enable();')),
    allowPrivate: async () =>
      void (await run(`
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs');
        await ExtensionPermissions.add(
          addon.id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await addon.reload();`)),
    isBackgroundRunning: async () =>
      (await run(`
        return WebExtensionPolicy.getByID(addon.id).extension.backgroundState === 'running';`)) ===
      true,
    stopBackground: async () =>
      (await run(`
        const { extension } = WebExtensionPolicy.getByID(addon.id);
        const isRunning = extension.backgroundState === 'running';
        if (isRunning) {
          await extension.terminateBackground(
            { ignoreDevToolsAttached: true, disableResetIdleForTest: true });
        }
        return isRunning && extension.backgroundState !== 'running';`)) === true,
  };
}
