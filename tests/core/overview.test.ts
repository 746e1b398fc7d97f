import { expect, test } from 'vitest';
import { countAbout, overviewOf } from '../../src/core/overview.ts';
import { readData } from '../../src/tools/read-data.ts';

const { data } = readData();
const plan = overviewOf(data);

test('each fact is a column in the article’s order, in the row of its claimant and its entities', () => {
  expect(plan.columns.map(({ fact }) => fact.id)).toEqual(data.facts.map(({ id }) => id));
  for (const { fact, claimant, about } of plan.columns) {
    expect(plan.claimants[claimant], fact.id).toBe(fact.claimant);
    expect(about.map((row) => plan.entities[row]).sort(), fact.id).toEqual([...fact.about].sort());
  }
});

test('each tie leads from the fact that denies or limits to the other', () => {
  const id = (column: number): string | undefined => plan.columns[column]?.fact.id;
  expect(plan.ties.map(({ type, from, to }) => `${id(from)} ${type} ${id(to)}`)).toEqual([
    'how-close-unclear qualifies agreement-signed',
    'how-close-unclear qualifies mutual-help',
    'how-close-unclear qualifies basis-for-closer-ties',
    'how-close-unclear qualifies kim-says-alliance',
    'missile-help-denied denies missile-technology-fear',
  ]);
});

test('the table counts each fact once for each entity it is about', () => {
  const sum = plan.claimants
    .flatMap((claimant) => plan.entities.map((id) => countAbout(data.facts, claimant, id)))
    .reduce((a, b) => a + b, 0);
  expect(sum).toBe(data.facts.reduce((count, { about }) => count + about.length, 0));
  expect(countAbout(data.facts, 'us-authorities', 'partnership-treaty')).toBe(0);
});
