import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/tools/read-data.ts';
import { PROTECTIONS } from '../protections.ts';

test.each(PROTECTIONS)(
  'without it can still be tried: $what',
  ({ file, has, without, test: by }) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    expect(source.split(has)).toHaveLength(2);
    expect(without).not.toBe(has);
    expect(existsSync(join(ROOT, by))).toBe(true);
  },
);
