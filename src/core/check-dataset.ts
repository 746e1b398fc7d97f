/** The whole data, checked across its files. */
import { checkFacts } from './check-facts.ts';
import { checkTexts } from './check-texts.ts';
import type { Facts, Texts } from './dataset-schema.ts';

/** One thing wrong, naming file, field and reason. */
export interface DataProblem {
  readonly file: string;
  readonly field: string;
  readonly reason: string;
}

/** Every problem at once; an empty list means the data may ship. */
export function checkDataset(data: Facts, texts: readonly Texts[]): DataProblem[] {
  return [...checkFacts(data), ...texts.flatMap((language) => checkTexts(data, language))];
}
