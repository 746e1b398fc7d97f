/** One language's texts against the facts: nothing missing, nothing stale, nobody misquoted. */
import type { DataProblem } from './check-dataset.ts';
import { FACT_KINDS, type Facts, type Texts } from './dataset-schema.ts';

/** Quotation marks of the languages we have; the apostrophe is none. */
const QUOTATION = /[«»‹›“”„‟"「」『』《》〈〉]/;

/** Who can be quoted: somebody with a voice. The article itself is paraphrased, never quoted. */
const SPEAKERS = new Set(['person', 'authority', 'outlet', 'states']);

/** Every problem of one language at once. */
export function checkTexts(data: Facts, texts: Texts): DataProblem[] {
  const problems: DataProblem[] = [];
  const report = (field: string, reason: string): void => {
    problems.push({ file: `data/texts/${texts.lang}.json`, field, reason });
  };
  const expectKeys = (field: string, there: object, wanted: readonly string[]): void => {
    const keys = new Set(Object.keys(there));
    for (const key of wanted) if (!keys.delete(key)) report(`${field}.${key}`, 'is missing');
    for (const key of keys) report(`${field}.${key}`, 'stands for nothing');
  };
  expectKeys('entities', texts.entities, idsOf(data.entities));
  expectKeys('claimants', texts.claimants, idsOf(data.claimants));
  expectKeys('kinds', texts.kinds, FACT_KINDS);
  expectKeys('facts', texts.facts, idsOf(data.facts));
  const topics = [...new Set(data.facts.flatMap((fact) => fact.topics))];
  expectKeys('topics', texts.topics, topics);
  for (const fact of data.facts) {
    const text = texts.facts[fact.id];
    if (!text) continue;
    if (text.revision !== fact.revision) {
      report(
        `facts.${fact.id}.revision`,
        `translates revision ${text.revision}, the fact is at ${fact.revision}`,
      );
    }
    const claimant = data.claimants.find(({ id }) => id === fact.claimant);
    const isQuoting = QUOTATION.test(text.lead + text.text);
    if (isQuoting && !SPEAKERS.has(claimant?.type ?? '')) {
      report(`facts.${fact.id}`, 'has quotation marks, but no claimant who is quoted');
    }
  }
  return problems;
}

function idsOf(records: readonly { readonly id: string }[]): string[] {
  return records.map(({ id }) => id);
}
