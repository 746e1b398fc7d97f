/**
 * One soak from launch to report: many tabs, one reader, the heap asked again and again at
 * rest. Reports and judges; who calls decides what follows from it.
 */
import type { Page } from 'puppeteer-core';
import { needBrowser } from './browsers.ts';
import { extensionErrors } from './extension-errors.ts';
import { extensionLife } from './extension-life.ts';
import { type Held, heldBy } from './heap.ts';
import { type Launched, launch } from './launch.ts';
import { startPageServer } from './page-server.ts';
import { serveSoakPages } from './soak-pages.ts';
import { createSoakReader, open, type ReaderTab } from './soak-reader.ts';

export interface SoakPlan {
  readonly tabs: number;
  readonly minutes: number;
  /** How often the heap is asked; the first time is the start. */
  readonly samples: number;
  readonly seed: number;
  /** Gets the tabs that stay, too. */
  readonly onSample?: (sample: Sample, staying: readonly Page[]) => void | Promise<void>;
}

export interface Sample extends Held {
  /** Since the tabs were open. */
  readonly minute: number;
  readonly acts: number;
}

export interface SoakReport {
  readonly samples: readonly Sample[];
  readonly acts: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
  /** Stored settings: as they should be, and as they are. */
  readonly expected: Readonly<Record<string, unknown>>;
  readonly stored: Readonly<Record<string, unknown>>;
}

const MINUTE_MS = 60_000;
/** More than this of what went wrong tells nothing new, and a broken run need not last. */
const MOST_ERRORS = 20;

export async function soak(plan: SoakPlan): Promise<SoakReport> {
  const server = await startPageServer();
  const browser = await launch(needBrowser('chromium'), {
    headless: true,
    proxy: server.address,
    keepsErrors: true,
  });
  try {
    const own = await browser.driver.newPage();
    await own.goto(`${browser.origin}/options.html`, { waitUntil: 'load' });
    const errors: string[] = [];
    const tabs: ReaderTab[] = [];
    for (const [at, pages] of serveSoakPages(server, plan.tabs).entries()) {
      const page = await browser.driver.newPage();
      page.on('pageerror', (error) => errors.push(`${page.url()}: ${error}`));
      page.on('console', (message) => {
        const isOurs = message.type() === 'error' && !/favicon|404/.test(message.text());
        if (isOurs) errors.push(`${page.url()}: ${message.text()}`);
      });
      const tab = { page, pages, stays: at < plan.tabs / 2, at: at % pages.length, done: [] };
      await open(tab);
      tabs.push(tab);
    }
    return await readOn(plan, browser, own, tabs, errors);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function readOn(
  plan: SoakPlan,
  browser: Launched,
  own: Page,
  tabs: readonly ReaderTab[],
  errors: string[],
): Promise<SoakReport> {
  const { stopBackground } = await extensionLife(browser);
  const store = (key: string, value: unknown): Promise<void> => setItem(own, key, value);
  const reader = createSoakReader(tabs, store, stopBackground, plan.seed);
  const acts: Record<string, number> = {};
  const samples: Sample[] = [];
  // Tabs that stay: their heaps can be compared, and nothing a session keeps goes with a page.
  const staying = tabs.filter(({ stays }) => stays);
  for (const tab of staying) {
    await reader.rest(tab).catch((error) => errors.push(String(error)));
  }
  const start = performance.now();
  const minute = (): number => (performance.now() - start) / MINUTE_MS;
  const sample = async (): Promise<void> => {
    for (const tab of staying) await reader.rest(tab).catch((error) => errors.push(String(error)));
    const total = Object.values(acts).reduce((sum, count) => sum + count, 0);
    await wake(browser, own);
    const pages = staying.map(({ page }) => page);
    const held = await heldBy(browser.driver, browser.origin, pages);
    const taken = { minute: minute(), acts: total, ...held };
    samples.push(taken);
    await plan.onSample?.(taken, pages);
  };
  for (let n = 1; n <= plan.samples; n++) {
    const until = (plan.minutes * n) / plan.samples;
    while (minute() < until && errors.length < MOST_ERRORS) {
      await reader.act().then(
        (act) => {
          acts[act] = (acts[act] ?? 0) + 1;
        },
        (error) => errors.push(String(error)),
      );
    }
    await sample();
  }
  // What the browser says while it closes is none of them.
  return {
    samples,
    acts,
    errors: [...errors, ...(await (await extensionErrors(browser)).heard())],
    expected: reader.expected,
    stored: await items(own),
  };
}

/** What a sleeping background holds is no figure: it comes for any message, and stays half a minute. */
async function wake({ driver, origin }: Launched, own: Page): Promise<void> {
  await own.evaluate(() => {
    const { runtime } = (globalThis as unknown as { chrome: Api }).chrome;
    // It has no answer to this one.
    void runtime.sendMessage({ type: 'awake?' }).catch(() => undefined);
  });
  await driver.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith(origin),
  );
}

type Api = typeof import('wxt/browser').browser;

/** Store or forget one item, as another page of ours would. */
async function setItem(own: Page, key: string, value: unknown): Promise<void> {
  await own.evaluate(
    async (name, wanted) => {
      const { local } = (globalThis as unknown as { chrome: Api }).chrome.storage;
      await (wanted === null ? local.remove(name) : local.set({ [name]: wanted }));
    },
    key,
    value ?? null,
  );
}

async function items(own: Page): Promise<Record<string, unknown>> {
  const { synced, ...settings } = await own.evaluate(
    () =>
      (globalThis as unknown as { chrome: Api }).chrome.storage.local.get(null) as Promise<
        Record<string, unknown>
      >,
  );
  return settings;
}
