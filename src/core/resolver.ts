/**
 * Judges which candidates are mentions: precision first, silence when unsure.
 *
 * The rules are small, named and ordered; the first that decides wins. A rule
 * sees its candidate, the text around it, and what the whole page holds. Each
 * has its table of cases in `tests/core/rules/`, the numbers stand in
 * `rules/reaches.ts`.
 */
import type { NameContext } from './compile-names.ts';
import { languageIn } from './language-in.ts';
import type { Candidate, EntityId, Mention } from './model.ts';
import { KIM_RULES } from './rules/kim.ts';
import { isNamesake, speaksOfKorea } from './rules/kim-evidence.ts';
import { shapeOf } from './rules/name-shape.ts';
import { namedKims } from './rules/named-kims.ts';
import { PUTIN_RULES } from './rules/putin.ts';
import { SENTENCE_REACH } from './rules/reaches.ts';
import type { BlockReading, PageEvidence, Rule } from './rules/rule.ts';
import { TREATY_RULES } from './rules/treaty.ts';

export type { BlockReading } from './rules/rule.ts';

const RULES: Readonly<Record<Candidate['entity'], readonly Rule[]>> = {
  'kim-jong-un': KIM_RULES,
  'vladimir-putin': PUTIN_RULES,
  'partnership-treaty': TREATY_RULES,
};

/** The rule that decided a candidate, for tests and reports. */
export interface Judged extends Mention {
  readonly rule: string;
  readonly isMention: boolean;
}

/**
 * The mentions of each block, in the blocks' order; blocks stand in reading
 * order and are one page together. Blocks without candidates may be left out.
 */
export function resolveMentions(
  blocks: readonly BlockReading[],
  contexts: NameContext,
): (readonly Mention[])[] {
  return judgeCandidates(blocks, contexts).map(mentionsIn);
}

const mentions = new WeakMap<readonly Judged[], readonly Mention[]>();

/** Of the same verdicts the same array: whoever gets it sees at once that nothing changed. */
function mentionsIn(judged: readonly Judged[]): readonly Mention[] {
  const known = mentions.get(judged);
  if (known) return known;
  const found = judged
    .filter(({ isMention }) => isMention)
    .map(({ entity, start, end }) => ({ entity, start, end }));
  mentions.set(judged, found);
  return found;
}

/** The same with every candidate and the rule that decided it. */
export function judgeCandidates(
  blocks: readonly BlockReading[],
  contexts: NameContext,
): (readonly Judged[])[] {
  // How near two paragraphs are is counted in those with names, whether the others come along or not.
  const judged = judgeNamed(
    blocks.filter(({ candidates }) => candidates.length > 0),
    contexts,
  ).values();
  return blocks.map(({ candidates }) =>
    candidates.length > 0 ? (judged.next().value ?? NONE) : NONE,
  );
}

const NONE: readonly Judged[] = [];

function judgeNamed(blocks: readonly BlockReading[], contexts: NameContext): (readonly Judged[])[] {
  const notes = blocks.map((block) => noteOn(block, contexts));
  const named = notes.map((note) => note.named);
  const page: PageEvidence = {
    blocks: named,
    contexts,
    kims: namedKims(named),
    hasPutin: named.some(({ candidates }) =>
      candidates.some(
        ({ entity, strength }) => entity === 'vladimir-putin' && strength !== 'other',
      ),
    ),
    isAboutNamesake: hasNamesake(blocks, named) && !notes.some(hasKoreanKim),
    hasBareKim: false,
    hasTreaty: false,
  };
  const judgeAll = (evidence: PageEvidence): (readonly Judged[])[] => {
    const signature = signatureOf(evidence);
    return notes.map((note, index) => judgeBlock(note, index, evidence, signature));
  };
  const first = judgeAll(page);
  // Some candidates lean on what was found elsewhere on the page, so all are
  // judged once more when the first round found it.
  const isFound = (entity: EntityId, strengths: readonly string[]): boolean =>
    first.some((judged, block) =>
      judged.some(
        (each, at) =>
          each.isMention &&
          each.entity === entity &&
          strengths.includes(named[block]?.candidates[at]?.strength ?? ''),
      ),
    );
  const hasTreaty = isFound('partnership-treaty', ['full', 'generic']);
  const hasBareKim = isFound('kim-jong-un', ['short']);
  return hasTreaty || hasBareKim ? judgeAll({ ...page, hasTreaty, hasBareKim }) : first;
}

/**
 * What is known of a block, however often a page that grows is judged: a page of ten
 * thousand paragraphs that gets one more costs little more than that one.
 */
interface BlockNote {
  readonly contexts: NameContext;
  readonly lang: string | undefined;
  /** With everybody's names told apart that only their shape or company tells apart. */
  readonly named: BlockReading;
  /** Who a bare "Kim" is, hangs on the paragraphs around it: it is judged anew each time. */
  readonly hasBareKim: boolean;
  /** By what the page as a whole says. */
  readonly verdicts: Map<string, readonly Judged[]>;
}

const notes = new WeakMap<BlockReading, BlockNote>();

function noteOn(block: BlockReading, contexts: NameContext): BlockNote {
  const known = notes.get(block);
  if (known?.contexts === contexts) return known;
  const lang = languageIn(block);
  const named = withOthersByShape(block, lang, contexts);
  const hasBareKim = named.candidates.some(
    ({ entity, strength }) => entity === 'kim-jong-un' && strength === 'short',
  );
  const note = { contexts, lang, named, hasBareKim, verdicts: new Map() };
  notes.set(block, note);
  return note;
}

/** All of the page that a verdict on anything but a bare "Kim" hangs on. */
function signatureOf({ kims, ...page }: PageEvidence): string {
  const { his, others } = kims;
  const { hasPutin, isAboutNamesake, hasBareKim, hasTreaty } = page;
  return [hasPutin, isAboutNamesake, hasBareKim, hasTreaty, his > others].map(Number).join('');
}

function judgeBlock(
  { named, lang, hasBareKim, verdicts }: BlockNote,
  index: number,
  page: PageEvidence,
  signature: string,
): readonly Judged[] {
  const known = hasBareKim ? undefined : verdicts.get(signature);
  if (known) return known;
  const judged = named.candidates.map((candidate) =>
    judge({ candidate, block: named, index, lang }, page),
  );
  verdicts.set(signature, judged);
  return judged;
}

/** Is he named in full beside a word for North Korea? */
function hasKoreanKim({ named: { text, candidates }, lang, contexts }: BlockNote): boolean {
  return candidates.some(
    (candidate) =>
      candidate.entity === 'kim-jong-un' &&
      candidate.strength === 'full' &&
      speaksOfKorea(text, candidate, lang, contexts, SENTENCE_REACH),
  );
}

function judge(reading: Parameters<Rule['judge']>[0], page: PageEvidence): Judged {
  const { entity, start, end } = reading.candidate;
  for (const rule of RULES[entity]) {
    const verdict = rule.judge(reading, page);
    if (verdict !== undefined) {
      return { entity, start, end, rule: rule.name, isMention: verdict === 'mention' };
    }
  }
  return { entity, start, end, rule: 'no rule: silent', isMention: false };
}

/** Is somebody else of exactly his name there: found so above, or listed with a trade ("배우 김정은")? */
function hasNamesake(found: readonly BlockReading[], named: readonly BlockReading[]): boolean {
  const isOther = ({ entity, strength }: Candidate): boolean =>
    entity === 'kim-jong-un' && strength === 'other';
  if (!named.some(({ candidates }) => candidates.some(isOther))) return false;
  const full = new Set<string>();
  const others = new Set<string>();
  found.forEach(({ text, candidates }, block) => {
    candidates.forEach(({ entity, strength, start, end }, at) => {
      if (entity !== 'kim-jong-un') return;
      if (strength === 'full') full.add(text.slice(start, end));
      if (named[block]?.candidates[at]?.strength === 'other') others.add(text.slice(start, end));
    });
  });
  return [...others].some((other) => [...full].some((name) => other.includes(name)));
}

/** The block with everybody's names told apart that only their shape or company tells apart. */
function withOthersByShape(
  block: BlockReading,
  lang: string | undefined,
  contexts: NameContext,
): BlockReading {
  let isChanged = false;
  const candidates = block.candidates.map((candidate): Candidate => {
    if (candidate.entity !== 'kim-jong-un' || candidate.strength === 'other') return candidate;
    if (!isOther(candidate)) return candidate;
    isChanged = true;
    return { ...candidate, strength: 'other' };
  });
  return isChanged ? { ...block, candidates } : block;

  function isOther(candidate: Candidate): boolean {
    const { strength, ownLanguageOnly, langs } = candidate;
    if (strength === 'short' && shapeOf(block.text, candidate, lang, contexts) === 'other') {
      return true;
    }
    const isForeign = ownLanguageOnly && lang !== undefined && !langs.includes(lang);
    const isForeignFull = strength === 'full' && isForeign;
    return isForeignFull || isNamesake({ candidate, block, index: 0, lang }, { contexts });
  }
}
