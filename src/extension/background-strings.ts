/** The few words the background itself shows: on the toolbar, and in menus of the browser's. */
import strings from 'virtual:bakteppe/background-strings';
import type { BackgroundStrings } from '../core/strings.ts';
import { interfaceLanguage } from './languages.ts';

/** They, in the browser's language if we have it. */
export function backgroundStrings(): BackgroundStrings {
  const lang = interfaceLanguage();
  const found = strings[lang];
  if (!found) throw new Error(`no interface in ${lang}; the data check rules that out`);
  return found;
}
