/**
 * Puts the data into the bundles that need it, compiled: the scout gets only the
 * anchors, the background the few strings it shows and which languages there are, our own
 * pages one language each. Names and card texts are files of their own (`name-files.ts`, `text-files.ts`).
 * Bad data stops the build with file, field and reason.
 */
import type { Plugin } from 'vite';
import { compileNames } from '../core/compile-names.ts';
import type { Facts, Texts } from '../core/dataset-schema.ts';
import { type Strings, stringsOfBackground, stringsOfPopup } from '../core/strings.ts';
import { ROOT, readData } from './read-data.ts';

const PREFIX = 'virtual:bakteppe/';

export function dataPlugin(root: string = ROOT): Plugin {
  return {
    name: 'bakteppe-data',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const { data, texts, strings, names } = readData(root);
      const [name, lang] = id.slice(PREFIX.length + 1).split('/');
      switch (name) {
        case 'packs':
          return `export default ${JSON.stringify(names.map(({ lang }) => lang))};`;
        case 'anchors':
          return `export default ${JSON.stringify(compileNames(names).anchors)};`;
        case 'text-languages':
          return [
            `export const textLanguages = ${JSON.stringify(texts.map((own) => own.lang))};`,
            `export const articleLanguage = ${JSON.stringify(data.article.language)};`,
          ].join('\n');
        case 'background-strings':
          return `export default ${JSON.stringify(mapValues(strings, stringsOfBackground))};`;
        case 'interface':
        case 'popup-interface': {
          if (lang === undefined) return loaders(name, data, texts);
          const own = texts.find((candidate) => candidate.lang === lang);
          const words = strings[lang];
          if (!own || !words) throw new Error(`no texts in ${lang}`);
          const chosen: Partial<Strings> = name === 'interface' ? words : stringsOfPopup(words);
          const labels = mapValues(own.entities, ({ label }) => label);
          return [
            `export const strings = ${JSON.stringify(chosen)};`,
            `export const entityLabels = ${JSON.stringify(labels)};`,
          ].join('\n');
        }
        case 'data':
          return [
            `export const data = ${JSON.stringify(data)};`,
            `export const texts = ${JSON.stringify(texts)};`,
            `export const strings = ${JSON.stringify(strings)};`,
          ].join('\n');
        default:
          return undefined;
      }
    },
  };
}

/** One chunk a language, so that a page loads its own only. */
function loaders(name: string, { article, facts }: Facts, texts: readonly Texts[]): string {
  const each = texts.map(({ lang }) => `${lang}: () => import('${PREFIX}${name}/${lang}')`);
  return [
    `export const dataset = ${JSON.stringify({ date: article.date, facts: facts.length })};`,
    `export const loaders = { ${each.join(', ')} };`,
  ].join('\n');
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
