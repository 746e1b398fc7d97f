/**
 * The door to the browser for scripts on pages: the few calls they make, without the
 * polyfill, which is larger than the whole scout may be (docs/adr/0003, 0040).
 *
 * Chromium from 99 and Firefox answer these calls with promises themselves. Only
 * answering a message differs: Chromium before 148 takes `sendResponse` and no
 * promise, and both still take `sendResponse`.
 */
import { parseSettings, type Settings } from '../core/settings.ts';
import { SYNC_RECORD } from './sync-record.ts';

interface Event<Listener> {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
}
type MessageListener = (
  message: unknown,
  sender: { id?: string },
  answer: (a: unknown) => void,
) => void;

interface Port {
  readonly name: string;
  readonly sender?: { id?: string };
  readonly onDisconnect: Event<() => void>;
  postMessage(message: object): void;
  disconnect(): void;
}

interface BareBrowser {
  readonly runtime: {
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: Event<MessageListener>;
    readonly onConnect: Event<(port: Port) => void>;
  };
  readonly storage: {
    readonly local: {
      get(keys: null): Promise<unknown>;
      readonly onChanged: Event<(changes: object) => void>;
    };
  };
}

interface ChromiumDom {
  /** For scripts on pages, from Chromium 88. */
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
}

const globals = globalThis as { browser?: BareBrowser; chrome?: BareBrowser & ChromiumDom };

function api(): BareBrowser | undefined {
  const door = globals.browser ?? globals.chrome;
  // After an update or removal the old script lives on without a runtime.
  return door?.runtime?.id ? door : undefined;
}

/** The settings. @throws when the extension is gone: then nobody knows them. */
export async function readSettings(): Promise<Settings> {
  const door = api();
  if (!door) throw new Error('the extension is gone');
  return parseSettings(await door.storage.local.get(null));
}

/** Call back with the settings whenever one changes, until the signal aborts. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  const changed = api()?.storage.local.onChanged;
  const listener = (changes: object): void => {
    // Each item that goes to sync is noted there: nothing a page could show.
    if (Object.keys(changes).every((key) => key === SYNC_RECORD)) return;
    readSettings().then(onChange, () => undefined);
  };
  listen(changed, listener, signal);
}

/**
 * Waits before a message is said again, in ms. A background that the browser put to sleep is back
 * at once; a browser that has just started refuses at once, too, until it has one that listens.
 */
const WAITS = [0, 50, 400, 1600, 3200, 6400, 12_800] as const;

/**
 * Send to the background and take its answer; undefined when it is gone. A background that
 * was ended before it answered, or could not do it (`false`), is asked again, for what we send
 * can be said twice. Chromium reports only some of those deaths: hence every message has an answer.
 */
export async function ask(message: object, isMeant = (): boolean => true): Promise<unknown> {
  for (const wait of [...WAITS, undefined]) {
    if (!isMeant()) break;
    const waiting = new AbortController();
    const sent = api()
      ?.runtime.sendMessage(message)
      .catch(() => undefined);
    const answer = await Promise.race([sent, whenBack(waiting.signal)]);
    waiting.abort();
    if (answer || !isAlive()) return answer;
    if (wait) await new Promise((done) => setTimeout(done, wait));
  }
  return undefined;
}

/** Done when the page comes back from the browser's memory: answers given meanwhile are lost. */
function whenBack(signal: AbortSignal): Promise<undefined> {
  return new Promise((done) => {
    const look = ({ persisted, isTrusted }: PageTransitionEvent): void => {
      if (persisted && isTrusted) done(undefined);
    };
    addEventListener('pageshow', look, { signal });
  });
}

/** Send to the background; quiet when it is gone. Not again once it is no longer meant. */
export function tell(message: object, isMeant?: () => boolean): void {
  void ask(message, isMeant);
}

/** The background's answer where the browser could not store what a card asked it to keep. */
export const UNSAVED = 'unsaved';

/** Have the background keep a setting. False where it could not, and the reader should know. */
export async function keep(message: object): Promise<boolean> {
  return (await ask(message)) !== UNSAVED;
}

/** Answer questions from our own pages, until the signal aborts. */
export function answer(reply: (message: unknown) => unknown, signal: AbortSignal): void {
  const door = api();
  const listener: MessageListener = (message, sender, send) => {
    if (sender.id !== door?.runtime.id) return;
    const response = reply(message);
    if (response !== undefined) send(response);
  };
  listen(door?.runtime.onMessage, listener, signal);
}

/**
 * Call back for each line of that name that a page of ours opens, until the signal aborts;
 * then the lines are hung up. A line's own signal aborts when either end is gone.
 */
export function answerLines(
  name: string,
  onLine: (send: (message: object) => void, signal: AbortSignal) => void,
  signal: AbortSignal,
): void {
  const door = api();
  const listener = (port: Port): void => {
    if (port.name !== name || port.sender?.id !== door?.runtime.id) return;
    const line = new AbortController();
    port.onDisconnect.addListener(() => line.abort());
    const hangUp = (): void => ifAlive(() => port.disconnect());
    signal.addEventListener('abort', hangUp, { signal: line.signal });
    const send = (message: object): void => ifAlive(() => port.postMessage(message));
    onLine(send, AbortSignal.any([line.signal, signal]));
  };
  listen(door?.runtime.onConnect, listener, signal);
}

/** An element's shadow root, closed or open. */
export function rootOf(element: HTMLElement): ShadowRoot | null | undefined {
  // Firefox gives its elements a property that extensions alone see, Safari as much.
  const { openOrClosedShadowRoot } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
  if (openOrClosedShadowRoot !== undefined) return openOrClosedShadowRoot;
  const { dom } = globals.chrome ?? {};
  // Of an extension that is gone, asking is an error.
  return dom && isAlive() ? dom.openOrClosedShadowRoot(element) : element.shadowRoot;
}

/** Does the extension this script belongs to still run? */
export function isAlive(): boolean {
  return api() !== undefined;
}

/** How soon a script with something to show notices that its extension is gone, in ms. */
const GONE_WITHIN_MS = 1000;

/**
 * Call back once the extension is gone: updated, reloaded, disabled or removed. Nothing
 * tells scripts on pages (a port is closed as well when the background goes to sleep), so
 * they look, and when the reader comes back to the page, whose clock may have been stopped.
 * Chromium alone: Firefox ends the scripts themselves (docs/adr/0053).
 */
export function whenGone(onGone: () => void, signal: AbortSignal): void {
  // It only looks: who makes up its event has it look sooner.
  const look = (): void => {
    if (!isAlive()) onGone();
  };
  const timer = setInterval(look, GONE_WITHIN_MS);
  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
}

function listen<Listener>(
  event: Event<Listener> | undefined,
  listener: Listener,
  signal: AbortSignal,
): void {
  event?.addListener(listener);
  signal.addEventListener('abort', () => ifAlive(() => event?.removeListener(listener)));
}

/** Chromium throws at every call once the extension is gone, and has ended its events and lines. */
function ifAlive(call: () => void): void {
  if (isAlive()) call();
}
