/** A page that lives: paragraphs arrive, a pointer moves, a hundred thousand text nodes wait to be read. */
import { createFirsts } from '../src/page/first-in-sections.ts';
import { createHighlightPainter } from '../src/page/highlight-painter.ts';
import { createHitTest } from '../src/page/hit-test.ts';
import { median, paint, prepare, read, session, settle, timed } from './our-scan.ts';

/** A page of nothing but paragraphs of about 400 characters; every so many holds a name. */
export function paragraphs(count: number, namedEvery: number): HTMLElement[] {
  const filler = 'The ministers met again on Tuesday to go through the figures for the quarter. ';
  const named = 'President Vladimir Putin flew to Pyongyang to see Kim Jong-un on the same day. ';
  return Array.from({ length: count }, (_, at) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = (at % namedEvery === 0 ? named : filler) + filler.repeat(4);
    return paragraph;
  });
}

export function emptyPage(): void {
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
}

/** µs for each paragraph that is added to a page of so many, in batches of twenty as endless pages do. */
export async function addParagraphs(packsJson: readonly string[], before: number): Promise<number> {
  const batches = 30;
  const life = new AbortController();
  emptyPage();
  document.body.append(...paragraphs(before, 20));
  const prepared = prepare(packsJson);
  const painter = createHighlightPainter(document, life.signal);
  const hitTest = createHitTest(document);
  const firsts = createFirsts();
  const { index, mentions } = read(prepared);
  paint(painter, firsts, mentions);
  hitTest.update(mentions);
  const costs: number[] = [];
  for (let batch = 0; batch < batches; batch++) {
    const fresh = paragraphs(20, 20);
    document.body.append(...fresh);
    const ms = await timed(() => {
      firsts.note(fresh);
      for (const _slice of index.read(fresh, false));
      const now = index.mentions(false);
      paint(painter, firsts, now);
      hitTest.update(now);
    });
    costs.push((ms * 1000) / fresh.length);
  }
  life.abort();
  return median(costs.slice(5));
}

/** µs for a pointer move on a page with so many mentions: our hit test, and the browser's caret alone. */
export async function hover(
  packsJson: readonly string[],
  mentions: number,
): Promise<{ ours: number; caret: number }> {
  emptyPage();
  document.body.append(...paragraphs(Math.ceil(mentions / 2), 1));
  const prepared = prepare(packsJson);
  const hitTest = createHitTest(document);
  hitTest.update(read(prepared).mentions);
  const points = Array.from({ length: 200 }, (_, at) => ({
    x: 20 + ((at * 37) % 900),
    y: 10 + ((at * 53) % 700),
  }));
  settle();
  const round = (ask: (point: { x: number; y: number }) => unknown): number => {
    const start = performance.now();
    for (const point of points) ask(point);
    return ((performance.now() - start) * 1000) / points.length;
  };
  const ours: number[] = [];
  const caret: number[] = [];
  // Many short turns: on a busy machine each is short enough to be left alone now and then.
  for (let turn = 0; turn < 40; turn++) {
    caret.push(round(({ x, y }) => document.caretPositionFromPoint(x, y)));
    ours.push(round((point) => hitTest.at(point)));
  }
  return { ours: median(ours.slice(4)), caret: median(caret.slice(4)) };
}

/**
 * While a real session reads and paints the page: the longest it kept the page waiting, in
 * ms; the same with what the browser had to style and lay out; how long it took; and when
 * the first mentions were to be seen.
 */
export async function longestSlice(packsJson: readonly string[]): Promise<LongRead> {
  const named = document.body.textContent?.match(/Kim Jong-un/g)?.length ?? 0;
  const expected = 2 * named;
  const life = new AbortController();
  settle();
  let slice = 0;
  let last = performance.now();
  const beat = new MessageChannel();
  beat.port1.onmessage = () => {
    const now = performance.now();
    slice = Math.max(slice, now - last);
    last = now;
    if (!life.signal.aborted) beat.port2.postMessage(0);
  };
  beat.port2.postMessage(0);
  const idle = (): Promise<void> =>
    new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)));
  // The page's own first frames are not ours.
  for (let frame = 0; frame < 4; frame++) await idle();
  slice = 0;
  let script = 0;
  // Chromium tells which part of a long frame was script; elsewhere nobody does.
  const frames = new PerformanceObserver((list) => {
    for (const { scripts } of list.getEntries() as LongFrame[]) {
      for (const { duration } of scripts) script = Math.max(script, duration);
    }
  });
  if (PerformanceObserver.supportedEntryTypes.includes('long-animation-frame')) {
    frames.observe({ type: 'long-animation-frame' });
  }
  const start = performance.now();
  let first = 0;
  await new Promise<void>((done) => {
    session(packsJson, life.signal, (found) => {
      first ||= found > 0 ? performance.now() - start : 0;
      if (found === expected) done();
    });
  });
  const whole = performance.now() - start;
  await idle();
  frames.disconnect();
  life.abort();
  return { script, slice, whole, first };
}

type LongFrame = PerformanceEntry & { readonly scripts: readonly { readonly duration: number }[] };

interface LongRead {
  readonly script: number;
  readonly slice: number;
  readonly whole: number;
  readonly first: number;
}
