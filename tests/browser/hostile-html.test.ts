/**
 * Two thousand damaged variants, and 500 more in Firefox, of our own pages, and of saved ones where those lie beside the
 * project: nothing is thrown, nothing hangs, the page stays as it is, and what is painted is a
 * name. `FUZZ_RUNS` asks for more, with seeds of their own.
 */
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileNames } from '../../src/core/compile-names.ts';
import { type Family, needBrowser } from '../../src/tools/browsers.ts';
import { type Launched, launch } from '../../src/tools/launch.ts';
import { type PageServer, startPageServer } from '../../src/tools/page-server.ts';
import { ROOT, readData } from '../../src/tools/read-data.ts';
import { runsOf, seedOf, visible } from '../core/fuzz.ts';
import { formsIn } from '../core/hostile-text.ts';
import { randomFrom } from './hostile-html/damage-html.ts';
import type { Given, Hostile, Report } from './hostile-html/in-page.ts';
import { HEADERS, pickPage } from './hostile-html/pages.ts';

/** Variants for each browser: most of them where they are quickest. */
const ALL: Readonly<Record<Family, number>> = { chromium: 2000, firefox: 500 };
/** Among the other tests a quarter of them; all with `npm run test:hostile`. */
const SHARE = process.env.BAKTEPPE_HOSTILE === undefined ? 0.25 : 1;
/** One in so many is of a saved page; they are larger, and every second one would take too long. */
const SAVED_SHARE = 3;
/** Variants of one page in a row. */
const AT_A_TIME = 10;
/** Tabs at once: as many as there are processors on a small machine. */
const TABS = 2;

/** Some languages' names: all of them would take longer to make ready than a page to read. */
const lists = readData().names.filter(({ lang }) => ['en', 'nb', 'ru', 'ko', 'ar'].includes(lang));
const pack = compileNames(lists);
const given: Given = { pack, anchors: pack.anchors, forms: formsIn(lists) };

describe.each(['chromium', 'firefox'] as const)('damaged pages in %s', (family) => {
  let server: PageServer;
  let launched: Launched;
  beforeAll(async () => {
    server = await startPageServer();
    const settings = { headless: true, bare: true, proxy: server.address };
    launched = await launch(needBrowser(family), settings);
  });
  afterAll(async () => {
    await launched?.close();
    await server?.close();
  });

  test('are read to the end, left as they were, and only names are painted', async () => {
    const code = await bundle();
    const parts = partsFor(family);
    const work = async (tab: number): Promise<Report[]> => {
      const url = `http://localhost/${tab}`;
      server.serve(url, { body: '<!doctype html>', headers: HEADERS });
      const page = await launched.driver.newPage();
      await page.goto(url);
      await page.evaluate(code);
      await page.evaluate((all) => {
        (globalThis as unknown as { hostile: Hostile }).hostile.give(all);
      }, given);
      const reports: Report[] = [];
      for (let part = parts.pop(); part; part = parts.pop()) {
        reports.push(
          await page.evaluate(
            (html, seed, variants) =>
              (globalThis as unknown as { hostile: Hostile }).hostile.run(html, seed, variants),
            part.html,
            part.seed,
            AT_A_TIME,
          ),
        );
      }
      return reports;
    };
    const reports = (await Promise.all(Array.from({ length: TABS }, (_, at) => work(at)))).flat();
    const sum = (of: 'variants' | 'mentions'): number =>
      reports.reduce((total, report) => total + report[of], 0);
    console.log(
      `${family}: ${sum('variants')} variants, ${sum('mentions')} mentions, ` +
        `slowest ${Math.round(Math.max(...reports.map(({ slowestMs }) => slowestMs)))} ms`,
    );
    const faults = reports.flatMap((report) => report.faults);
    expect(faults, visible(`FUZZ_SEED=${seedOf()}\n${faults.join('\n')}`)).toEqual([]);
    // Damage that leaves no name to paint would prove nothing.
    expect(sum('mentions')).toBeGreaterThan(sum('variants'));
  }, 300_000);
});

interface Part {
  readonly html: string;
  /** Of its first variant; the next ones follow. */
  readonly seed: number;
}

function partsFor(family: Family): Part[] {
  const random = randomFrom(seedOf());
  const count = runsOf(Math.ceil(ALL[family] * SHARE), ALL[family] / 2000);
  return Array.from({ length: Math.ceil(count / AT_A_TIME) }, (_, at): Part => {
    const html = pickPage(random, at % SAVED_SHARE === 0);
    return { html, seed: random(1e9) };
  });
}

/** What runs in the page, built as the extension's scripts are. */
async function bundle(): Promise<string> {
  const built = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: ['chrome121', 'firefox140'],
      lib: {
        entry: 'tests/browser/hostile-html/in-page.ts',
        formats: ['iife'],
        name: 'hostilePages',
      },
    },
  })) as Rollup.RollupOutput[];
  return `${built[0]?.output[0].code};undefined`;
}
