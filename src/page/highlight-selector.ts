/**
 * How to name a highlight in a rule, at the least cost to the page.
 *
 * In Chromium elements take a highlight's style over from their parents, through shadow
 * roots too, so that a rule for the root is enough. The same rule without `:root` says no
 * more, and costs each element of the page each time it is styled: half as much again with
 * our rules (docs/adr/0044). Firefox gives each element its own, so there the rule names all.
 */

/** "Google Inc." in all of Chromium, by the HTML standard; isolated worlds have a `navigator` of their own. */
const IS_INHERITED = navigator.vendor === 'Google Inc.';

/** The selector of a highlight, wherever in the page it is. */
export function highlightSelector(name: string): string {
  return `${IS_INHERITED ? ':root' : ''}::highlight(${name})`;
}
