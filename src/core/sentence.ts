/** Languages that put no space between the lead and what follows. */
const UNSPACED = new Set(['ja', 'zh']);

/** The whole sentence of a fact: the words that say who speaks, and what is said. */
export function sentenceOf(lang: string, lead: string, text: string): string {
  return lead + (UNSPACED.has(lang) ? '' : ' ') + text;
}
