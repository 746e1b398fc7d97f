import { expect, test } from 'vitest';
import { REPORT_FORM, reportAddress } from '../../src/core/report.ts';

test('the form is filled in with entity, language and wording, and nothing else', () => {
  const address = reportAddress('kim-jong-un', 'ko', [
    { id: 'a', text: '김정은 & "동맹"' },
    { id: 'b', text: 'x' },
  ]);
  expect(address.startsWith(`${REPORT_FORM}?`)).toBe(true);
  const fields = Object.fromEntries(new URL(address).searchParams);
  expect(fields).toEqual({ entity: 'kim-jong-un', lang: 'ko', facts: 'a: 김정은 & "동맹"\nb: x' });
});

test('long wording is cut, never through a character', () => {
  const address = reportAddress('kim-jong-un', 'ko', [{ id: 'a', text: `x${'😀'.repeat(2000)}` }]);
  expect(address).not.toContain('%EF%BF%BD');
  expect(new URL(address).searchParams.get('facts')?.length).toBeLessThanOrEqual(1500);
});
