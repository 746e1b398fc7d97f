/** Which languages the reader has, and which of them our own words are in. */
import { articleLanguage, textLanguages } from 'virtual:bakteppe/text-languages';
import { cardLanguage } from '../core/card-texts.ts';
import { chooseLanguage } from '../core/language.ts';
import { AUTOMATIC } from '../core/settings.ts';
import { browser } from './browser.ts';
import type { TextsBrought } from './texts-answer.ts';

/** The browser's languages, that of its own interface first. */
export function browserLanguages(): string[] {
  return [browser.i18n.getUILanguage(), ...navigator.languages];
}

/** Languages that facts and interface are in. */
export function availableLanguages(): readonly string[] {
  return textLanguages;
}

/** The language of the toolbar and of our own pages: the browser's, if we have it. */
export function interfaceLanguage(): string {
  const wanted = { setting: AUTOMATIC, page: undefined, browser: browserLanguages() };
  return cardLanguage(wanted, textLanguages);
}

/**
 * The cards' language by the setting and the page's language; and the page's own, where it
 * is one of ours, for its topic words.
 */
export function textsFor(setting: string, page: string | undefined): TextsBrought {
  const lang = cardLanguage({ setting, page, browser: browserLanguages() }, textLanguages);
  return { lang, topics: chooseLanguage([page], textLanguages, lang) };
}

/** The article's own language. */
export function originalLanguage(): string {
  return articleLanguage;
}
