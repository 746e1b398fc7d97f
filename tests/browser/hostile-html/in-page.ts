/**
 * Damaged pages, one after the other in the same tab, each with the scout and a session of
 * its own; says what went wrong with the seed that brings it back.
 */

import type { NamePack } from '../../../src/core/compile-names.ts';
import { fold } from '../../../src/core/fold.ts';
import { ENTITY_IDS } from '../../../src/core/model.ts';
import { nameKey } from '../../../src/core/name-key.ts';
import type { Prefilter } from '../../../src/core/prefilter.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings.ts';
import { highlightName } from '../../../src/page/highlight-painter.ts';
import { startScout } from '../../../src/page/scout.ts';
import { startSession } from '../../../src/page/session.ts';
import { CLOSED_DOORS } from '../../../src/tools/closed-doors.ts';
import { damage, randomFrom } from './damage-html.ts';

export interface Given {
  readonly pack: NamePack;
  readonly anchors: Prefilter;
  /** All forms of the pack. */
  readonly forms: readonly string[];
}

export interface Report {
  readonly variants: number;
  readonly mentions: number;
  /** The slowest reading and painting, the browser's own parsing left out. */
  readonly slowestMs: number;
  readonly faults: readonly string[];
}

/** Nothing a page of some kilobytes holds takes so long, on a machine as busy as can be, in ms. */
const HANG_MS = 60_000;
/** Nobody reads more of them. */
const MOST_FAULTS = 12;

const SETTINGS = { ...DEFAULT_SETTINGS, where: 'all' } as const;
/** Text in these is no text of the page, whatever else the code under test takes for one. */
const NOT_TEXT =
  'script, style, template, noscript, textarea, select, option, button, code, pre, svg, math, iframe, [hidden], [contenteditable]:not([contenteditable="false"]), bakteppe-card';

let given: Given | undefined;
let compactKeys: ReadonlySet<string> = new Set();
let problems: string[] = [];

/** Of these nothing is seen, so that a name reads on over them. */
const UNSEEN = 'script, style, template, noscript, datalist, [hidden]';

/** Letters of a name alone, as they are listed: text across elements has lost what parted them. */
const compact = (text: string): string => nameKey(fold(text).text).replaceAll(' ', '');

/** What a reader sees of a range's text. */
function seenIn(range: Range): string {
  const held = range.cloneContents();
  for (const element of held.querySelectorAll(UNSEEN)) element.remove();
  return held.textContent ?? '';
}

function isNamed(words: string): boolean {
  const letters = compact(words).replace(/\u0301+$/, '');
  return [...letters].some((_letter, at) => compactKeys.has(letters.slice(at)));
}

const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
  const reason: unknown = 'reason' in event ? event.reason : (event.error ?? event.message);
  problems.push(`${event.type}: ${reason instanceof Error ? reason.stack : reason}`);
};

/** Write the page into the tab as a server would, or have it parsed as scripts do. */
async function show(html: string, isParsed: boolean): Promise<void> {
  document.open();
  document.write(isParsed ? '<!doctype html><p>' : html);
  document.close();
  // Firefox goes on parsing behind a script that it is not allowed to fetch.
  while (document.readyState === 'loading') await turn();
  if (isParsed) {
    const other = new DOMParser().parseFromString(html, 'text/html');
    document.replaceChild(document.adoptNode(other.documentElement), document.documentElement);
  }
  // Opening a document takes all listeners from the window.
  window.addEventListener('error', note);
  window.addEventListener('unhandledrejection', note);
}

/** Whatever is due runs before this is done, without a timer that a tab in the background has to wait for. */
function turn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(0);
  });
}

async function look(anchors: Prefilter): Promise<void> {
  const life = new AbortController();
  const doors = {
    readSettings: () => Promise.resolve(SETTINGS),
    watchSettings: () => undefined,
    wake: () => undefined,
    report: () => undefined,
  };
  startScout(document, anchors, doors, life.signal);
  await turn();
  life.abort();
}

async function annotate({ pack }: Given, signal: AbortSignal): Promise<void> {
  const packs = new Map([['people', pack]]);
  let hanging: ReturnType<typeof setTimeout> | undefined;
  await new Promise<void>((done) => {
    hanging = setTimeout(() => {
      problems.push(`not done after ${HANG_MS} ms`);
      done();
    }, HANG_MS);
    startSession({
      document,
      names: { packs: () => packs, bring: async () => undefined },
      settings: SETTINGS,
      bringMarks: async () => undefined,
      doors: CLOSED_DOORS,
      onCounts: () => done(),
      signal,
    });
  });
  clearTimeout(hanging);
  await turn();
}

function paintedRanges(): Range[] {
  return ENTITY_IDS.flatMap((id) => [...(CSS.highlights.get(highlightName(id)) ?? [])] as Range[]);
}

function checkRanges(ranges: readonly Range[]): void {
  for (const range of ranges) {
    const { startContainer, endContainer, collapsed } = range;
    const words = seenIn(range);
    if (collapsed || !startContainer.isConnected) problems.push(`a range around nothing: ${words}`);
    for (const node of [startContainer, endContainer]) {
      if (node.parentElement?.closest(NOT_TEXT)) problems.push(`no text of the page: ${words}`);
    }
    if (!isNamed(words)) problems.push(`not a name: ${JSON.stringify(words)}`);
  }
}

/** Where two texts part, and what follows there in either. */
function difference(before: string, now: string): string {
  let at = 0;
  while (before[at] === now[at]) at++;
  const around = (text: string): string =>
    JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
  return `at ${at}: ${around(before)} is now ${around(now)}`;
}

async function tryOne(
  html: string,
  isParsed: boolean,
  all: Given,
): Promise<{ readonly mentions: number; readonly ms: number }> {
  await show(html, isParsed);
  const before = document.documentElement.outerHTML;
  const isSame = (when: string): void => {
    const now = document.documentElement.outerHTML;
    if (now !== before) problems.push(`the page changed ${when}: ${difference(before, now)}`);
  };
  await look(all.anchors);
  const life = new AbortController();
  const started = performance.now();
  await annotate(all, life.signal);
  const ms = performance.now() - started;
  isSame('while annotated');
  const ranges = paintedRanges();
  checkRanges(ranges);
  life.abort();
  await turn();
  isSame('when all was taken back');
  if (paintedRanges().length > 0) problems.push('ranges are left behind');
  return { mentions: ranges.length, ms };
}

async function run(html: string, from: number, count: number): Promise<Report> {
  if (!given) throw new Error('nothing given yet');
  const faults: string[] = [];
  let mentions = 0;
  let slowestMs = 0;
  for (let seed = from; seed < from + count; seed++) {
    problems = [];
    const random = randomFrom(seed);
    const damaged = damage(html, random);
    try {
      const tried = await tryOne(damaged, random(3) === 0, given);
      mentions += tried.mentions;
      slowestMs = Math.max(slowestMs, tried.ms);
    } catch (error) {
      problems.push(`thrown: ${error instanceof Error ? error.stack : error}`);
    }
    if (faults.length < MOST_FAULTS) {
      faults.push(...problems.slice(0, 3).map((problem) => `seed ${seed}: ${problem}`));
    }
  }
  return { variants: count, mentions, slowestMs, faults };
}

const hostile = {
  give(all: Given): void {
    given = all;
    compactKeys = new Set(all.forms.map(compact));
  },
  run,
};

export type Hostile = typeof hostile;
(globalThis as { hostile?: Hostile }).hostile = hostile;
