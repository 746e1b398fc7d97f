/**
 * What the extension itself did wrong, wherever it runs: its background, its own pages, its
 * scripts on pages, in tabs that nobody watched. For tests.
 *
 * Both browsers keep that themselves, and are asked: a debugger at Chromium's background would
 * keep it from ever falling asleep. There a browser launched with `keepsErrors` collects for its
 * page of extensions; in Firefox its window listens to the console of all processes.
 */
import type { Launched } from './launch.ts';
import { evaluateInWindow } from './press-command.ts';

export interface ExtensionErrors {
  /** All since the start, oldest first; empty once the extension was removed from Chromium. */
  heard(): Promise<string[]>;
}

export function extensionErrors(browser: Launched): Promise<ExtensionErrors> {
  return browser.origin.startsWith('moz-extension:') ? inFirefox(browser) : inChromium(browser);
}

interface ChromiumError {
  readonly severity: 'LOG' | 'WARN' | 'ERROR';
  readonly message: string;
  readonly source: string;
  readonly contextUrl: string;
  readonly occurrences: number;
}
interface ChromeApi {
  readonly developerPrivate: {
    getExtensionsInfo(): Promise<
      { id: string; manifestErrors: { message: string }[]; runtimeErrors: ChromiumError[] }[]
    >;
  };
}

/** Any address of that page has its rights; this one is there six times sooner. */
const EXTENSIONS_PAGE = 'chrome://extensions/strings.m.js';

async function inChromium({ driver, origin }: Launched): Promise<ExtensionErrors> {
  const id = new URL(origin).host;
  return {
    async heard() {
      const page = await driver.newPage({ type: 'tab', background: true });
      await page.goto(EXTENSIONS_PAGE);
      const all = await page.evaluate(() =>
        (
          globalThis as unknown as { chrome: ChromeApi }
        ).chrome.developerPrivate.getExtensionsInfo(),
      );
      await page.close();
      const ours = all.find((one) => one.id === id);
      return [
        ...(ours?.manifestErrors ?? []).map(({ message }) => message),
        ...(ours?.runtimeErrors ?? [])
          .filter(({ severity, message }) => severity === 'ERROR' && !OF_THE_ENDED.test(message))
          .map(tell),
      ];
    },
  };
}

/** Chromium's answer to what a background calls in the moment it is ended: that is no fault. */
const OF_THE_ENDED = /Error: No SW$/;

function tell({ message, source, contextUrl, occurrences }: ChromiumError): string {
  return `${message} (in ${source || 'the background'}, at ${contextUrl}, ${occurrences} times)`;
}

/**
 * Firefox says so of every answer that comes to a page that is gone or put away, and of a timer that
 * is set at an event which comes so late: that is no fault.
 */
const OF_PAGES_THAT_LEFT =
  /^(Promise (resolved|rejected) (after context unloaded|while context is inactive)|NS_ERROR_NOT_INITIALIZED)/;

async function inFirefox({ driver, origin }: Launched): Promise<ExtensionErrors> {
  // What was said before is there too: the browser keeps the last 250 messages.
  await evaluateInWindow(
    driver,
    `{
      const heard = [];
      const observe = (message) => {
        if (!(message instanceof Ci.nsIScriptError)) return;
        const { flags, sourceName, errorMessage, lineNumber, columnNumber } = message;
        const isError = (flags & (message.warningFlag | message.infoFlag)) === 0;
        if (!isError || !sourceName.startsWith('${origin}/')) return;
        if (${OF_PAGES_THAT_LEFT}.test(errorMessage)) return;
        heard.push(errorMessage + ' (at ' + [sourceName, lineNumber, columnNumber].join(':') + ')');
      };
      Services.console.getMessageArray().forEach(observe);
      Services.console.registerListener({ observe });
      window.bakteppeErrors = heard;
    }`,
  );
  return {
    heard: async () =>
      JSON.parse(String(await evaluateInWindow(driver, 'JSON.stringify(window.bakteppeErrors)'))),
  };
}
