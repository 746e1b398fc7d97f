/**
 * Finds the browsers of this machine, and on Debian and Ubuntu installs what is
 * missing when run as root; elsewhere it says exactly what to install.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Family = 'chromium' | 'firefox';

export interface Browser {
  readonly family: Family;
  readonly path: string;
}

const COMMANDS: Readonly<Record<Family, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'brave-browser',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

const MAC: Readonly<Record<Family, readonly string[]>> = {
  chromium: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'],
  firefox: ['Firefox', 'Firefox Developer Edition'],
};

const WINDOWS: Readonly<Record<Family, readonly string[]>> = {
  chromium: [
    'Google\\Chrome\\Application\\chrome.exe',
    'Chromium\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

const DEBIAN_PACKAGE: Readonly<Record<Family, string>> = {
  chromium: 'chromium',
  firefox: 'firefox-esr',
};

/** The first browser of the family on this machine. `BAKTEPPE_CHROMIUM` and `BAKTEPPE_FIREFOX` name another. */
export function findBrowser(family: Family): Browser | undefined {
  const path = candidates(family).find(isExecutable);
  return path === undefined ? undefined : { family, path };
}

/** Find the browser or install it. @throws with what to install, where we cannot. */
export function needBrowser(family: Family): Browser {
  const found = findBrowser(family) ?? (canInstall() ? install(family) : undefined);
  if (found) return found;
  throw new Error(advice(family));
}

/** The browser for showing the extension: whichever is there, else Chromium. */
export function anyBrowser(): Browser {
  return findBrowser('chromium') ?? findBrowser('firefox') ?? needBrowser('chromium');
}

function candidates(family: Family): string[] {
  const named = process.env[`BAKTEPPE_${family.toUpperCase()}`];
  if (named) return [named];
  if (process.platform === 'darwin') {
    return MAC[family].flatMap((app) => {
      const binary = family === 'firefox' ? 'firefox' : app;
      return ['/Applications', join(process.env.HOME ?? '', 'Applications')].map((folder) =>
        join(folder, `${app}.app`, 'Contents', 'MacOS', binary),
      );
    });
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES, LOCALAPPDATA } = process.env;
    const folders = [PROGRAMFILES, process.env['PROGRAMFILES(X86)'], LOCALAPPDATA];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => WINDOWS[family].map((path) => join(folder, path)));
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  return COMMANDS[family].flatMap((command) => folders.map((folder) => join(folder, command)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(family: Family): Browser | undefined {
  const name = DEBIAN_PACKAGE[family];
  console.log(`Installing ${name} with apt …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', name]]) {
    const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env });
    if (status !== 0) return undefined;
  }
  return findBrowser(family);
}

function advice(family: Family): string {
  const what =
    family === 'chromium' ? 'Chromium, Google Chrome or Microsoft Edge' : 'Firefox 142 or newer';
  const how: Partial<Record<NodeJS.Platform, string>> = {
    darwin:
      family === 'chromium' ? 'brew install --cask google-chrome' : 'brew install --cask firefox',
    win32:
      family === 'chromium' ? 'winget install Google.Chrome' : 'winget install Mozilla.Firefox',
    linux: `sudo apt-get install ${DEBIAN_PACKAGE[family]} (or your distribution's package)`,
  };
  return `No ${what} found. Install it: ${how[process.platform] ?? what}. Then run this again.`;
}
