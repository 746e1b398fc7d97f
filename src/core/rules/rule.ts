/** What a resolver rule is, and what it may look at. */
import type { NameContext } from '../compile-names.ts';
import type { Candidate } from '../model.ts';
import type { NamedKims } from './named-kims.ts';

export type Verdict = 'mention' | 'not-ours';

/** One run of text that reads on without a break, with what the matcher found in it. */
export interface BlockReading {
  readonly text: string;
  /** The language declared for it, if any. */
  readonly lang: string | undefined;
  readonly candidates: readonly Candidate[];
}

export interface Reading {
  readonly candidate: Candidate;
  readonly block: BlockReading;
  /** Where the block stands among the page's blocks. */
  readonly index: number;
  /** The block's language: declared and believable, else told by its letters and words. */
  readonly lang: string | undefined;
}

export interface PageEvidence {
  readonly blocks: readonly BlockReading[];
  readonly contexts: NameContext;
  /** Every Kim the page names in full, in reading order. */
  readonly kims: NamedKims;
  /** Putin is named somewhere on the page. */
  readonly hasPutin: boolean;
  /** Somebody of exactly his name, of another trade, is named, and North Korea beside none of them. */
  readonly isAboutNamesake: boolean;
  /** A bare "Kim" was found to be he somewhere on the page. */
  readonly hasBareKim: boolean;
  /** A treaty mention was found somewhere on the page. */
  readonly hasTreaty: boolean;
}

export interface Rule {
  /** The rule in words; tests and reports print it. */
  readonly name: string;
  /** A verdict, or undefined to leave it to the rules after this one. */
  readonly judge: (reading: Reading, page: PageEvidence) => Verdict | undefined;
}
