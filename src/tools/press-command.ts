/**
 * Presses one of the extension's own keys, as far as a browser can be made to.
 *
 * Keys that a driver sends go to the page and never to the browser around it. Firefox
 * takes them at its own window (its chrome scope, open to WebDriver BiDi with system
 * access): the whole way from key to command. Chromium does not, so there the command's
 * event is dispatched in the service worker: the whole way but for the key itself.
 */
import { type Command, SUGGESTED_KEYS } from '../core/commands.ts';
import type { Launched } from './launch.ts';

/** Press it while the page in front is in front. */
export async function pressCommand({ driver, origin }: Launched, command: Command): Promise<void> {
  if (origin.startsWith('moz-extension:')) {
    await evaluateInWindow(driver, pressScript(command));
    return;
  }
  const target = await driver.waitForTarget(
    (candidate) => candidate.type() === 'service_worker' && candidate.url().startsWith(origin),
  );
  const worker = await target.worker();
  await worker?.evaluate(async (name) => {
    const { tabs, commands } = (globalThis as unknown as { chrome: ChromeApi }).chrome;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    commands.onCommand.dispatch(name, tab);
  }, command);
}

interface ChromeApi {
  readonly tabs: { query(wanted: object): Promise<object[]> };
  readonly commands: {
    // Not for extensions to use, but on every event of Chromium's.
    readonly onCommand: { dispatch(name: string, tab: object | undefined): void };
  };
}

interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Run a script in Firefox's own window and return its value. @throws what the script throws. */
export async function evaluateInWindow(driver: object, expression: string): Promise<unknown> {
  const { connection } = driver as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: { context: string }[] };
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context: contexts[0]?.context },
    awaitPromise: true,
  });
  const answer = result as { result?: { value?: unknown }; exceptionDetails?: { text: string } };
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
  return answer.result?.value;
}

/** The keys as Firefox's own tests press them. */
function pressScript(command: Command): string {
  const suggested = SUGGESTED_KEYS[command];
  const parts = (process.platform === 'darwin' ? suggested.mac : suggested.default).split('+');
  const keys = parts.map((part) => KEYS[part] ?? letter(part));
  return `{
    const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    tip.beginInputTransactionForTests(window);
    const keys = ${JSON.stringify(keys)}.map((key) => new KeyboardEvent('', key));
    for (const key of keys) tip.keydown(key);
    for (const key of keys.reverse()) tip.keyup(key);
  }`;
}

const KEYS: Readonly<Record<string, KeyboardEventInit>> = {
  Alt: { key: 'Alt', code: 'AltLeft' },
  MacCtrl: { key: 'Control', code: 'ControlLeft' },
  Shift: { key: 'Shift', code: 'ShiftLeft' },
  Period: { key: '>', code: 'Period', keyCode: 190 },
  Comma: { key: '<', code: 'Comma', keyCode: 188 },
};

function letter(name: string): KeyboardEventInit {
  return { key: name, code: `Key${name}`, keyCode: name.charCodeAt(0) };
}
