/** Long work, done a slice at a time, with the page let go first in between. */

/** A slice is about this long, in ms: half a frame, so that the page has the other half. */
const SLICE_MS = 8;

/** Run the steps to their end; their result, or undefined where the signal aborted first. */
export async function inSlices<Result>(
  steps: Generator<unknown, Result>,
  signal: AbortSignal,
): Promise<Result | undefined> {
  let end = performance.now() + SLICE_MS;
  let step = steps.next();
  while (!step.done) {
    if (performance.now() >= end) {
      await pause();
      if (signal.aborted) return undefined;
      end = performance.now() + SLICE_MS;
    }
    step = steps.next();
  }
  return step.value;
}

interface Scheduler {
  postTask(task: () => void): Promise<void>;
}

/**
 * Let the page go first. Not `scheduler.yield`: that would go on before all that waits already,
 * and the page's own tasks would have no turn until we are done.
 */
function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  return scheduler
    ? scheduler.postTask(() => undefined)
    : new Promise((resolve) => setTimeout(resolve));
}
