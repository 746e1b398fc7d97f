/**
 * Looks at something again, a few times and further and further apart: for what comes
 * without a sign, where watching for ever would cost every page something.
 */
export interface LookingAgain {
  /** Look after the next wait, unless that is coming already or no waits are left. */
  soon(): void;
  /** Something new began: from the first wait on. */
  renew(): void;
}

/** Waits in ms; ends with the signal. */
export function lookAgain(
  waits: readonly number[],
  look: () => void,
  signal: AbortSignal,
): LookingAgain {
  let next = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return {
    soon() {
      const wait = waits[next];
      if (timer !== undefined || wait === undefined || signal.aborted) return;
      next++;
      timer = setTimeout(() => {
        timer = undefined;
        look();
      }, wait);
    },
    renew() {
      next = 0;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
