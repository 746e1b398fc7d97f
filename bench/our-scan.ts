/** The steps of a scan as a page goes through them, for the functions that measure it. */
import { createMatcher } from '../src/core/matcher.ts';
import { mergeContexts } from '../src/core/merge-contexts.ts';
import { totalOf } from '../src/core/model.ts';
import { DEFAULT_SETTINGS } from '../src/core/settings.ts';
import type { Firsts } from '../src/page/first-in-sections.ts';
import { createMentionIndex, type MentionIndex } from '../src/page/mention-index.ts';
import type { PreparedNames } from '../src/page/name-source.ts';
import type { Painter } from '../src/page/painter.ts';
import type { PlacedMention } from '../src/page/place.ts';
import { startSession } from '../src/page/session.ts';
import { CLOSED_DOORS } from '../src/tools/closed-doors.ts';

type Packs = Parameters<typeof createMatcher>[0];

export function settle(): void {
  void document.body.offsetHeight;
}

export async function timed(run: () => unknown): Promise<number> {
  settle();
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function prepare(packsJson: readonly string[]): PreparedNames {
  const packs: Packs = packsJson.map((json) => JSON.parse(json));
  return { matcher: createMatcher(packs), contexts: mergeContexts(packs) };
}

interface Read {
  readonly index: MentionIndex;
  readonly mentions: readonly PlacedMention[];
}

export function read(names: PreparedNames): Read {
  const index = createMentionIndex(names);
  for (const _slice of index.read([document.body]));
  return { index, mentions: index.mentions() };
}

export function paint(painter: Painter, firsts: Firsts, mentions: readonly PlacedMention[]): void {
  painter.paint(mentions, firsts.of(mentions));
}

/** A session as the extension runs it, without its card; calls back with how many mentions there are. */
export function session(
  packsJson: readonly string[],
  signal: AbortSignal,
  onCount: (mentions: number) => void,
): void {
  const packs = new Map(packsJson.map((json, at) => [String(at), JSON.parse(json)]));
  startSession({
    document,
    names: { packs: () => packs, bring: async () => undefined },
    settings: DEFAULT_SETTINGS,
    bringMarks: async () => undefined,
    doors: CLOSED_DOORS,
    onCounts: (counts) => onCount(totalOf(counts)),
    signal,
  });
}

/** The one in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
