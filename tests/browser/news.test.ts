/** What an update brings waits in the options, with a dot until it was seen; nothing opens by itself. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtFolder } from '../../src/tools/launch.ts';
import { createReader, openOwnPage, type Reader, stored } from './reader.ts';

const BEFORE = '0.1.0';
const AFTER = '0.2.0';

describe.each(['chromium', 'firefox'] as const)('in %s', (family) => {
  let reader: Reader;
  const folder = mkdtempSync(join(tmpdir(), 'bakteppe-build-'));

  const build = (version: string): void => {
    cpSync(builtFolder(family), folder, { recursive: true });
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, version }));
  };

  beforeAll(async () => {
    build(BEFORE);
    reader = await createReader(family, { folder });
  });
  afterAll(async () => {
    await reader?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const hasDot = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.querySelector('.dot') !== null);

  test('a new profile has nothing new', async () => {
    const options = await openOwnPage(reader, 'options.html');
    expect(await stored(options)).toEqual({});
    expect(await options.evaluate(() => document.querySelector('.news li') !== null)).toBe(true);
    expect(await hasDot(options)).toBe(false);
    await options.close();
  });

  test('after an update no page opens, a dot waits in popup and options, and goes once seen', async () => {
    build(AFTER);
    await reader.browser.driver.installExtension(folder);
    const popup = await openOwnPage(reader, 'popup.html');
    await expect.poll(() => stored(popup)).toEqual({ 'news-since': BEFORE });
    const addresses = await Promise.all(
      (await reader.browser.driver.pages()).map((page) =>
        page.evaluate(() => location.pathname).catch(() => ''),
      ),
    );
    expect(addresses).not.toContain('/welcome.html');
    await popup.close();

    const again = await openOwnPage(reader, 'popup.html');
    expect(await hasDot(again)).toBe(true);
    const options = await openOwnPage(reader, 'options.html');
    expect(await hasDot(options)).toBe(true);
    await options.evaluate(() => document.querySelector('.news')?.scrollIntoView());
    await expect.poll(() => stored(options)).toEqual({});
    await options.close();
    await again.close();
    const later = await openOwnPage(reader, 'popup.html');
    expect(await hasDot(later)).toBe(false);
  });
});
