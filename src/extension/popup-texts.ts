/** The popup's words, without those of the other pages (`texts.ts`): it is to open at once. */
import { dataset, loaders } from 'virtual:bakteppe/popup-interface';
import type { PopupStrings } from '../core/strings.ts';
import { loadOwn, type OwnTexts } from './own-texts.ts';

const own = await loadOwn(loaders);

/** They, the entities' names, and what the popup says of the data. */
export function popupTexts(): OwnTexts<PopupStrings> & { readonly dataset: typeof dataset } {
  return { ...own, dataset };
}
