/**
 * Properties on made-up input: the same cases at each run unless asked otherwise, so that a
 * red test is red again. `FUZZ_RUNS=100000` asks for so many, from a seed of that run; a
 * failure names its seed, and `FUZZ_SEED` brings the same cases back.
 */
import fc from 'fast-check';

/** Any number would do. */
const SEED = 1709;

const { FUZZ_RUNS, FUZZ_SEED } = process.env;
const ofThisRun = FUZZ_RUNS === undefined ? SEED : Date.now() % 2 ** 31;

/** How often, unless asked for more; a share of a long run for what costs more than others. */
export function runsOf(usual: number, share = 1): number {
  return FUZZ_RUNS === undefined ? usual : Math.ceil(Number(FUZZ_RUNS) * share);
}

/** The seed of this run. */
export function seedOf(): number {
  return FUZZ_SEED === undefined ? ofThisRun : Number(FUZZ_SEED);
}

/** Hold the property against so many cases; red with the smallest case that breaks it, in visible letters. */
export function holdsFor<Case>(
  cases: fc.Arbitrary<Case>,
  property: (given: Case) => void,
  numRuns: number,
): void {
  const seed = seedOf();
  const result = fc.check(
    fc.property(cases, (given) => void property(given)),
    { seed, numRuns },
  );
  if (!result.failed) return;
  const [smallest] = result.counterexample ?? [];
  const reason = result.errorInstance instanceof Error ? result.errorInstance.message : '';
  throw new Error(
    `FUZZ_SEED=${seed}, case ${result.numRuns}, made smaller ${result.numShrinks} times:\n` +
      `${visible(JSON.stringify(smallest))}\n${visible(reason)}`,
    { cause: result.errorInstance },
  );
}

/** What cannot be seen or is taken for another, as escapes; letters of any script stay. */
export function visible(text: string): string {
  const asEscape = (char: string): string => `\\u{${char.codePointAt(0)?.toString(16)}}`;
  return text
    .replace(/(?![ \n])[\s\p{C}\p{M}\p{Z}]|(?!-)\p{Pd}/gu, asEscape)
    .replace(/./gsu, (char) => (char.normalize('NFKC') === char ? char : asEscape(char)));
}
