/** What the browser shows of us, in its language. */
import { expect, test } from 'vitest';
import { COMMANDS, SUGGESTED_KEYS } from '../../src/core/commands.ts';
import { localeFiles, MANIFEST_KEYS, manifestText } from '../../src/tools/manifest-texts.ts';
import { readData } from '../../src/tools/read-data.ts';

const { strings } = readData();
const files = localeFiles(strings);
const messagesOf = (folder: string) =>
  JSON.parse(
    files.find(({ relativeDest }) => relativeDest === `_locales/${folder}/messages.json`)
      ?.contents ?? '{}',
  ) as Record<string, { message: string }>;

test.each(Object.keys(strings))('%s: every message is there', (lang) => {
  const folder = { pt: 'pt_BR', zh: 'zh_CN' }[lang] ?? lang;
  for (const key of MANIFEST_KEYS) {
    const name = /^__MSG_(\w+)__$/.exec(manifestText(key))?.[1] ?? '';
    expect(messagesOf(folder)[name]?.message, key).toBe(strings[lang]?.[key]);
  }
});

test('Norwegian is there under both its names', () => {
  expect(messagesOf('no')).toEqual(messagesOf('nb'));
});

test('descriptions are short enough for stores: 132 characters', () => {
  for (const { contents, relativeDest } of files) {
    const { manifest_description } = JSON.parse(contents);
    expect(manifest_description.message.length, relativeDest).toBeLessThanOrEqual(132);
  }
});

/** Letters that Orca or Chromium take together with Alt+Shift; see docs/adr/0021. */
const TAKEN = /^Alt\+Shift\+[A-CE-IK-MO-RT-VX1-6]$/;

test('suggested keys are four, each once, and none is taken', () => {
  const keys = COMMANDS.flatMap((name) => Object.values(SUGGESTED_KEYS[name]));
  expect(new Set(keys).size).toBe(keys.length);
  expect(COMMANDS.length).toBeLessThanOrEqual(4);
  expect(keys.filter((key) => TAKEN.test(key))).toEqual([]);
});
