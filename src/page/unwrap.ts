/**
 * A mark of ours goes whose painter is dead, and the words are in the page's own text node again.
 *
 * Marking left that node before the mark, with what stood there, and put what came after into a
 * new one (`split-texts.ts`). Only these are brought together: whoever holds the page's text nodes,
 * as frameworks do, finds each where it was, as `normalize` would not have it (docs/adr/0050).
 */
export function unwrap(mark: HTMLElement): void {
  const { previousSibling: front, nextSibling: rest } = mark;
  if (!(front instanceof Text && rest instanceof Text)) {
    // The page has changed what stood beside it.
    mark.replaceWith(...mark.childNodes);
    return;
  }
  front.data += mark.textContent + rest.data;
  rest.remove();
  mark.remove();
}
