/** Elements with a language of their own beyond these are menus of languages, in number. */
const MOST = 40;
/** Longer tags are of no language, in characters. */
const LONGEST = 35;

/** The languages a page declares for its texts, the page's own first; as written. */
export function declaredLanguages(document: Document): string[] {
  // The attribute: formulas and drawings have no property of that name.
  const tags = [...document.querySelectorAll('[lang]')].map(
    (each) => each.getAttribute('lang') ?? '',
  );
  return [...new Set(tags)].filter((tag) => tag !== '' && tag.length <= LONGEST).slice(0, MOST);
}
