/**
 * Every regular expression of core and page on text made to be hard for it: four times the
 * text takes about four times as long. Expressions are read off the source and off what
 * the code puts together, so that a new one is looked at without being listed here.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readData } from '../../src/tools/read-data.ts';
import { expressionsIn, expressionsMadeIn, type Written } from './expressions.ts';
import { seedOf, visible } from './fuzz.ts';

/** Long enough for a quadratic search to be told from a quick one, in units. */
const SHORT = 10_000;
const LONG = 4 * SHORT;
/** Linear is 4, quadratic 16. */
const MOST = 9;
/** What takes less for a short text is not looked at again, in ms. */
const QUICK = 2;

/** Expressions that see no text of a page, or a short one only: why they may cost what they do. */
const EXEMPT: Readonly<Record<string, string>> = {
  'core/check-own-words.ts': 'reads our own facts when they are checked',
  'core/parse-dataset.ts': 'reads the names of our own files',
  'page/read-signals.ts \\b(19|20)': 'sees texts of fewer than 60 units',
};

const PIECES = [
  ...' -.,;:!?"\'’“„«[({/@*_#<>=1aAzкКкім金김キか\u0301\u1100\u00ad\u00a0\u200b\n\t',
  'Aa',
  'Aa ',
  'aA',
  '. ',
  '.a',
  'a.',
  'a-',
  '-a',
  'V. ',
  'Kim ',
  ' a ',
  '1 ',
  '12',
  '*.',
  '@a.',
  '://',
  '"@type":',
  '"@type":[',
  '"[',
  '["',
  '. "',
  ')) ',
  '?) ',
  '\ud800',
  '2024',
];
const ENDS = ['', '!', '"'];

/** Texts that bring an expression far and then fail it: what it matches, and pieces, many times over. */
function* attacksOn({ source, flags }: RegExp): Generator<(units: number) => string> {
  const own = matching(source, flags);
  const pieces = [...PIECES, ...own, ...own.map((text) => text.slice(0, -1)).filter(Boolean)];
  for (const begin of ['', ...own.slice(0, 1)]) {
    for (const piece of pieces) {
      for (const end of ENDS) {
        yield (units) => begin + piece.repeat(Math.ceil(units / piece.length)) + end;
      }
    }
  }
}

/** Loaded anew while it is watched what they put together. */
const MODULES = import.meta.glob(['../../src/core/**/*.ts', '../../src/page/**/*.{ts,tsx}']);

/** Some texts the expression matches, as far as they can be made up. */
function matching(source: string, flags: string): string[] {
  try {
    const plain = new RegExp(source.replace(/^\^|\$$/g, ''), flags.replace(/[gi]/g, ''));
    return fc.sample(fc.stringMatching(plain), { seed: seedOf(), numRuns: 4 }).filter(Boolean);
  } catch {
    return source.match(/[\p{L} ]{2,}/gu)?.slice(0, 6) ?? [];
  }
}

/** The search as the code does it: on to the end where it looks for all. In ms of this thread's own time. */
function time(expression: RegExp, text: string): number {
  const from = process.threadCpuUsage();
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
  return process.threadCpuUsage(from).user / 1000;
}

function median(run: () => number): number {
  return Array.from({ length: 5 }, run).sort((a, b) => a - b)[2] ?? 0;
}

/** The first attack that costs more than the text's length, or undefined. */
function slowOn(expression: RegExp): string | undefined {
  for (const attack of attacksOn(expression)) {
    const text = attack(SHORT);
    if (time(expression, text) < QUICK) continue;
    const short = median(() => time(expression, text));
    const long = median(() => time(expression, attack(LONG)));
    if (short >= QUICK / 2 && long > MOST * short) {
      return `${visible(JSON.stringify(text.slice(0, 40)))}… ${short} ms, ${long} ms`;
    }
  }
  return undefined;
}

/** Without a repetition that may go on for ever a search stops after a few units wherever it begins. */
const goesOn = ({ expression }: Written): boolean => /[*+]|\{\d+,\}/.test(expression.source);

const isExempt = ({ file, expression: { source } }: Written): boolean =>
  Object.keys(EXEMPT).some((exempt) => `${file} ${source}`.startsWith(exempt));

/** A few seconds' work, on a machine that does much else besides. */
const LONGEST_MS = 180_000;

test(
  'no expression of core or page costs more than its text is long',
  async () => {
    const made = await expressionsMadeIn(async () => {
      for (const load of Object.values(MODULES)) await load();
      const { compileNames } = await import('../../src/core/compile-names.ts');
      const { createMatcher } = await import('../../src/core/matcher.ts');
      const { createSearch } = await import('../../src/core/prefilter.ts');
      const pack = compileNames(readData().names);
      createMatcher([pack]);
      createSearch([pack.anchors])('Putin Путин פוטין 푸틴 ปูติน');
    });
    const all = [...expressionsIn(['core', 'page']), ...made];
    // The reading of sources still finds them, and still knows what is slow.
    expect(all.length).toBeGreaterThan(100);
    expect(slowOn(/\[[^\]]*\]/)).toBeDefined();
    const slow = all
      .filter((each) => goesOn(each) && !isExempt(each))
      .flatMap(({ file, expression }): string[] => {
        const attack = slowOn(expression);
        return attack === undefined ? [] : [`${file} ${expression.source.slice(0, 60)}: ${attack}`];
      });
    expect(slow).toEqual([]);
  },
  LONGEST_MS,
);
