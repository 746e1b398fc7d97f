/** Long work, done a slice at a time, with the page let go first in between. */

/** A slice is about this long, in ms: half a frame, so that the page has the other half. */
const SLICE_MS = 8;

/** One turn of ours on the page's main thread; works that follow each other in it share its time. */
export interface Turn {
  /** When it is to be over, on the page's clock, in ms. */
  end: number;
}

export function beginTurn(): Turn {
  return { end: performance.now() + SLICE_MS };
}

/**
 * Run the steps to their end, pausing where the turn is over; their result, or undefined where
 * the signal aborted first.
 */
export async function inSlices<Result>(
  steps: Generator<unknown, Result>,
  turn: Turn,
  signal: AbortSignal,
): Promise<Result | undefined> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() < turn.end) continue;
    await pause();
    if (signal.aborted) return undefined;
    turn.end = beginTurn().end;
  }
}

/** Run the steps to their end at once. */
export function inOneGo<Result>(steps: Generator<unknown, Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

interface Scheduler {
  postTask(task: () => void): Promise<void>;
}

/**
 * Let the page go first. Not `scheduler.yield`: that would go on before all that waits already,
 * and the page's own tasks would have no turn until we are done.
 */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler
    ? scheduler.postTask(() => undefined)
    : new Promise((resolve) => setTimeout(resolve));
}
