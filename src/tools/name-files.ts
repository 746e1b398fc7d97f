/** The packs of names as scripts: each puts itself where the session finds it. */
import { packNames } from '../core/name-packs.ts';
import { placingScript } from './placing-script.ts';
import { readData } from './read-data.ts';

/** Files for the build: `names/people.js` and one for each language. */
export function nameFiles(): { contents: string; relativeDest: string }[] {
  return [...packNames(readData().names)].map(([name, pack]) => ({
    contents: placingScript('bakteppeNames', name, pack),
    relativeDest: `names/${name}.js`,
  }));
}
