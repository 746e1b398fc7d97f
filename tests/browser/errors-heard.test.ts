/**
 * The control of all tests that expect no error: an extension made to go wrong in each of its
 * parts is heard, in what the reader's browser keeps of it and on the page it was on.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extensionLife } from '../../src/tools/extension-life.ts';
import { FIREFOX_ID } from '../../src/tools/launch.ts';
import { createReader, openOwnPage, type Reader } from './reader.ts';

const WRONG = (where: string): string => `
setTimeout(() => { throw new Error('${where} throws'); });
Promise.reject(new Error('${where} rejects'));`;

const FILES = {
  'background.js': `${WRONG('background')}
chrome.tabs.get(987654321, () => {});
console.warn('no error');`,
  'page.js': WRONG('page script'),
  'own.js': WRONG('own page'),
  'own.html':
    '<!doctype html><title>Own</title><div id="root"><p></p></div><script src="own.js"></script>',
};
const PARTS = ['background', 'page script', 'own page'];
const THROWN = PARTS.flatMap((part) => [`${part} throws`, `${part} rejects`]);

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  const folder = mkdtempSync(join(tmpdir(), 'bakteppe-wrong-'));
  let reader: Reader;
  beforeAll(async () => {
    const manifest = {
      manifest_version: 3,
      name: 'Goes wrong',
      version: '1',
      background:
        family === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
      content_scripts: [{ matches: ['http://*/*'], js: ['page.js'] }],
      browser_specific_settings: { gecko: { id: FIREFOX_ID } },
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
    reader = await createReader(family, { folder, keepWelcome: true });
  });
  afterAll(async () => {
    await reader?.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  test('a script on a page is heard on that page', async () => {
    await reader.open({ url: 'http://wrong.example.org/', html: '<!doctype html><p>Text' });
    await expect
      .poll(() => reader.errors.join())
      .toMatch(/page script (throws.*page script rejects|rejects.*page script throws)/);
  });

  test('background, own page and a tab that nobody watches are heard, a warning is not', async () => {
    await openOwnPage(reader, 'own.html');
    await expect
      .poll(async () => {
        const heard = (await reader.ownErrors()).join();
        return THROWN.filter((words) => !heard.includes(words));
      })
      .toEqual([]);
    const heard = (await reader.ownErrors()).join();
    expect(heard).toMatch(/Unchecked (runtime\.)?lastError/);
    expect(heard).not.toContain('no error');
  });

  test('what was heard is not forgotten when the extension is loaded anew', async () => {
    await (await extensionLife(reader.browser)).reload();
    expect((await reader.ownErrors()).join()).toContain('own page throws');
  });

  test('a reader who heard any cannot be closed in peace', async () => {
    await expect(reader.close()).rejects.toThrow('background throws');
  });
});
