/** The guards of the layers bite: each arrow that is forbidden is drawn once, and must be refused. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../src/tools/read-data.ts';

function node(script: string, args: readonly string[], cwd = ROOT): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(ROOT, script), ...args], {
    cwd,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

/** The project's own lint rules, over one file at that path. */
function lint(path: string, code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bakteppe-arrows-'));
  try {
    const config = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
    writeFileSync(
      join(folder, 'biome.json'),
      JSON.stringify({ ...config, $schema: undefined, vcs: undefined }),
    );
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
    return node('node_modules/@biomejs/biome/bin/biome', ['lint', path], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('imports across layers', () => {
  const arrows: [from: string, code: string, refused: boolean][] = [
    ['src/core/x.ts', "import '../page/scope.ts';", true],
    ['src/core/x.ts', "import '../extension/browser.ts';", true],
    ['src/core/x.ts', "import 'preact';", true],
    ['src/core/x.ts', "import 'node:fs';", true],
    ['src/core/x.ts', "import 'valibot';", false],
    ['src/page/x.ts', "import '../extension/browser.ts';", true],
    ['src/page/x.ts', "import 'wxt/browser';", true],
    ['src/page/x.ts', "import 'mark.js';", true],
    ['src/page/mark-painter.ts', "import 'mark.js';", false],
    ['src/page/x.ts', "import '../core/model.ts';", false],
    ['src/page/x.ts', 'chrome.runtime.id;', true],
    ['src/ui/x.tsx', "import '../page/scope.ts';", true],
    ['src/ui/x.tsx', "import 'preact';", false],
    ['src/ui/library/x.tsx', "import 'mark.js';", true],
    ['src/ui/library/mark-hits.ts', "import 'mark.js';", false],
    ['src/ui/library/mark-hits.ts', "import '../../page/scope.ts';", true],
    ['src/extension/x.ts', "import '../page/scope.ts';", true],
    ['src/extension/x.ts', "import '../ui/Card.tsx';", true],
    ['entrypoints/x.ts', "import '../src/tools/read-data.ts';", true],
  ];
  test.each(arrows)('%s: %s', (from, code, refused) => {
    const out = lint(from, code);
    expect(/noRestricted(Imports|Globals)/.test(out)).toBe(refused);
  });
});

describe('core is compiled without the DOM, a clock or a console', () => {
  test.each([
    'document.title',
    'new Range()',
    "console.log('')",
    'setTimeout(() => {}, 1)',
    "new URL('')",
  ])('%s', (code) => {
    const folder = mkdtempSync(join(ROOT, 'tests', 'arrows', 'tmp-'));
    try {
      writeFileSync(join(folder, 'x.ts'), `${code};\nexport {};\n`);
      const config = { extends: '../../../src/core/tsconfig.json', include: ['.'], exclude: [] };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      const out = node('node_modules/typescript/bin/tsc', ['--noEmit', '-p', folder]);
      expect(out).toMatch(/Cannot find name '(document|Range|console|setTimeout|URL)'/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
