/**
 * A reader with a browser: opens pages, points at words, reads cards, presses
 * switches. The same for Chromium and Firefox, so that every test is one text.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { EntityId } from '../../src/core/model.ts';
import { type Family, needBrowser } from '../../src/tools/browsers.ts';
import { type Launched, type LaunchSettings, launch } from '../../src/tools/launch.ts';
import { type PageServer, startPageServer } from '../../src/tools/page-server.ts';
import { ROOT } from '../../src/tools/read-data.ts';

export interface Fixture {
  readonly name: string;
  readonly url: string;
  readonly lang: string;
  readonly news: boolean;
  readonly html: string;
  readonly mentions: readonly { readonly entity: EntityId; readonly text: string }[];
}

/** A page of ours from `tests/fixtures/pages`, under an http address that the proxy serves. */
export function fixture(name: string): Fixture {
  const path = join(ROOT, 'tests', 'fixtures', 'pages', name);
  const expected = JSON.parse(readFileSync(`${path}.json`, 'utf8'));
  return {
    name,
    news: true,
    ...expected,
    url: expected.url.replace(/^https:/, 'http:'),
    html: readFileSync(`${path}.html`, 'utf8'),
  };
}

export interface Painted {
  readonly entity: string;
  readonly text: string;
}

export interface Reader {
  readonly family: Family;
  readonly server: PageServer;
  readonly browser: Launched;
  /** Errors that pages threw, and errors of ours in their consoles. */
  readonly errors: string[];
  open(fixture: Pick<Fixture, 'url' | 'html'>): Promise<Page>;
  close(): Promise<void>;
}

export async function createReader(
  family: Family,
  settings: Partial<LaunchSettings> = {},
): Promise<Reader> {
  const server = await startPageServer();
  const browser = await launch(needBrowser(family), {
    headless: true,
    proxy: server.address,
    ...settings,
  });
  const errors: string[] = [];
  return {
    family,
    server,
    browser,
    errors,
    async open({ url, html }) {
      server.serve(url, { body: html });
      const page = await browser.driver.newPage();
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' && !/favicon|404/.test(message.text())) {
          errors.push(message.text());
        }
      });
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The painted mentions in document order, as `CSS.highlights` holds them. */
export function painted(page: Page): Promise<Painted[]> {
  return page.evaluate(() => {
    const all: { entity: string; range: AbstractRange }[] = [];
    for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
      if (!name.startsWith('bakteppe-') || name === 'bakteppe-active') continue;
      for (const range of highlight) all.push({ entity: name.slice('bakteppe-'.length), range });
    }
    const order = (a: Range, b: Range) => a.compareBoundaryPoints(Range.START_TO_START, b);
    return all
      .sort((a, b) => order(a.range as Range, b.range as Range))
      .map(({ entity, range }) => ({ entity, text: String(range) }));
  });
}

/** Wait until this many mentions are painted. */
export async function waitForPainted(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      let found = 0;
      for (const [name, highlight] of CSS.highlights as unknown as Map<string, Set<Range>>) {
        if (name.startsWith('bakteppe-') && name !== 'bakteppe-active') found += highlight.size;
      }
      return found === wanted;
    },
    { timeout: 15_000, polling: 50 },
    count,
  );
}

/** The middle of the nth mention of an entity, scrolled into view, in viewport px. */
export async function pointOn(
  page: Page,
  entity: EntityId,
  nth = 0,
): Promise<{ x: number; y: number }> {
  return page.evaluate(
    (id, at) => {
      const highlight = CSS.highlights.get(`bakteppe-${id}`) as unknown as Set<Range>;
      const range = [...highlight].sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b))[
        at
      ];
      if (!range) throw new Error(`no mention ${at} of ${id}`);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
      const rect = range.getClientRects()[0];
      if (!rect) throw new Error('the mention has no place on the screen');
      return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    },
    entity,
    nth,
  );
}

/** Move onto a mention as a hand does, slowing down, and wait for its card. */
export async function hover(page: Page, entity: EntityId, nth = 0): Promise<void> {
  const { x, y } = await pointOn(page, entity, nth);
  await page.mouse.move(x + 40, y + 120);
  await page.mouse.move(x, y, { steps: 12 });
  await page.mouse.move(x + 1, y);
  await waitForCard(page, true);
}

export async function waitForCard(page: Page, isOpen: boolean): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const card = document.querySelector('bakteppe-card');
      return (card?.matches(':popover-open') ?? false) === wanted;
    },
    { timeout: 10_000, polling: 50 },
    isOpen,
  );
}

export function cardIsOpen(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.querySelector('bakteppe-card')?.matches(':popover-open') ?? false,
  );
}

export interface CardSeen {
  /** Accessible name of the dialog. */
  readonly name: string;
  /** All its text in reading order, one line a piece. */
  readonly text: string;
}

/**
 * The card as assistive technology is told of it; its shadow root is closed, so
 * there is no other way in. Chromium gives the accessibility tree; Firefox
 * serialises closed roots over WebDriver BiDi.
 */
export async function readCard(page: Page, family: Family): Promise<CardSeen> {
  return family === 'chromium' ? readCardFromTree(page) : readCardFromBidi(page);
}

interface TreeNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

async function readCardFromTree(page: Page): Promise<CardSeen> {
  const session = await page.createCDPSession();
  const answer = (await session.send('Accessibility.getFullAXTree')) as unknown as {
    nodes: readonly TreeNode[];
  };
  await session.detach();
  const byId = new Map(answer.nodes.map((node) => [node.nodeId, node]));
  const dialog = answer.nodes.find((node) => node.role?.value === 'dialog' && !node.ignored);
  if (!dialog) throw new Error('no dialog in the accessibility tree');
  const pieces: string[] = [];
  const walk = (node: TreeNode | undefined): void => {
    if (node?.role?.value === 'StaticText') pieces.push(node.name?.value ?? '');
    else for (const id of node?.childIds ?? []) walk(byId.get(id));
  };
  walk(dialog);
  return { name: dialog.name?.value ?? '', text: pieces.join('\n') };
}

interface BidiNode {
  readonly value?: {
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

async function readCardFromBidi(page: Page): Promise<CardSeen> {
  // Puppeteer keeps its BiDi connection to itself; locating nodes is not in its API.
  const driver = page.browser() as unknown as {
    connection: {
      send(method: string, params: object): Promise<{ result: { nodes: BidiNode[] } }>;
    };
  };
  const { result } = await driver.connection.send('browsingContext.locateNodes', {
    context: (page.mainFrame() as unknown as { _id: string })._id,
    locator: { type: 'css', value: 'bakteppe-card' },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 20 },
  });
  const { nodes } = result;
  const dialog = nodes[0]?.value?.shadowRoot?.value?.children?.[0];
  if (dialog?.value?.attributes?.role !== 'dialog') throw new Error('the card holds no dialog');
  const pieces: string[] = [];
  const walk = ({ value }: BidiNode): void => {
    if (value?.nodeValue) pieces.push(value.nodeValue);
    value?.children?.forEach(walk);
  };
  walk(dialog);
  return { name: dialog.value.attributes['aria-label'] ?? '', text: pieces.join('\n') };
}

/** A page of the extension, in a tab of its own. */
export async function openOwnPage(reader: Reader, path: string): Promise<Page> {
  const page = await reader.browser.driver.newPage();
  const url = `${reader.browser.origin}/${path}`;
  // Firefox never reports the load of a moz-extension page over BiDi: wait for its root.
  page.goto(url).catch(() => undefined);
  await page.waitForFunction(
    (wanted) => location.href === wanted && document.querySelector('#root > *') !== null,
    { timeout: 15_000, polling: 50 },
    url,
  );
  return page;
}

/** The toolbar popup for a page, opened as a page of its own (as Firefox for Android does). */
export async function openPopup(reader: Reader, about: Page): Promise<Page> {
  const finder = await openOwnPage(reader, 'popup.html');
  const tabId = await finder.evaluate(async (url) => {
    const { browser, chrome } = globalThis as unknown as Record<
      string,
      typeof import('wxt/browser').browser
    >;
    const tabs = await (browser ?? chrome)?.tabs.query({});
    return tabs?.find((tab) => tab.url === url)?.id;
  }, about.url());
  await finder.close();
  return openOwnPage(reader, `popup.html?tab=${tabId}`);
}

/** Press the popup's switch with this label, as soon as it can be pressed. */
export async function pressSwitch(popup: Page, label: string): Promise<void> {
  await popup.waitForFunction(
    (text) => {
      const labels = [...document.querySelectorAll('label.switch')];
      const found = labels.find(
        (element) => element.querySelector('.switch-label')?.firstChild?.textContent === text,
      );
      const input = found?.querySelector('input');
      if (!input || input.disabled) return false;
      input.click();
      return true;
    },
    { timeout: 10_000, polling: 50 },
    label,
  );
}

/** Wait until the popup shows this text. */
export async function waitForText(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.body.textContent?.includes(wanted),
    { timeout: 10_000, polling: 50 },
    text,
  );
}

/** What the toolbar shows for the page the popup is about. */
export function badge(popup: Page): Promise<{ text: string; title: string }> {
  return popup.evaluate(async () => {
    const { browser, chrome } = globalThis as unknown as Record<
      string,
      typeof import('wxt/browser').browser
    >;
    const tabId = Number(new URLSearchParams(location.search).get('tab'));
    const { action } = (browser ?? chrome) as typeof import('wxt/browser').browser;
    return { text: await action.getBadgeText({ tabId }), title: await action.getTitle({ tabId }) };
  });
}

/** Requests that neither the test's pages nor the browser's own services account for. */
export function unexplained(reader: Reader, served: readonly string[]): string[] {
  const own =
    /googleapis\.com|google\.com|gstatic\.com|mozilla\.(com|org|net)|firefox\.com|detectportal/;
  return reader.server.requests.filter(
    (url) =>
      !own.test(url) &&
      !served.some((page) => url === page || url === `CONNECT ${new URL(page).host}:443`) &&
      !url.endsWith('/favicon.ico'),
  );
}
