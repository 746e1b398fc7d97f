/** Measures finding mentions on labelled sentences: what was right, wrong and missed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityId, Mention } from '../core/model.ts';

export interface Tally {
  right: number;
  wrong: number;
  missed: number;
}

export interface Judgement {
  readonly lang: string;
  readonly entity: EntityId;
  readonly outcome: keyof Tally;
  /** The words around, for the list of errors. */
  readonly where: string;
}

interface LabelledSentence {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly mentions: readonly {
    readonly entity: EntityId;
    readonly kind: 'name' | 'anaphor' | 'description';
    readonly start: number;
    readonly end: number;
  }[];
}

/** Judge every sentence of `<folder>/sentences.jsonl`. Anaphors and descriptions are neither required nor punished. */
export function judgeSentences(
  folder: string,
  read: (text: string, lang?: string) => readonly Mention[],
): Judgement[] {
  const lines = readFileSync(join(folder, 'sentences.jsonl'), 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const { id, lang, text, mentions } = JSON.parse(line) as LabelledSentence;
    const found = read(text, lang);
    const overlaps = (a: Mention, b: Mention): boolean =>
      a.entity === b.entity && a.start < b.end && b.start < a.end;
    const judged: Judgement[] = [];
    const note = (outcome: keyof Tally, { entity, start, end }: Mention): void => {
      const where = `${id}: …${text.slice(Math.max(0, start - 40), start)}[${text.slice(start, end)}]${text.slice(end, end + 40)}…`;
      judged.push({ lang, entity, outcome, where });
    };
    for (const label of mentions) {
      if (label.kind !== 'name') continue;
      note(found.some((mention) => overlaps(mention, label)) ? 'right' : 'missed', label);
    }
    for (const mention of found) {
      if (!mentions.some((label) => overlaps(mention, label))) note('wrong', mention);
    }
    return judged;
  });
}

/** Precision, recall and F1 of a tally; 1 where there was nothing to find. */
export function scores({ right, wrong, missed }: Tally): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong);
  const recall = right + missed === 0 ? 1 : right / (right + missed);
  return {
    precision,
    recall,
    f1:
      right === 0 ? Number(wrong + missed === 0) : (2 * precision * recall) / (precision + recall),
  };
}

/** Tallies by a property of the judgements, and `all`. */
export function tallyBy(
  judgements: readonly Judgement[],
  key: 'lang' | 'entity',
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const judgement of judgements) {
    for (const name of [judgement[key], 'all']) {
      const tally = tallies.get(name) ?? { right: 0, wrong: 0, missed: 0 };
      tally[judgement.outcome]++;
      tallies.set(name, tally);
    }
  }
  return tallies;
}
