/**
 * What is measured, as it runs on a page of the bench: our own code, the bare limit and
 * mark.js, each behind a function that does one run and says how long it took, in ms.
 * The page's layout is settled before each run, so that nobody pays another's debt.
 */
import Mark from 'mark.js';
import { expressionOf } from '../src/core/name-key.ts';
import type { Prefilter } from '../src/core/prefilter.ts';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';
import { createAnchorScan } from '../src/page/anchor-scan.ts';
import { createFirsts } from '../src/page/first-in-sections.ts';
import { createHighlightPainter } from '../src/page/highlight-painter.ts';
import type { PreparedNames } from '../src/page/name-source.ts';
import { startScout } from '../src/page/scout.ts';
import { addAndRemove, restyle, somePage, startReading, stopReading, stream } from './kept-page.ts';
import { addParagraphs, emptyPage, hover, longestSlice, paragraphs } from './live-page.ts';
import { paint, prepare, read, settle, timed } from './our-scan.ts';

let prepared: PreparedNames | undefined;
let wholeExpression: RegExp | undefined;

/** The limit: visit every text node that is not of a script or a style, and read it. */
function walk(): number {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const name = text.parentNode?.nodeName;
    if (name !== 'SCRIPT' && name !== 'STYLE') sum += (text as Text).data.length;
  }
  return sum;
}

/**
 * A scan: names prepared, blocks, matching, judging, ranges; and the same with the highlights
 * set, which are taken off the page again. Milliseconds of both.
 */
async function scan(
  packsJson: readonly string[],
  isCold: boolean,
): Promise<{ scanned: number; painted: number }> {
  const life = new AbortController();
  if (!isCold) prepared ??= prepare(packsJson);
  settle();
  const start = performance.now();
  const names = (isCold ? undefined : prepared) ?? prepare(packsJson);
  const { mentions } = read(names);
  const scanned = performance.now() - start;
  paint(createHighlightPainter(document, life.signal), createFirsts(), mentions);
  const painted = performance.now() - start;
  life.abort();
  return { scanned, painted };
}

/** The scout's look for names, its expression included. */
function anchorScan(anchors: Prefilter): Promise<number> {
  return timed(() => createAnchorScan(anchors)(document.body));
}

/** mark.js at its best: one expression of the same names. */
async function markRegExp(source: string, isCold: boolean): Promise<number> {
  const mark = new Mark(document.body);
  if (!isCold) wholeExpression ??= expressionOf(source, 'gi');
  const ms = await timed(
    () =>
      new Promise<void>((done) => {
        const expression = (isCold ? undefined : wholeExpression) ?? expressionOf(source, 'gi');
        mark.markRegExp(expression, { done: () => done() });
      }),
  );
  await new Promise<void>((done) => mark.unmark({ done: () => done() }));
  return ms;
}

/** mark.js as most use it: a list of names. */
async function markList(names: string[]): Promise<number> {
  const mark = new Mark(document.body);
  const ms = await timed(
    () =>
      new Promise<void>((done) => {
        mark.mark(names, {
          separateWordSearch: false,
          accuracy: 'exactly',
          done: () => done(),
        });
      }),
  );
  await new Promise<void>((done) => mark.unmark({ done: () => done() }));
  return ms;
}

/** The scout from its start to its verdict, its settings at hand. */
async function scout(anchors: Prefilter): Promise<{ ms: number; state: string }> {
  const life = new AbortController();
  let state = '';
  const ms = await timed(async () => {
    const started = startScout(
      document,
      anchors,
      {
        readSettings: () => Promise.resolve(DEFAULT_SETTINGS),
        watchSettings: () => undefined,
        wake: () => undefined,
        report: () => undefined,
      },
      life.signal,
    );
    for (let turn = 0; turn < 4; turn++) await Promise.resolve();
    ({ state } = started.status());
  });
  life.abort();
  return { ms, state };
}

/** The page's content so many times over. */
function repeat(times: number): void {
  const once = [...document.body.childNodes];
  for (let time = 1; time < times; time++) {
    document.body.append(...once.map((node) => node.cloneNode(true)));
  }
}

const bench = {
  walk: () => timed(walk),
  scan,
  markRegExp,
  markList,
  scout,
  anchorScan,
  repeat,
  addParagraphs,
  hover,
  longestSlice,
  addAndRemove,
  restyle,
  somePage,
  startReading,
  stopReading,
  stream,
  forgetNames() {
    prepared = undefined;
  },
  manyNodes(count: number) {
    emptyPage();
    document.body.append(...paragraphs(count, 50));
  },
  textNodes() {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let count = 0;
    while (texts.nextNode()) count++;
    return count;
  },
};

export type Bench = typeof bench;
(globalThis as { bench?: Bench }).bench = bench;
