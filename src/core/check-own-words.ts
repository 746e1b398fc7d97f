/** Are the facts in our own words? */
import type { DataProblem } from './check-dataset.ts';
import type { Texts } from './dataset-schema.ts';

/** A fact may share at most this many consecutive words with the article. */
export const MOST_SHARED_WORDS = 7;

/** Facts that copy the article: more shared words in a row than allowed, a speaker's words excepted. */
export function checkOwnWords(article: string, texts: readonly Texts[]): DataProblem[] {
  const source = ` ${wordsOf(article).join(' ')} `;
  const problems: DataProblem[] = [];
  for (const language of texts) {
    for (const [id, { lead, text }] of Object.entries(language.facts)) {
      // A quotation parts the sentence: words before and after it are no run.
      const parts = `${lead} ${text}`.split(/«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"]*"|「[^」]*」/u);
      const copied = parts
        .map((part) => longestCopy(part, source))
        .find((run) => run !== undefined);
      if (copied) {
        const reason = `shares "${copied}" with the article; at most ${MOST_SHARED_WORDS} words in a row may be the same`;
        problems.push({ file: `data/texts/${language.lang}.json`, field: `facts.${id}`, reason });
      }
    }
  }
  return problems;
}

function longestCopy(text: string, source: string): string | undefined {
  const words = wordsOf(text);
  const length = MOST_SHARED_WORDS + 1;
  for (let at = 0; at + length <= words.length; at++) {
    const run = words.slice(at, at + length).join(' ');
    if (source.includes(` ${run} `)) return run;
  }
  return undefined;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
