/** Our own words for one of our own pages, in the browser's language and no other. */
import type { EntityId } from '../core/model.ts';
import { interfaceLanguage } from './languages.ts';

/** What a page of ours says in one language. */
export interface OwnTexts<Words> {
  readonly strings: Words;
  readonly entityLabels: Record<EntityId, string>;
}

/** Language → what loads its words, a chunk of its own. */
export type Loaders<Words> = Readonly<Record<string, () => Promise<OwnTexts<Words>>>>;

/** The words in the browser's language. @throws if there are none, which the data check rules out. */
export async function loadOwn<Words>(loaders: Loaders<Words>): Promise<OwnTexts<Words>> {
  const load = loaders[interfaceLanguage()];
  if (!load) throw new Error('no interface in the language chosen; the data check rules that out');
  return load();
}
