/** Reads and checks the whole `data/` folder, for the build, the checks and the commands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { DataProblem } from '../core/check-dataset.ts';
import { type Dataset, DatasetError, parseDataset } from '../core/parse-dataset.ts';
import type { Strings } from '../core/strings.ts';
import { checkPlaces, stringsSchema } from '../core/strings-schema.ts';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** Languages we promise: each has all texts and interface strings, or nothing ships. */
export const LANGUAGES = [
  'nb',
  'nn',
  'en',
  'de',
  'fr',
  'es',
  'ru',
  'uk',
  'ko',
  'ja',
  'zh',
  'ar',
] as const;

export interface AllData extends Dataset {
  /** Interface strings by language. */
  readonly strings: Readonly<Record<string, Strings>>;
}

/**
 * The checked data of a project folder.
 * @throws {DatasetError} naming every file, field and reason at once.
 */
export function readData(root: string = ROOT): AllData {
  const files = new Map<string, unknown>();
  for (const folder of ['data', 'data/texts', 'data/names', 'data/interface']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (name.endsWith('.json')) files.set(`${folder}/${name}`, parse(root, `${folder}/${name}`));
    }
  }
  const missing = LANGUAGES.filter((lang) => !files.has(`data/texts/${lang}.json`));
  if (missing.length > 0) {
    throw new DatasetError(
      missing.map((lang) => ({
        file: `data/texts/${lang}.json`,
        field: '(file)',
        reason: 'is missing',
      })),
    );
  }
  const dataset = parseDataset(files);
  return { ...dataset, strings: readStrings(dataset, files) };
}

/** The language whose interface strings say which places the others must have. */
const REFERENCE = 'en';

function readStrings(
  { texts }: Dataset,
  files: ReadonlyMap<string, unknown>,
): Record<string, Strings> {
  const strings: Record<string, Strings> = {};
  const problems: DataProblem[] = [];
  const fileOf = (lang: string): string => `data/interface/${lang}.json`;
  for (const { lang } of texts) {
    const result = v.safeParse(stringsSchema(lang), files.get(fileOf(lang)) ?? {});
    if (result.success) strings[lang] = result.output;
    for (const issue of result.issues ?? []) {
      const field = v.getDotPath(issue) ?? '(root)';
      problems.push({ file: fileOf(lang), field, reason: issue.message });
    }
  }
  const reference = strings[REFERENCE];
  for (const [lang, own] of Object.entries(strings)) {
    for (const { key, reason } of reference ? checkPlaces(own, reference) : []) {
      problems.push({ file: fileOf(lang), field: key, reason });
    }
  }
  if (problems.length > 0) throw new DatasetError(problems);
  return strings;
}

function parse(root: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    throw new DatasetError([{ file, field: '(file)', reason: String(error) }]);
  }
}
