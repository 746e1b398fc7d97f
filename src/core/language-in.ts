/** The language of a block of text, told once, however often somebody asks. */
import { languageOf } from './language-of.ts';

interface Told {
  /** Declared for it, if any. */
  readonly lang: string | undefined;
  readonly text: string;
}

const known = new WeakMap<Told, { readonly lang: string | undefined }>();

/** See `languageOf`; remembered for as long as the block is. */
export function languageIn(block: Told): string | undefined {
  const told = known.get(block) ?? { lang: languageOf(block.lang, block.text) };
  known.set(block, told);
  return told.lang;
}
