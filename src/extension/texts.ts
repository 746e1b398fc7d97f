/**
 * Our own words on our own pages, in the browser's language. Only that language is
 * loaded, before the page's script goes on: so this is no module for the background, which
 * can load nothing later (`background-strings.ts`), nor for scripts on pages.
 */
import { dataset, loaders } from 'virtual:bakteppe/interface';
import type { EntityId } from '../core/model.ts';
import type { Strings } from '../core/strings.ts';
import { availableLanguages, interfaceLanguage } from './languages.ts';
import { loadOwn } from './own-texts.ts';

export { availableLanguages, interfaceLanguage };

const own = await loadOwn(loaders);

/** All of the interface's strings. */
export function interfaceStrings(): Strings {
  return own.strings;
}

/** What our pages say of the data. */
export function datasetSummary(): {
  readonly date: string;
  readonly facts: number;
  readonly entityLabels: Record<EntityId, string>;
} {
  return { ...dataset, entityLabels: own.entityLabels };
}
