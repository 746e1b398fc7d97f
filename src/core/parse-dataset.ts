/** Reads the data's files into checked values, or says everything that is wrong with them. */
import * as v from 'valibot';
import { checkDataset, type DataProblem } from './check-dataset.ts';
import {
  ArticleSchema,
  ClaimantsSchema,
  EntitiesSchema,
  type Facts,
  FactsSchema,
  type Texts,
  TextsSchema,
} from './dataset-schema.ts';
import { type Names, NamesSchema } from './names-schema.ts';

/** The data as it lies in the folder: path → parsed JSON. */
export type DataFiles = ReadonlyMap<string, unknown>;

export interface Dataset {
  readonly data: Facts;
  readonly texts: readonly Texts[];
  readonly names: readonly Names[];
}

/** The data cannot ship; `problems` names every file, field and reason. */
export class DatasetError extends Error {
  readonly problems: readonly DataProblem[];
  constructor(problems: readonly DataProblem[]) {
    super(problems.map((p) => `${p.file}: ${p.field}: ${p.reason}`).join('\n'));
    this.name = 'DatasetError';
    this.problems = problems;
  }
}

/**
 * Parse and check all data files, keyed by their path from the project's root.
 * @throws {DatasetError} with every problem at once.
 */
export function parseDataset(files: DataFiles): Dataset {
  const problems: DataProblem[] = [];
  const read = <T extends v.GenericSchema>(
    file: string,
    schema: T,
  ): v.InferOutput<T> | undefined => {
    if (!files.has(file)) {
      problems.push({ file, field: '(file)', reason: 'is missing' });
      return undefined;
    }
    const result = v.safeParse(schema, files.get(file));
    if (result.success) return result.output;
    for (const issue of result.issues) {
      const field = v.getDotPath(issue) ?? '(root)';
      problems.push({ file, field, reason: issue.message });
    }
    return undefined;
  };
  const article = read('data/article.json', ArticleSchema);
  const entities = read('data/entities.json', EntitiesSchema);
  const claimants = read('data/claimants.json', ClaimantsSchema);
  const facts = read('data/facts.json', FactsSchema);
  const texts: Texts[] = [];
  const names: Names[] = [];
  for (const file of [...files.keys()].sort()) {
    const lang = /([^/]+)\.json$/.exec(file)?.[1] ?? '';
    const parsed = file.startsWith('data/texts/')
      ? read(file, TextsSchema)
      : file.startsWith('data/names/')
        ? read(file, NamesSchema)
        : undefined;
    if (!parsed) continue;
    if (parsed.lang !== lang) problems.push({ file, field: 'lang', reason: `is not "${lang}"` });
    if ('facts' in parsed) texts.push(parsed);
    else names.push(parsed);
  }
  if (!article || !entities || !claimants || !facts) throw new DatasetError(problems);
  const data: Facts = { article, entities, claimants, facts };
  problems.push(...checkDataset(data, texts));
  if (problems.length > 0) throw new DatasetError(problems);
  return { data, texts, names };
}
