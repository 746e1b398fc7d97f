/** Cross-references of the data: what no schema of one file can see. */
import type { FactRecord, Facts, Texts } from './dataset-schema.ts';
import { ENTITY_IDS } from './model.ts';

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

function checkFacts(data: Facts): DataProblem[] {
  const problems: DataProblem[] = [];
  const report = (field: string, reason: string): void => {
    problems.push({ file: 'data/facts.json', field, reason });
  };
  const ids = new Set<string>();
  const claimants = new Set(data.claimants.map((claimant) => claimant.id));
  const paragraphs = new Map(data.article.paragraphs.map((p) => [p.n, p]));
  for (const fact of data.facts) {
    if (ids.has(fact.id)) report(fact.id, 'is there twice');
    ids.add(fact.id);
    if (!claimants.has(fact.claimant)) {
      report(`${fact.id}.claimant`, `"${fact.claimant}" is not in data/claimants.json`);
    }
    for (const n of fact.paragraphs) {
      const paragraph = paragraphs.get(n);
      if (!paragraph) report(`${fact.id}.paragraphs`, `the article has no paragraph ${n}`);
      else if (paragraph.kind === 'heading') report(`${fact.id}.paragraphs`, `${n} is a heading`);
    }
    if ((fact.kind === 'denial') !== (fact.denies !== undefined)) {
      report(`${fact.id}.denies`, 'a denial names what it denies, and nothing else does');
    }
    if ((fact.kind === 'caption') !== (fact.photo !== undefined)) {
      report(`${fact.id}.photo`, 'a caption names its photo agency, and nothing else does');
    }
  }
  for (const fact of data.facts) {
    for (const tie of ['denies', 'qualifies'] as const) {
      const target = fact[tie];
      if (target === undefined) continue;
      if (!ids.has(target)) report(`${fact.id}.${tie}`, `there is no fact "${target}"`);
      else if (runsInCircle(fact, data.facts)) report(`${fact.id}.${tie}`, 'runs in a circle');
    }
  }
  for (const { n, kind } of data.article.paragraphs) {
    const isBehindAFact = data.facts.some((fact) => fact.paragraphs.includes(n));
    if (kind !== 'heading' && !isBehindAFact)
      report('paragraphs', `no fact is from paragraph ${n}`);
  }
  for (const id of ENTITY_IDS) {
    if (!data.facts.some((fact) => fact.about.includes(id))) report('about', `no fact about ${id}`);
  }
  return problems;
}

function runsInCircle(start: FactRecord, facts: readonly FactRecord[]): boolean {
  const seen = new Set<string>();
  let fact: FactRecord | undefined = start;
  while (fact) {
    if (seen.has(fact.id)) return true;
    seen.add(fact.id);
    const next: string | undefined = fact.denies ?? fact.qualifies;
    fact = facts.find((other) => other.id === next);
  }
  return false;
}

const QUOTATION = /[«»“”„‟"「」『』]/;

function checkTexts(data: Facts, texts: Texts): DataProblem[] {
  const problems: DataProblem[] = [];
  const report = (field: string, reason: string): void => {
    problems.push({ file: `data/texts/${texts.lang}.json`, field, reason });
  };
  const expectKeys = (field: string, there: object, wanted: readonly string[]): void => {
    const keys = new Set(Object.keys(there));
    for (const key of wanted) if (!keys.delete(key)) report(`${field}.${key}`, 'is missing');
    for (const key of keys) report(`${field}.${key}`, 'stands for nothing');
  };
  expectKeys(
    'entities',
    texts.entities,
    data.entities.map((entity) => entity.id),
  );
  expectKeys(
    'claimants',
    texts.claimants,
    data.claimants.map((claimant) => claimant.id),
  );
  expectKeys(
    'facts',
    texts.facts,
    data.facts.map((fact) => fact.id),
  );
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
    const speaker = data.claimants.find((claimant) => claimant.id === fact.claimant);
    if (QUOTATION.test(text.lead + text.text) && speaker?.type === 'unnamed') {
      report(`facts.${fact.id}`, 'has quotation marks, but nobody is quoted');
    }
  }
  return problems;
}
