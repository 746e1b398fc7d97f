/** Every string of the interface is shown somewhere: what nobody shows, nobody need translate. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PLAIN_KEYS, PLURAL_KEYS } from '../../src/core/strings.ts';
import { ROOT } from '../../src/tools/read-data.ts';

const sources = ['src', 'entrypoints', 'wxt.config.ts'].flatMap((path) =>
  path.endsWith('.ts')
    ? [path]
    : readdirSync(join(ROOT, path), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name) && name !== join('core', 'strings.ts'))
        .map((name) => join(path, name)),
);
const code = sources.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
/** Keys put together in place: `reason.${reason}`. */
const prefixes = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix = '']) => prefix);

test('every key is named in the code, or its beginning is', () => {
  const unused = [...PLAIN_KEYS, ...PLURAL_KEYS].filter(
    (key) => !code.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});
