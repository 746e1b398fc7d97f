/** Starts a browser with the built extension in it, the same way for tests, pictures and the demo. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import puppeteer, { type Browser as Driver, type LaunchOptions } from 'puppeteer-core';
import type { Browser } from './browsers.ts';
import { evaluateInWindow } from './press-command.ts';
import { ROOT } from './read-data.ts';
import { welcomeTab } from './welcome-tab.ts';

export interface LaunchSettings {
  /** Without a window. */
  readonly headless: boolean;
  /** "host:port" of a proxy that all traffic goes through. */
  readonly proxy?: string;
  /** Language of the browser's own interface, "en-US". */
  readonly language?: string;
  /** Without the extension: for comparing. */
  readonly bare?: boolean;
  readonly darkMode?: boolean;
  /** As with a contrast theme of the system; in Chromium pages are told by emulation instead. */
  readonly forcedColours?: boolean;
  /** Leave the welcome page open, which a new profile opens; else it is closed before anything else. */
  readonly keepWelcome?: boolean;
  /** A profile's folder, which stays: for starting the same browser again. Else it is new and goes. */
  readonly profile?: string;
  /** Open the tabs again that were open when the browser was last closed. */
  readonly restoresTabs?: boolean;
  /** Another build of the extension than the one in `.output`. */
  readonly folder?: string;
  /** Let the browser keep what goes wrong in the extension, for `extension-errors.ts`. */
  readonly keepsErrors?: boolean;
}

/** Names, in the environment, a folder with other builds than those in `.output`. */
export const BUILDS = 'BAKTEPPE_BUILDS';

/** The built extension's folder for a browser. */
export function builtFolder(family: Browser['family']): string {
  const builds = process.env[BUILDS] ?? join(ROOT, '.output');
  return join(builds, family === 'firefox' ? 'firefox-mv3' : 'chrome-mv3');
}

/** Where the extension's own pages live in Firefox; elsewhere the id is random. */
export const FIREFOX_ID = 'bakteppe@bakteppe.example';
const FIREFOX_UUID = '6b1f7f64-5f3b-4f0e-9f57-0a1c5b8f2d11';

export interface Launched {
  readonly driver: Driver;
  /** "chrome-extension://…" or "moz-extension://…", without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Launch; a profile that was not named is new and goes with `close`. */
export async function launch(browser: Browser, settings: LaunchSettings): Promise<Launched> {
  const profile = settings.profile ?? (await mkdtemp(join(tmpdir(), 'bakteppe-')));
  if (browser.family === 'chromium' && settings.keepsErrors) await beDeveloper(profile);
  const driver = await puppeteer.launch({
    executablePath: browser.path,
    headless: settings.headless,
    userDataDir: profile,
    defaultViewport: null,
    acceptInsecureCerts: true,
    ...(browser.family === 'firefox' ? firefoxOptions(settings) : chromiumOptions(settings)),
  });
  const folder = settings.folder ?? builtFolder(browser.family);
  const id = settings.bare ? '' : await driver.installExtension(folder);
  const origin =
    browser.family === 'firefox' ? `moz-extension://${FIREFOX_UUID}` : `chrome-extension://${id}`;
  if (!settings.bare && !settings.keepWelcome) await (await welcomeTab(driver, origin)).close();
  return {
    driver,
    origin,
    async close() {
      const staysFirefox = settings.profile !== undefined && browser.family === 'firefox';
      await (staysFirefox ? quitFirefox(driver, profile) : driver.close());
      if (settings.profile) return;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Chromium keeps the errors of extensions for developers only, of which a new profile is none. */
async function beDeveloper(profile: string): Promise<void> {
  const path = join(profile, 'Default', 'Preferences');
  if (existsSync(path)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

/** As its reader quits it: a driver's own way closes every tab first, and none is there to come back. */
async function quitFirefox(driver: Driver, profile: string): Promise<void> {
  const gone = new Promise((done) => driver.process()?.once('exit', done));
  await evaluateInWindow(
    driver,
    'setTimeout(() => Services.startup.quit(Services.startup.eForceQuit)); 0',
  );
  await gone;
  // The driver puts back the settings it found, and tells nobody when that is done.
  const kept = ['prefs.js', 'user.js'].map((name) => join(profile, `${name}.puppeteer`));
  while (kept.some(existsSync)) await setTimeout(20);
}

function chromiumOptions({
  proxy,
  language = 'en-US',
  darkMode,
  restoresTabs,
}: LaunchSettings): LaunchOptions {
  return {
    browser: 'chrome',
    pipe: true,
    enableExtensions: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-search-engine-choice-screen',
      // Test pages are not encrypted: in a private window there would be a warning in their place.
      '--disable-features=HttpsFirstModeIncognito,HttpsFirstBalancedMode,HttpsFirstBalancedModeAutoEnable,HttpsUpgrades',
      '--window-size=1280,900',
      `--lang=${language}`,
      ...(darkMode ? ['--force-dark-mode'] : []),
      ...(restoresTabs ? ['--restore-last-session'] : []),
      ...(proxy ? [`--proxy-server=http://${proxy}`, '--proxy-bypass-list=<-loopback>'] : []),
    ],
    env: { ...process.env, LANGUAGE: language },
  };
}

function firefoxOptions({
  proxy,
  language = 'en-US',
  darkMode,
  forcedColours,
  profile,
  restoresTabs,
}: LaunchSettings): LaunchOptions {
  const [host, port] = proxy?.split(':') ?? [];
  return {
    browser: 'firefox',
    args: ['--width=1280', '--height=900', '--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      'intl.accept_languages': language,
      'layout.css.prefers-color-scheme.content-override': darkMode ? 0 : 1,
      // An extension that is no signed one is gone after a restart, and is installed anew.
      ...(profile && { 'extensions.webextensions.keepStorageOnUninstall': true }),
      ...(restoresTabs && {
        'browser.startup.page': 3,
        // Tabs behind another, too: the driver's own is in front.
        'browser.sessionstore.restore_on_demand': false,
      }),
      // 2: the reader's colours on every page.
      ...(forcedColours && { 'browser.display.document_color_use': 2 }),
      ...(host && {
        'network.proxy.type': 1,
        'network.proxy.http': host,
        'network.proxy.http_port': Number(port),
        'network.proxy.ssl': host,
        'network.proxy.ssl_port': Number(port),
        'network.proxy.allow_hijacking_localhost': true,
        'network.proxy.no_proxies_on': '',
      }),
    },
  };
}
