/** The commands other tools rely on, run as they run them. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/tools/read-data.ts';

function run(
  tool: string,
  args: readonly string[] = [],
  input = '',
): { status: number | null; out: string } {
  const { status, stdout } = spawnSync(process.execPath, [join(ROOT, 'src/tools', tool), ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, out: stdout };
}

test('mentions: JSON lines in, JSON lines out, offsets in UTF-16 units', () => {
  const text = '😀 Putin traf Kim Jong‑un.';
  const { status, out } = run(
    'mentions.ts',
    [],
    `${JSON.stringify({ id: 'a', lang: 'nb', text })}\n`,
  );
  expect(status).toBe(0);
  expect(JSON.parse(out)).toEqual({
    id: 'a',
    mentions: [
      { entity: 'vladimir-putin', start: 3, end: 8, text: 'Putin' },
      { entity: 'kim-jong-un', start: 14, end: 25, text: 'Kim Jong‑un' },
    ],
  });
});

test('mentions: each text is a page of its own', () => {
  const lines = ['Kim Jong-un spoke.', 'Kim left.'].map((text, id) => JSON.stringify({ id, text }));
  const { out } = run('mentions.ts', [], lines.join('\n'));
  const counts = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).mentions.length);
  expect(counts).toEqual([1, 0]);
});

test('mentions: a bad line says so, the rest goes on, and the exit code is 1', () => {
  const input = '{"id":1,"text":"Putin"}\nnot json\n{"id":3}\n\n{"id":4,"text":"Putin"}\n';
  const { status, out } = run('mentions.ts', [], input);
  const rows = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(1);
  expect(rows.map(({ id, error }) => [id, error === undefined])).toEqual([
    [1, true],
    [null, false],
    [3, false],
    [4, true],
  ]);
});

test('facts: as the card gets them', () => {
  const { status, out } = run('facts.ts', ['--entity', 'vladimir-putin', '--lang', 'nb']);
  const card = JSON.parse(out);
  expect(status).toBe(0);
  expect(card.lang).toBe('nb');
  expect(card.facts[0]).toMatchObject({ kind: 'analysis', paragraphs: [1], date: '2024-06' });
});

test('facts: an unknown entity is refused', () => {
  expect(run('facts.ts', ['--entity', 'nobody']).status).toBe(1);
});
