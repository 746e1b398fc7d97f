/** What a resolver rule is, and the looks around that several rules take. */
import { charAt, charBefore, isUnspaced, isWordEdge } from '../characters.ts';
import type { NameContext } from '../compile-names.ts';
import type { Candidate } from '../model.ts';
import type { BlockReading } from '../resolver.ts';

export type Verdict = 'mention' | 'not-ours';

export interface Reading {
  readonly candidate: Candidate;
  readonly block: BlockReading;
  /** Where the block stands among the page's blocks. */
  readonly index: number;
  /** The block's language, where it is declared and believable. */
  readonly lang: string | undefined;
}

export interface PageEvidence {
  readonly blocks: readonly BlockReading[];
  readonly contexts: NameContext;
  /** A treaty mention was found somewhere on the page. */
  readonly hasTreaty: boolean;
}

export interface Rule {
  /** The rule in words; tests and reports print it. */
  readonly name: string;
  /** A verdict, or undefined to leave it to the rules after this one. */
  readonly judge: (reading: Reading, page: PageEvidence) => Verdict | undefined;
}

export type ContextKind = keyof NameContext[string];

/** The context words of a kind, in the candidate's languages and the text's own. */
export function contextWords(
  { candidate, lang }: Pick<Reading, 'candidate' | 'lang'>,
  page: PageEvidence,
  kind: ContextKind,
): readonly string[] {
  const langs = new Set(lang ? [lang, ...candidate.langs] : candidate.langs);
  return [...langs].flatMap((tag) => page.contexts[tag]?.[kind] ?? []);
}

/**
 * Distance in units from the span to the nearest word that begins with one of
 * the stems, within `reach`; undefined if there is none. Stems are lower case;
 * words inside the span itself count with distance 0.
 */
export function distanceToWord(
  text: string,
  span: { readonly start: number; readonly end: number },
  stems: readonly string[],
  reach: number,
): number | undefined {
  const longest = stems.reduce((length, stem) => Math.max(length, stem.length), 0);
  const from = Math.max(0, span.start - reach - longest);
  const window = lowerCase(text.slice(from, span.end + reach + longest));
  let nearest: number | undefined;
  for (const stem of stems) {
    for (let at = window.indexOf(stem); at >= 0; at = window.indexOf(stem, at + 1)) {
      const first = charAt(stem, 0);
      if (!isUnspaced(first) && !isWordEdge(charBefore(window, at), first)) continue;
      const start = at + from;
      const distance =
        start >= span.end ? start - span.end : Math.max(0, span.start - start - stem.length);
      if (distance <= reach && distance < (nearest ?? Infinity)) nearest = distance;
    }
  }
  return nearest;
}

/** Lower case that keeps every offset: "İ" would otherwise become two units. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/İ/g, 'I').toLowerCase();
}
