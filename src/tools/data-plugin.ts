/**
 * Puts the data into the bundles that need it, compiled: the scout gets only the
 * anchors, the session the names, the background the texts. Bad data stops the
 * build with file, field and reason.
 */
import type { Plugin } from 'vite';
import { compileNames } from '../core/compile-names.ts';
import { ROOT, readData } from './read-data.ts';

const PREFIX = 'virtual:bakteppe/';

export function dataPlugin(root: string = ROOT): Plugin {
  return {
    name: 'bakteppe-data',
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return undefined;
      const { data, texts, strings, names } = readData(root);
      const { anchors, ...rest } = compileNames(names);
      switch (id.slice(PREFIX.length + 1)) {
        case 'names':
          return `export default JSON.parse(${JSON.stringify(JSON.stringify(rest))});`;
        case 'anchors':
          return `export default ${JSON.stringify(anchors)};`;
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
