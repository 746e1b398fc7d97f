/**
 * `npm run test:red`: takes one protection after the other away, in a copy of the project, and runs the
 * tests that are there for it: they have to fail. Writes `docs/seen-red.md`. Words after `--` choose
 * protections by what they are called. Exit code 1 if a test stays green.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTECTIONS, type Protection } from '../../tests/protections.ts';
import { ROOT } from './read-data.ts';

const RECORD = join(ROOT, 'docs', 'seen-red.md');
const LEFT_OUT = /\/(node_modules|\.git|\.output|\.wxt|docs)(\/|$)/;

interface Seen {
  readonly protection: Protection;
  /** Tests that failed, by name; none: green, which is the fault here. */
  readonly failed: readonly string[];
}

const wanted = process.argv.slice(2);
const chosen = PROTECTIONS.filter(
  ({ what }) => wanted.length === 0 || wanted.some((words) => what.includes(words)),
);
const copy = mkdtempSync(join(tmpdir(), 'bakteppe-red-'));
try {
  cpSync(ROOT, copy, {
    recursive: true,
    filter: (path) => !LEFT_OUT.test(path.slice(ROOT.length)),
  });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  run(['wxt', 'prepare']);
  const seen = chosen.map(tryWithout);
  if (wanted.length === 0) writeFileSync(RECORD, recordOf(seen));
  const green = seen.filter(({ failed }) => failed.length === 0);
  console.log(
    `${seen.length - green.length} of ${seen.length} protections are missed where they are gone.`,
  );
  process.exitCode = green.length === 0 ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
}

function tryWithout(protection: Protection): Seen {
  const path = join(copy, protection.file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(protection.has).length !== 2) {
    throw new Error(`${protection.file} has not exactly once: ${protection.has}`);
  }
  writeFileSync(
    path,
    whole.replace(protection.has, () => protection.without),
  );
  try {
    const built = run(['node', 'src/tools/prepare-tests.ts']);
    if (built.status !== 0)
      throw new Error(`${protection.what}: it does not build\n${built.stdout}`);
    const project = protection.test.startsWith('tests/browser/') ? 'browser' : 'unit';
    const filter = protection.named === undefined ? [] : ['-t', protection.named];
    const report = join(copy, 'report.json');
    rmSync(report, { force: true });
    const isLong = project === 'browser' && isAmongLong(protection.test);
    const { stdout, stderr } = run(
      [
        ...['vitest', 'run', '--project', project, '--reporter', 'json', '--outputFile', report],
        ...[protection.test, ...filter],
      ],
      isLong ? { BAKTEPPE_HOSTILE: 'yes' } : {},
    );
    if (!existsSync(report)) throw new Error(`${protection.test} did not run\n${stdout}${stderr}`);
    const failed = failuresIn(readFileSync(report, 'utf8'));
    const verdict = failed.length > 0 ? `${failed.length} red` : 'GREEN';
    console.log(`${verdict}: ${protection.what} (${protection.test})`);
    return { protection, failed };
  } catch (error) {
    // The others are tried all the same.
    console.error(error instanceof Error ? error.message : error);
    return { protection, failed: [] };
  } finally {
    writeFileSync(path, whole);
  }
}

/** The long tests run by themselves only; see `vitest.config.ts`. */
function isAmongLong(test: string): boolean {
  const name = test.replace(/^.*\/|\.test\.ts$/g, '');
  return readFileSync(join(ROOT, 'vitest.config.ts'), 'utf8').includes(`  '${name}',\n`);
}

function run(command: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const [name = '', ...rest] = command;
  return spawnSync(name, rest, {
    cwd: copy,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env },
  });
}

interface JsonReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Names of failed tests in a report of Vitest's. @throws when no test ran: that would be no evidence. */
function failuresIn(report: string): string[] {
  const { testResults } = JSON.parse(report) as JsonReport;
  const ran = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed' || status === 'failed');
  if (ran.length === 0) throw new Error('No test ran: is it called otherwise?');
  return ran.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
}

function recordOf(seen: readonly Seen[]): string {
  const rows = seen.map(({ protection: { what, file, test }, failed }) => {
    const count = failed.length === 0 ? '**none**' : String(failed.length);
    return `| ${what} | \`${file}\` | \`${test}\` | ${count} |`;
  });
  return [
    '# Tests that were seen to fail',
    '',
    'Written by `npm run test:red`, which takes each protection in `tests/protections.ts` away in a copy of the project,',
    'builds it and runs the test that is there for it. The last column says how many tests then fail, in both browsers together.',
    '',
    '| without | in | test | fail |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
