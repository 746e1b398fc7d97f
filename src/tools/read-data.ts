/** Reads and checks the whole `data/` folder, for the build, the checks and the commands. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Dataset, DatasetError, parseDataset } from '../core/parse-dataset.ts';
import { type Strings, StringsSchema } from '../core/strings.ts';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..', '..');

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
  const dataset = parseDataset(files);
  const strings: Record<string, Strings> = {};
  for (const { lang } of dataset.texts) {
    const file = `data/interface/${lang}.json`;
    const result = v.safeParse(StringsSchema, files.get(file) ?? {});
    if (result.success) strings[lang] = result.output;
    else {
      throw new DatasetError(
        result.issues.map((issue) => ({
          file,
          field: v.getDotPath(issue) ?? '(root)',
          reason: issue.message,
        })),
      );
    }
  }
  return { ...dataset, strings };
}

function parse(root: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    throw new DatasetError([{ file, field: '(file)', reason: String(error) }]);
  }
}
