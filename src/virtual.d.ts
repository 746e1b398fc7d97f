/** Modules made at build time from `data/`; see `src/tools/data-plugin.ts`. */
declare module 'virtual:bakteppe/packs' {
  /** Languages there is a pack of names for. */
  const languages: readonly string[];
  export default languages;
}
declare module 'virtual:bakteppe/text-languages' {
  /** Languages that facts and interface are in. */
  export const textLanguages: readonly string[];
  export const articleLanguage: string;
}
declare module 'virtual:bakteppe/background-strings' {
  const strings: Readonly<Record<string, import('./core/strings.ts').BackgroundStrings>>;
  export default strings;
}
declare module 'virtual:bakteppe/interface' {
  export const dataset: { readonly date: string; readonly facts: number };
  /** Language → its strings and labels, a chunk of its own. */
  export const loaders: import('./extension/own-texts.ts').Loaders<
    import('./core/strings.ts').Strings
  >;
}
declare module 'virtual:bakteppe/popup-interface' {
  export const dataset: { readonly date: string; readonly facts: number };
  /** The same with the popup's strings alone. */
  export const loaders: import('./extension/own-texts.ts').Loaders<
    import('./core/strings.ts').PopupStrings
  >;
}
declare module 'virtual:bakteppe/anchors' {
  const anchors: import('./core/prefilter.ts').Prefilter;
  export default anchors;
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
