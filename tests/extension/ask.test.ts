/** What a page says to the background arrives, however the background stands. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ask } from '../../src/extension/bare-browser.ts';

const MESSAGE = { type: 'wake', langs: ['en'] };
let runtime: { id: string | undefined; sendMessage: ReturnType<typeof vi.fn> };

beforeEach(() => {
  vi.useFakeTimers();
  runtime = { id: 'bakteppe', sendMessage: vi.fn() };
  vi.stubGlobal('chrome', { runtime });
  vi.stubGlobal('addEventListener', () => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const refused = (): Promise<never> =>
  Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'));

test('a browser that starts refuses for three seconds', async () => {
  const start = Date.now();
  runtime.sendMessage.mockImplementation(() =>
    Date.now() - start < 3000 ? refused() : Promise.resolve(true),
  );
  const answer = ask(MESSAGE);
  await vi.runAllTimersAsync();
  expect(await answer).toBe(true);
});

test('a background that died over it is asked again at once', async () => {
  runtime.sendMessage.mockImplementationOnce(refused).mockResolvedValue(true);
  expect(await ask(MESSAGE)).toBe(true);
  expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
});

test('one that cannot do it is asked a few times, and then no more', async () => {
  runtime.sendMessage.mockResolvedValue(false);
  const answer = ask(MESSAGE);
  await vi.runAllTimersAsync();
  expect(await answer).toBeUndefined();
  expect(runtime.sendMessage).toHaveBeenCalledTimes(8);
});

test('what is no longer meant is not said again', async () => {
  runtime.sendMessage.mockImplementation(refused);
  let isMeant = true;
  const answer = ask(MESSAGE, () => isMeant);
  await vi.advanceTimersByTimeAsync(10);
  isMeant = false;
  await vi.runAllTimersAsync();
  expect(await answer).toBeUndefined();
  expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
});

test('an extension that is gone is not asked', async () => {
  runtime.sendMessage.mockImplementation(() => {
    runtime.id = undefined;
    return refused();
  });
  expect(await ask(MESSAGE)).toBeUndefined();
  expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
});

test('a page that came back is waited for no longer, one that only says so is', async () => {
  const listeners: ((event: object) => void)[] = [];
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => listeners.push(listener));
  runtime.sendMessage.mockImplementation(() => new Promise(() => undefined));
  void ask(MESSAGE);
  await vi.advanceTimersByTimeAsync(10);
  const show = (isTrusted: boolean): void => {
    for (const listener of listeners) listener({ persisted: true, isTrusted });
  };
  show(false);
  await vi.runAllTimersAsync();
  expect(runtime.sendMessage).toHaveBeenCalledTimes(1);
  show(true);
  await vi.runAllTimersAsync();
  expect(runtime.sendMessage).toHaveBeenCalledTimes(2);
});
