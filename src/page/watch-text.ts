/**
 * Tells which parts of the page's text changed, in batches: what arrived is
 * named as small as it can be, so that reading it again costs what was added.
 */
import { blockAround, elementOf, isBlock, isSkipped } from './scope.ts';

export interface TextWatch {
  /** Forget changes seen so far that were not handed out: they were our own. */
  ignoreOwn(): void;
}

/** Changes are handed out at most this often, in ms: a live ticker writes many times a second. */
const BATCH_MS = 150;
/** More changed parts than this are read as one, from the root. */
const MOST_PARTS = 200;

/** Call back with the elements to read again, none inside another, until the signal aborts. */
export function watchText(
  root: Element,
  onChange: (changed: readonly Element[]) => void,
  signal: AbortSignal,
): TextWatch {
  let changed = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const handOut = (): void => {
    timer = undefined;
    const parts = changed.size > MOST_PARTS ? [root] : outermost(changed);
    changed = new Set();
    if (parts.length > 0) onChange(parts);
  };
  const note = (records: readonly MutationRecord[]): void => {
    for (const record of records) {
      if (record.type === 'characterData') add(record.target);
      for (const node of record.addedNodes) add(node);
      // Text that stood around a removed element reads on as one now.
      if (record.removedNodes.length > 0) add(record.target, false);
    }
    if (changed.size > 0 && timer === undefined) timer = setTimeout(handOut, BATCH_MS);
  };
  const add = (node: Node, isWhole = true): void => {
    const element = elementOf(node);
    if (!element?.isConnected || isSkipped(element)) return;
    const block = isWhole && node === element && isBlock(element) ? element : blockAround(element);
    // A removal changes at most the loose text of its parent; a parent full of
    // blocks (a list, the body) has none worth a new reading.
    if (block && (isWhole || !holdsBlocks(block))) changed.add(block);
  };
  const observer = new MutationObserver(note);
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    ignoreOwn() {
      observer.takeRecords();
    },
  };
}

function holdsBlocks(element: Element): boolean {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    if (isBlock(child)) return true;
  }
  return false;
}

function outermost(elements: ReadonlySet<Element>): Element[] {
  return [...elements].filter((element) => {
    if (!element.isConnected) return false;
    for (let above = element.parentElement; above; above = above.parentElement) {
      if (elements.has(above)) return false;
    }
    return true;
  });
}
