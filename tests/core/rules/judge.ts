/** Runs the rules on a page as the cases write it, with the names of all languages. */
import { expect, test } from 'vitest';
import { compileNames } from '../../../src/core/compile-names.ts';
import { createMatcher } from '../../../src/core/matcher.ts';
import type { EntityId } from '../../../src/core/model.ts';
import { type Judged, judgeCandidates } from '../../../src/core/resolver.ts';
import { readData } from '../../../src/tools/read-data.ts';
import { readCase } from '../cases.ts';

const names = compileNames(readData().names);
const matcher = createMatcher([names]);

/** Every candidate of a page with the rule that decided it. */
export function judgePage(
  paragraphs: readonly string[],
  lang: string | undefined,
): readonly (Judged & { readonly words: string })[] {
  const blocks = paragraphs.map((text) => ({ text, lang, candidates: matcher.find(text) }));
  return judgeCandidates(blocks, names.contexts).flatMap((judged, at) =>
    judged.map((each) => ({ ...each, words: paragraphs[at]?.slice(each.start, each.end) ?? '' })),
  );
}

/**
 * Each case: a language and a page in the notation of `mentions/README.md`. The rule named
 * must have decided at least one candidate of the entity, and the mentions must be the marked.
 */
export function ruleDecides(
  rule: string,
  entity: EntityId,
  cases: readonly (readonly [lang: string, marked: string])[],
): void {
  test.each(cases)(`${rule} · %s: %s`, (lang, marked) => {
    const { paragraphs, mentions } = readCase(marked);
    const judged = judgePage(paragraphs, lang === '-' ? undefined : lang);
    const found = judged.filter(({ isMention }) => isMention);
    expect(found.map((each) => `${each.entity}: ${each.words}`)).toEqual(mentions);
    const rules = judged.filter((each) => each.entity === entity).map((each) => each.rule);
    expect(rules, 'the rules that decided').toContain(rule);
  });
}
