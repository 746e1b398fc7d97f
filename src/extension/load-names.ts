/** The names for a page of our own: the same scripts that the background brings to other pages. */
import languages from 'virtual:bakteppe/packs';
import { PEOPLE, packsFor } from '../core/name-packs.ts';
import { loadScript } from './load-script.ts';

/** Bring the names for texts in these languages; `placedNames` has them then. */
export async function loadNames(langs: readonly string[]): Promise<void> {
  const packs = [PEOPLE, ...packsFor(langs, languages)];
  await Promise.all(packs.map((pack) => loadScript(`/names/${pack}.js`)));
}
