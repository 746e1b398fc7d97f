/** A page's way to what only the background can bring: texts and names of its languages, parts of the session. */
import { type CardTexts, type OriginalTexts, originalsIn } from '../core/card-texts.ts';
import { ask } from './bare-browser.ts';
import { type PartName, placedCards, placedPart, placedTexts } from './isolated-world.ts';
import { parseOriginalsAnswer, parseTextsAnswer } from './texts-answer.ts';

/** Longer tags are not of any language we have, in characters; `messages.ts` refuses them. */
const LONGEST_TAG = 35;

/** The cards' texts by the language setting and the page's language; undefined when the extension is gone. */
export async function fetchTexts(
  setting: string,
  page: string | undefined,
): Promise<CardTexts | undefined> {
  const tag = (page ?? '').slice(0, LONGEST_TAG);
  const brought = parseTextsAnswer(await ask({ type: 'texts', setting, page: tag }));
  return brought && placedCards(brought);
}

/** The facts in the article's own language; undefined when the extension is gone. */
export async function fetchOriginals(): Promise<OriginalTexts | undefined> {
  const lang = parseOriginalsAnswer(await ask({ type: 'originals' }));
  const texts = lang === undefined ? undefined : placedTexts(lang);
  return texts && originalsIn(texts);
}

/** Have the names for texts in these languages brought to this page. */
export async function askNames(langs: readonly string[]): Promise<void> {
  await ask({ type: 'names', langs });
}

/** A part of the session; undefined when the extension is gone. */
export async function fetchPart<Part>(part: PartName): Promise<Part | undefined> {
  // Always anew: what lies there may be of the version before an update.
  await ask({ type: 'part', part });
  return placedPart<Part>(part);
}
