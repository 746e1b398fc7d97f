/** A mark of ours goes, and the text is as it was, in one node where it was in one. */
export function unwrap(mark: HTMLElement): void {
  const parent = mark.parentNode;
  if (!parent) return;
  mark.replaceWith(...mark.childNodes);
  parent.normalize();
}
