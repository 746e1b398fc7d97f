/**
 * The scout's door to the browser: the few calls it makes, without the polyfill,
 * which is larger than the whole scout may be (see docs/adr/0003).
 *
 * Chromium from 99 and Firefox answer these calls with promises themselves. Only
 * answering a message differs: Chromium before 148 takes `sendResponse` and no
 * promise, and both still take `sendResponse`.
 */
import { parseSettings, type Settings } from '../core/settings.ts';

interface Event<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}
type MessageListener = (
  message: unknown,
  sender: { id?: string },
  answer: (a: unknown) => void,
) => void;

interface BareBrowser {
  readonly runtime: {
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: Event<MessageListener>;
  };
  readonly storage: {
    readonly local: { get(keys: null): Promise<unknown> };
    readonly onChanged: Event<() => void>;
  };
}

const globals = globalThis as { browser?: BareBrowser; chrome?: BareBrowser };

function api(): BareBrowser | undefined {
  const door = globals.browser ?? globals.chrome;
  // After an update or removal the old script lives on without a runtime.
  return door?.runtime?.id ? door : undefined;
}

/** The settings, or the defaults when the extension is gone. */
export async function readSettings(): Promise<Settings> {
  return parseSettings(await api()?.storage.local.get(null));
}

/** Call back with the settings whenever one changes, until the signal aborts. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const changed = api()?.storage.onChanged;
  const listener = (): void => void readSettings().then(onChange, () => undefined);
  changed?.addListener(listener);
  signal.addEventListener('abort', () => changed?.removeListener(listener));
}

/** Send to the background; quiet when it is gone. */
export function tell(message: object): void {
  api()
    ?.runtime.sendMessage(message)
    .catch(() => undefined);
}

/** Answer questions from our own pages, until the signal aborts. */
export function answer(reply: (message: unknown) => unknown, signal: AbortSignal): void {
  const door = api();
  const listener: MessageListener = (message, sender, send) => {
    if (sender.id !== door?.runtime.id) return;
    const response = reply(message);
    if (response !== undefined) send(response);
  };
  door?.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => door?.runtime.onMessage.removeListener(listener));
}

/** Does the extension this script belongs to still run? */
export function isAlive(): boolean {
  return api() !== undefined;
}
