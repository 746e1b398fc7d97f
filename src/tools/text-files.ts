/** The cards' texts as scripts, one for each language. */
import { cardTexts } from '../core/card-texts.ts';
import { placingScript } from './placing-script.ts';
import { readData } from './read-data.ts';

/** Files for the build: `texts/<lang>.js`. */
export function textFiles(): { contents: string; relativeDest: string }[] {
  const { data, texts, strings } = readData();
  return texts.map(({ lang }) => {
    const own = cardTexts(data, texts, strings, { setting: lang, page: lang, browser: [] });
    return {
      contents: placingScript('bakteppeTexts', lang, own),
      relativeDest: `texts/${lang}.js`,
    };
  });
}
