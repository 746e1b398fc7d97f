/**
 * What the reader selected stays selected while elements are put around words and taken away
 * again: a browser moves the ends of a selection with the nodes they are in, not with the words.
 */

type End = readonly [Node, number];

/** Run a change that leaves all text as it is; a selection is around the same words afterwards. */
export function keepSelection(document: Document, change: () => void): void {
  const selection = document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (!selection || selection.isCollapsed || !anchorNode || !focusNode) {
    change();
    return;
  }
  const around = document.body ?? document.documentElement;
  const words = selection.toString();
  const anchor = lengthBefore(around, [anchorNode, selection.anchorOffset]);
  const focus = lengthBefore(around, [focusNode, selection.focusOffset]);
  change();
  if (anchor === undefined || focus === undefined || selection.toString() === words) return;
  const isForward = anchor < focus;
  const base = endAt(around, anchor, isForward);
  const extent = endAt(around, focus, !isForward);
  if (base && extent) selection.setBaseAndExtent(...base, ...extent);
}

/** The length of the text from the beginning of an element to a place in it, in UTF-16 units. */
function lengthBefore(around: Element, [node, offset]: End): number | undefined {
  if (!around.contains(node)) return undefined;
  const range = around.ownerDocument.createRange();
  range.setStart(around, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** Between two text nodes a selection begins in the second and ends in the first. */
function endAt(around: Element, length: number, isStart: boolean): End | undefined {
  const walker = around.ownerDocument.createTreeWalker(around, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const after = before + node.length;
    if (isStart ? length < after : length <= after) return [node, length - before];
    before = after;
  }
  return undefined;
}
