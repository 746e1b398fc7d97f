/** Which pages are news, and what is highlighted on those that are: our own pages of many kinds, in Chromium. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { painted, waitForPainted } from '../../src/tools/watch-page.ts';
import { createReader, fixture, openPopup, type Reader, waitForText } from './reader.ts';

const NEWS = ['live-blog', 'front-nb', 'bare-article-nb', 'nn-article'];
const OTHERS = [
  'wiki-page',
  'social-feed',
  'code-hosting',
  'manual',
  'search-nb',
  'shop-nb',
  'blog-post',
];

describe('kinds of pages', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createReader('chromium');
  });
  afterAll(async () => {
    await reader?.close();
  });

  test.each(NEWS)('%s is news: exactly the right words are highlighted', async (name) => {
    const page = fixture(name);
    const tab = await reader.open(page);
    await waitForPainted(tab, page.mentions.length).catch(() => undefined);
    expect(await painted(tab)).toEqual(page.mentions);
    await tab.close();
  });

  test.each(OTHERS)('%s is not news: nothing is highlighted', async (name) => {
    const tab = await reader.open(fixture(name));
    const popup = await openPopup(reader, tab);
    await waitForText(popup, 'does not look like a news page');
    expect(await painted(tab)).toEqual([]);
    await popup.close();
    await tab.close();
  });
});
