/** What a mention's line is, read from pictures of the page with it and without. */
import { inflateSync } from 'node:zlib';
import { changes, type Picture, type Rect } from './pixels.ts';

export interface Line {
  /** Share of the words' width that has a line beneath it. */
  readonly covered: number;
  /** Of that, the share that has at least 3 : 1. */
  readonly strongShare: number;
  /** Contrast of the middling column. */
  readonly median: number;
}

/**
 * The line's columns, each with the best contrast in it and beside it: the edges of
 * dots and dashes are smoothed, and a stroke is seen by its core.
 */
export function lineIn(before: Picture, now: Picture, rect: Rect): Line {
  const columns = changes(before, now, lowerPart(rect)).map(
    ({ x, contrast }) => [x, contrast] as const,
  );
  return lineOf(columns, rect.right - rect.left);
}

/** The same of a line that runs down beside vertical text, on whichever side. */
export function lineBeside(before: Picture, now: Picture, rect: Rect): Line {
  const around = { ...rect, left: rect.left - 4, right: rect.right + 4 };
  const rows = changes(before, now, around).map(({ y, contrast }) => [y, contrast] as const);
  return lineOf(rows, rect.bottom - rect.top);
}

function lineOf(steps: readonly (readonly [at: number, contrast: number])[], length: number): Line {
  const best = new Map<number, number>();
  for (const [at, contrast] of steps) best.set(at, Math.max(contrast, best.get(at) ?? 0));
  const sorted = [...best.keys()]
    .map((at) => Math.max(...[at - 1, at, at + 1].map((near) => best.get(near) ?? 0)))
    .sort((a, b) => a - b);
  return {
    covered: sorted.length / length,
    strongShare: sorted.filter((contrast) => contrast >= 3).length / (sorted.length || 1),
    median: sorted[sorted.length >> 1] ?? 0,
  };
}

/** Rows of pixels one above another in three columns of four; the rest may be thread, or letters that moved. */
export function thicknessIn(before: Picture, now: Picture, rect: Rect | undefined): number {
  const rows = new Map<number, number>();
  if (!rect) return 0;
  for (const { x } of changes(before, now, lowerPart(rect))) rows.set(x, (rows.get(x) ?? 0) + 1);
  const sorted = [...rows.values()].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.75)] ?? 0;
}

/** How many columns stand together between two gaps, as a rule. */
export function strokeIn(before: Picture, now: Picture, rect: Rect | undefined): number {
  if (!rect) return 0;
  const columns = new Set(changes(before, now, lowerPart(rect)).map(({ x }) => x));
  const runs: number[] = [];
  let run = 0;
  for (let x = Math.floor(rect.left); x <= rect.right + 1; x++) {
    if (columns.has(x)) run++;
    else if (run > 0) runs.push(run);
    if (!columns.has(x)) run = 0;
  }
  return runs.sort((a, b) => a - b)[runs.length >> 1] ?? 0;
}

export function area({ left, top, right, bottom }: Rect): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

/** From about the baseline on. */
function lowerPart(rect: Rect): Rect {
  const height = rect.bottom - rect.top;
  return { ...rect, top: rect.top + 0.7 * height, bottom: rect.bottom + 0.1 * height };
}

/** Filling and stroking of a path, among PDF's operators (ISO 32000, 8.5.3). */
const PAINTS_PATH = /(?<=\s)(?:f\*?|F|S|s|B\*?|b\*?)(?=\s)/g;

/** Strings that are shown (ISO 32000, 9.4.3): a whole one, or several with spaces between. */
const SHOWN_TEXT =
  /(?:<[\da-f]*>|\((?:\\.|[^\\)])*\)|\[(?:\((?:\\.|[^\\)])*\)|[^\]])*\])(?=\s*T[jJ]\b)/gis;
/** Each of them, of glyphs in hexadecimal, or between brackets. */
const STRING = /<[\da-f]*>|\((?:\\.|[^\\)])*\)/gis;

/**
 * How many lines and areas a PDF draws, besides letters. Those come in pieces where
 * a highlight begins or ends, so that the drawing as a whole says nothing.
 */
export function pathsIn(pdf: Uint8Array): number {
  return sum(drawingsIn(pdf).map((text) => text.match(PAINTS_PATH)?.length ?? 0));
}

/** How much text it draws, in whatever pieces: the digits and characters of what is shown. */
export function textIn(pdf: Uint8Array): number {
  const shown = drawingsIn(pdf).flatMap((text) => text.match(SHOWN_TEXT) ?? []);
  const strings = shown.flatMap((piece) => piece.match(STRING) ?? []);
  return sum(strings.map(({ length }) => length - '()'.length));
}

/** What is drawn on the pages that hold letters. */
function drawingsIn(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf);
  const drawings: string[] = [];
  for (let at = bytes.indexOf('stream\n'); at >= 0; at = bytes.indexOf('stream\n', at + 1)) {
    if (bytes.subarray(at - 3, at).toString() === 'end') continue;
    const data = bytes.subarray(at + 7, bytes.indexOf('endstream', at));
    try {
      const text = inflateSync(data).toString('latin1');
      if (/\sBT\s/.test(text)) drawings.push(text);
    } catch {
      // Not a compressed stream: pictures and fonts, which are no lines.
    }
  }
  return drawings;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
