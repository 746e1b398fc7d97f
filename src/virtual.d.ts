/** Modules made at build time from `data/`; see `src/tools/data-plugin.ts`. */
declare module 'virtual:bakteppe/names' {
  const names: Omit<import('./core/compile-names.ts').CompiledNames, 'anchors'>;
  export default names;
}
declare module 'virtual:bakteppe/anchors' {
  const source: string;
  export default source;
}
declare module 'virtual:bakteppe/data' {
  export const data: import('./core/dataset-schema.ts').Facts;
  export const texts: readonly import('./core/dataset-schema.ts').Texts[];
  export const strings: Readonly<Record<string, import('./core/strings.ts').Strings>>;
}
declare module '*.css?inline' {
  const css: string;
  export default css;
}
