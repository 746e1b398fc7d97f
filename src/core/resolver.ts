/**
 * Judges which candidates are mentions: precision first, silence when unsure.
 *
 * The rules are small, named and ordered; the first that decides wins. A rule
 * sees its candidate, the text around it, and what the whole page holds.
 * Each has its table of cases in `tests/core/resolver.test.ts`.
 */
import type { NameContext } from './compile-names.ts';
import { believableLanguage } from './language.ts';
import type { Candidate, Mention } from './model.ts';
import { KIM_RULES } from './rules/kim.ts';
import { PUTIN_RULES } from './rules/putin.ts';
import type { PageEvidence, Reading, Rule } from './rules/rule.ts';
import { TREATY_RULES } from './rules/treaty.ts';

const RULES: Readonly<Record<Candidate['entity'], readonly Rule[]>> = {
  'kim-jong-un': KIM_RULES,
  'vladimir-putin': PUTIN_RULES,
  'partnership-treaty': TREATY_RULES,
};

/** One run of text that reads on without a break, with what the matcher found in it. */
export interface BlockReading {
  readonly text: string;
  /** The language the page declares for it, if any. */
  readonly lang: string | undefined;
  readonly candidates: readonly Candidate[];
}

/**
 * The mentions of each block, in the blocks' order; blocks stand in reading
 * order and are one page together. Blocks without candidates may be left out.
 */
export function resolveMentions(
  blocks: readonly BlockReading[],
  contexts: NameContext,
): Mention[][] {
  const page = evidenceOf(blocks, contexts);
  const judged = blocks.map((block, index) => judgeBlock(block, index, page));
  // Treaty phrases may lean on a treaty mention found anywhere on the page, so
  // they are judged once more when the first round found one.
  const hasTreaty = judged.some((ms) => ms.some((m) => m.entity === 'partnership-treaty'));
  if (!hasTreaty) return judged;
  const informed: PageEvidence = { ...page, hasTreaty };
  return blocks.map((block, index) => judgeBlock(block, index, informed));
}

function judgeBlock(block: BlockReading, index: number, page: PageEvidence): Mention[] {
  const lang = believableLanguage(block.lang, block.text);
  return block.candidates
    .filter((candidate) => {
      const reading: Reading = { candidate, block, index, lang };
      for (const rule of RULES[candidate.entity]) {
        const verdict = rule.judge(reading, page);
        if (verdict !== undefined) return verdict === 'mention';
      }
      return false;
    })
    .map(({ entity, start, end }) => ({ entity, start, end }));
}

function evidenceOf(blocks: readonly BlockReading[], contexts: NameContext): PageEvidence {
  return { blocks, contexts, hasTreaty: false };
}
