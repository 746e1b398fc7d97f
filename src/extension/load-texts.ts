/** The cards' texts for a page of our own: the same scripts that the background brings to other pages. */
import { type CardTexts, type OriginalTexts, originalsIn } from '../core/card-texts.ts';
import { placedCards, placedTexts } from './isolated-world.ts';
import { originalLanguage, textsFor } from './languages.ts';
import { loadScript } from './load-script.ts';

/** The texts by the language setting and the language of what is read. */
export async function loadTexts(
  setting: string,
  page: string | undefined,
): Promise<CardTexts | undefined> {
  const wanted = textsFor(setting, page);
  await Promise.all([wanted.lang, wanted.topics].map(load));
  return placedCards(wanted);
}

/** The facts in the article's own language. */
export async function loadOriginals(): Promise<OriginalTexts | undefined> {
  const lang = originalLanguage();
  await load(lang);
  const texts = placedTexts(lang);
  return texts && originalsIn(texts);
}

const load = (lang: string): Promise<void> => loadScript(`/texts/${lang}.js`);
