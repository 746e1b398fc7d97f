/** Cross-references of the facts: what no schema of one file can see. */
import type { DataProblem } from './check-dataset.ts';
import type { FactRecord, Facts } from './dataset-schema.ts';
import { ENTITY_IDS } from './model.ts';

/** Every problem of the facts at once. */
export function checkFacts(data: Facts): DataProblem[] {
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
    for (const [tie, target] of tiesOf(fact)) {
      if (!ids.has(target)) report(`${fact.id}.${tie}`, `there is no fact "${target}"`);
    }
    if (runsInCircle(fact, data.facts)) {
      report(`${fact.id}.${fact.denies ? 'denies' : 'qualifies'}`, 'runs in a circle');
    }
  }
  for (const { n, kind } of data.article.paragraphs) {
    const isBehindAFact = data.facts.some((fact) => fact.paragraphs.includes(n));
    if (kind !== 'heading' && !isBehindAFact) {
      report('paragraphs', `no fact is from paragraph ${n}`);
    }
  }
  for (const id of ENTITY_IDS) {
    if (!data.facts.some((fact) => fact.about.includes(id))) report('about', `no fact about ${id}`);
  }
  return problems;
}

/** The facts a fact is tied to, each with the field that names it. */
function tiesOf(fact: FactRecord): (readonly ['denies' | 'qualifies', string])[] {
  return [
    ...(fact.denies === undefined ? [] : [['denies', fact.denies] as const]),
    ...(fact.qualifies ?? []).map((target) => ['qualifies', target] as const),
  ];
}

function runsInCircle(start: FactRecord, facts: readonly FactRecord[]): boolean {
  const seen = new Set<string>();
  const open = tiesOf(start).map(([, target]) => target);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === start.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const fact = facts.find((other) => other.id === id);
    if (fact) open.push(...tiesOf(fact).map(([, target]) => target));
  }
  return false;
}
