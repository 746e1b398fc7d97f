/** The words around names of several packs as one. */
import type { NameContext, NamePack } from './compile-names.ts';

/** The words of all packs, by language. */
export function mergeContexts(packs: readonly NamePack[]): NameContext {
  return Object.assign({}, ...packs.map(({ contexts }) => contexts));
}
