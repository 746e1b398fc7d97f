/** Measures the built extension on saved pages, in a real Chromium, each under its own address. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { EntityId } from '../core/model.ts';
import type { PageState } from '../core/page-status.ts';
import { type SiteChoice, siteKey } from '../core/settings.ts';
import { needBrowser } from './browsers.ts';
import type { Judgement } from './eval-sentences.ts';
import { type Launched, launch } from './launch.ts';

interface SavedPage {
  readonly id: string;
  /** Not every saved page's address is known. */
  readonly url: string | null;
  readonly lang: string;
  readonly labelled_for_mentions: boolean;
}

interface PageLabel {
  readonly page_id: string;
  readonly entity: EntityId;
  readonly kind: string;
  readonly surface: string;
  readonly left: string;
  readonly right: string;
  readonly region: string;
}

interface Found {
  readonly entity: EntityId;
  readonly text: string;
  readonly left: string;
  readonly right: string;
}

export interface PageResult {
  readonly id: string;
  readonly lang: string;
  readonly url: string;
  readonly state: PageState | 'no-answer';
  readonly reasons: readonly string[];
  readonly isNews: boolean | undefined;
  /** As a reader meets the page. */
  readonly judgements: readonly Judgement[];
  /** The same where a page not taken for news was turned on, so that finding is measured alone. */
  readonly turnedOn: readonly Judgement[];
}

/** Pages with labels of either kind, read one after another. */
export async function judgePages(
  folder: string,
  only?: (id: string) => boolean,
): Promise<PageResult[]> {
  const pages = lines<SavedPage>(join(folder, 'pages.jsonl'));
  const labels = lines<PageLabel>(join(folder, 'page_labels.jsonl'));
  const news = new Map(
    lines<{ id: string; is_news_article: boolean }>(join(folder, 'nonnews.jsonl')).map((row) => [
      row.id,
      row.is_news_article,
    ]),
  );
  const browser = await launch(needBrowser('chromium'), { headless: true });
  const results: PageResult[] = [];
  try {
    for (const page of pages) {
      if (!page.labelled_for_mentions && !news.has(page.id)) continue;
      if (only && !only(page.id)) continue;
      const file = join(folder, 'html', `${page.id.replaceAll('/', '__')}.html`);
      if (!existsSync(file)) continue;
      const url = page.url ?? 'https://saved.example/';
      const body = readFileSync(file);
      const { found, foundOn, state, reasons } = await readSavedPage(
        browser,
        url,
        body,
        page.labelled_for_mentions,
      );
      const own = labels.filter((label) => label.page_id === page.id);
      const isLabelled = page.labelled_for_mentions;
      results.push({
        id: page.id,
        lang: page.lang,
        url,
        state,
        reasons,
        isNews: news.get(page.id),
        judgements: isLabelled ? compare(page, own, found) : [],
        turnedOn: isLabelled ? compare(page, own, foundOn) : [],
      });
    }
  } finally {
    await browser.close();
  }
  return results;
}

async function readSavedPage(
  browser: Launched,
  url: string,
  body: Buffer,
  isLabelled: boolean,
): Promise<{
  found: Found[];
  foundOn: Found[];
  state: PageResult['state'];
  reasons: readonly string[];
}> {
  const page = await browser.driver.newPage();
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (request.isInterceptResolutionHandled()) return;
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    void (isPage
      ? request.respond({
          status: 200,
          body,
          headers: {
            // Some were saved as UTF-8 under another declared encoding.
            'content-type': isUtf8(body) ? 'text/html; charset=utf-8' : 'text/html',
            // The page as it was saved: its scripts would go looking for their servers.
            'content-security-policy': "script-src 'none'; frame-src 'none'",
          },
        })
      : request.abort());
  });
  try {
    await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 30_000 });
    const status = await settledStatus(browser, page);
    const found = await page.evaluate(readHighlights);
    if (status.state !== 'not-news' || !isLabelled) return { ...status, found, foundOn: found };
    await choose(browser, url, 'on');
    await settledStatus(browser, page, 'not-news');
    const foundOn = await page.evaluate(readHighlights);
    await choose(browser, url, undefined);
    return { ...status, found, foundOn };
  } finally {
    await page.close();
  }
}

/** As a reader does in the popup: show mentions on this site whatever the page seems to be. */
async function choose(
  browser: Launched,
  url: string,
  choice: SiteChoice | undefined,
): Promise<void> {
  const target = await browser.driver.waitForTarget((t) => t.type() === 'service_worker');
  const worker = await target.worker();
  const set = async (key: string, value: SiteChoice | null): Promise<void> => {
    const { chrome } = globalThis as unknown as { chrome: typeof import('wxt/browser').browser };
    if (value === null) await chrome.storage.local.remove(key);
    else await chrome.storage.local.set({ [key]: value });
  };
  await worker?.evaluate(set, siteKey(new URL(url).hostname), choice ?? null);
}

/** Ask the page as the popup does, until it has made up its mind, and another than `before`. */
async function settledStatus(
  browser: Launched,
  page: Page,
  before?: PageState,
): Promise<{ state: PageResult['state']; reasons: readonly string[] }> {
  const target = await browser.driver.waitForTarget((t) => t.type() === 'service_worker');
  const worker = await target.worker();
  for (let attempt = 0; attempt < 40; attempt++) {
    const status = await worker?.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: typeof import('wxt/browser').browser };
      const tabs = await chrome.tabs.query({});
      const id = tabs.find((tab) => tab.url === url)?.id;
      return id === undefined
        ? null
        : chrome.tabs.sendMessage(id, { type: 'status?' }).catch(() => null);
    }, page.url());
    const { state, reasons } = (status ?? {}) as { state?: PageState; reasons?: string[] };
    if (state && state !== 'reading' && state !== before) return { state, reasons: reasons ?? [] };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { state: 'no-answer', reasons: [] };
}

/** In the page: each highlight with the characters around it, white space left out. */
function readHighlights(): Found[] {
  const skipped =
    'script,style,noscript,template,svg,iframe,textarea,select,object,math,canvas,video,audio';
  const starts = new Map<Node, number>();
  let text = '';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (
      !parent ||
      parent.closest(
        `${skipped},[hidden],[style*="display:none" i],[style*="display: none" i],[style*="visibility:hidden" i],[style*="visibility: hidden" i]`,
      )
    )
      continue;
    starts.set(node, text.length);
    text += (node.textContent ?? '').replace(/\s+/g, '');
  }
  const offset = (node: Node, at: number): number =>
    (starts.get(node) ?? 0) + (node.textContent ?? '').slice(0, at).replace(/\s+/g, '').length;
  const found: Found[] = [];
  for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
    if (!name.startsWith('bakteppe-') || name === 'bakteppe-active') continue;
    for (const range of highlight) {
      const start = offset(range.startContainer, range.startOffset);
      const end = offset(range.endContainer, range.endOffset);
      found.push({
        entity: name.slice('bakteppe-'.length) as EntityId,
        text: String(range),
        left: text.slice(Math.max(0, start - 30), start),
        right: text.slice(end, end + 30),
      });
    }
  }
  return found;
}

function compare(
  page: SavedPage,
  labels: readonly PageLabel[],
  found: readonly Found[],
): Judgement[] {
  const open = [...found];
  const judged: Judgement[] = [];
  const note = (outcome: Judgement['outcome'], entity: EntityId, where: string): void => {
    judged.push({ lang: page.lang, entity, outcome, where: `${page.id}: ${where}` });
  };
  for (const label of labels) {
    const left = squeeze(label.left);
    const right = squeeze(label.right);
    const surface = squeeze(label.surface);
    const at = open.findIndex((mention) => {
      const around = mention.left + squeeze(mention.text) + mention.right;
      return (
        mention.entity === label.entity &&
        around.includes(left.slice(-12) + surface + right.slice(0, 12))
      );
    });
    const where = `…${label.left}[${label.surface}]${label.right}… (${label.region})`;
    if (at >= 0) open.splice(at, 1);
    if (at >= 0 || label.kind === 'name') note(at >= 0 ? 'right' : 'missed', label.entity, where);
  }
  for (const mention of open) {
    note('wrong', mention.entity, `…${mention.left}[${mention.text}]${mention.right}…`);
  }
  return judged;
}

function isUtf8(body: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return true;
  } catch {
    return false;
  }
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

function lines<Row>(path: string): Row[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}
