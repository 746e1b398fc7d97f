/**
 * A browser to measure in: pages under http://localhost through our own proxy, isolated
 * so that the clock has fine steps, with nothing loaded and no script of theirs run.
 */
import type { Page } from 'puppeteer-core';
import { build, type Rollup } from 'vite';
import { type Family, needBrowser } from '../src/tools/browsers.ts';
import { launch } from '../src/tools/launch.ts';
import { startPageServer } from '../src/tools/page-server.ts';
import { ROOT } from '../src/tools/read-data.ts';
import type { Bench } from './in-page.ts';

export interface Stage {
  /** "Chromium 156.0" or the like. */
  readonly version: string;
  /** Run on a page that nobody has touched: its own context, and in Chromium its own renderer. */
  fresh<Result>(html: string, run: (page: BenchTab) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export interface BenchTab {
  /** Call one of the bench's functions on the page. */
  ask<Name extends keyof Bench>(
    name: Name,
    ...given: Parameters<Bench[Name]>
  ): Promise<Awaited<ReturnType<Bench[Name]>>>;
  /** The tab itself, for what only the browser can tell. */
  readonly page: Page;
}

const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
};

export async function openStage(family: Family): Promise<Stage> {
  const server = await startPageServer();
  const settings = { headless: true, bare: true, proxy: server.address };
  const { driver, close } = await launch(needBrowser(family), settings);
  const code = await bundle();
  let count = 0;
  return {
    version: (await driver.version()).replace('/', ' '),
    async fresh(html, run) {
      const url = `http://localhost/${++count}`;
      server.serve(url, { body: html, headers: HEADERS });
      const context = await driver.createBrowserContext();
      try {
        const page = await context.newPage();
        await page.goto(url, { waitUntil: 'load' });
        await page.evaluate(code);
        return await run(tabOf(page));
      } finally {
        await context.close();
      }
    },
    async close() {
      await close();
      await server.close();
    },
  };
}

function tabOf(page: Page): BenchTab {
  return {
    page,
    ask: (name, ...given) =>
      page.evaluate(
        (wanted, all) => {
          const { bench } = globalThis as unknown as {
            bench: Record<string, (...given: readonly unknown[]) => unknown>;
          };
          return bench[wanted]?.(...all);
        },
        name,
        given,
      ) as never,
  };
}

/** The bench's own script, built as the extension's are. */
async function bundle(): Promise<string> {
  const built = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: ['chrome121', 'firefox140'],
      lib: { entry: 'bench/in-page.ts', formats: ['iife'], name: 'benchScript' },
    },
  })) as Rollup.RollupOutput[];
  return `${built[0]?.output[0].code};undefined`;
}
