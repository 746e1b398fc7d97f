/**
 * Tells which parts of the page's text changed, in batches: what arrived is
 * named as small as it can be, so that reading it again costs what was added. Where
 * text only went there is nothing to read again: then no part is named.
 */
import { isInPage, parentNodeOf } from './bare-dom.ts';
import type { Part } from './composed.ts';
import { elementOf, isBlock, isNeverRead, isSkipped, partAround } from './scope.ts';

export interface TextWatch {
  /** Watch a shadow root as well: changes in it are not seen from outside. */
  follow(root: ShadowRoot): void;
  /** Forget changes seen so far that were not handed out: they were our own. */
  ignoreOwn(): void;
}

/** Changes are handed out at most this often, in ms: a live ticker writes many times a second. */
const BATCH_MS = 150;
/** More changed parts than this are read as one, from the root. */
const MOST_PARTS = 200;
/**
 * What makes text readable, and what says its language: translators set `lang` last of all,
 * and pages that hold the rest of a text back take `hidden` away.
 */
const ATTRIBUTES = ['hidden', 'lang', 'contenteditable'];
/** All that a page's text may change by. */
export const TEXT_CHANGES: MutationObserverInit = {
  childList: true,
  characterData: true,
  attributeFilter: ATTRIBUTES,
  subtree: true,
};

export interface Change {
  /** Some of the page stands elsewhere than before. */
  readonly isMoved: boolean;
  /** What left the page, or its place in it. */
  readonly gone: readonly Node[];
}

/**
 * Call back with the parts to read again, none inside another, until the signal aborts; with
 * none where text only went away.
 */
export function watchText(
  root: Element,
  onChange: (changed: readonly Part[], more: Change) => void,
  signal: AbortSignal,
): TextWatch {
  let changed = new Set<Part>();
  /** What left the page: mentions in it are to be forgotten, and their ranges let go. */
  let gone = new Set<Node>();
  /** What came; what is also gone was moved. */
  let arrived = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const handOut = (): void => {
    timer = undefined;
    const parts = changed.size > MOST_PARTS ? [root] : outermost(changed);
    changed = new Set();
    const isMoved = [...arrived].some((node) => gone.has(node));
    if (parts.length > 0 || gone.size > 0) onChange(parts, { isMoved, gone: [...gone] });
    gone = new Set();
    arrived = new Set();
  };
  const note = (records: readonly MutationRecord[]): void => {
    for (const record of records) {
      if (record.type === 'characterData') add(record.target);
      else if (record.type === 'attributes') addChanged(record.target as Element);
      for (const node of record.addedNodes) {
        arrived.add(node);
        add(node);
      }
      // Text that stood around a removed element reads on as one now.
      if (record.removedNodes.length > 0) {
        for (const node of record.removedNodes) gone.add(node);
        add(record.target, false);
      }
    }
    if ((changed.size > 0 || gone.size > 0) && timer === undefined)
      timer = setTimeout(handOut, BATCH_MS);
  };
  const add = (node: Node, isWhole = true): void => {
    const element = elementOf(node);
    if (!element || !isInPage(element) || isSkipped(element)) return;
    const part = partAround(node);
    // A removal changes at most the loose text of its parent; a parent full of
    // blocks (a list, the body) has none worth a new reading.
    if (part && (isWhole || !holdsBlocks(part))) changed.add(part);
  };
  // Read even if it can no longer be read: then its mentions go.
  const addChanged = (element: Element): void => {
    const part = partAround(element);
    if (part && !isNeverRead(element)) changed.add(part);
  };
  const observer = new MutationObserver(note);
  observer.observe(root, TEXT_CHANGES);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return {
    follow(shadowRoot) {
      if (!signal.aborted) observer.observe(shadowRoot, TEXT_CHANGES);
    },
    ignoreOwn() {
      observer.takeRecords();
    },
  };
}

function holdsBlocks(part: Part): boolean {
  for (let child = part.firstElementChild; child; child = child.nextElementSibling) {
    if (isBlock(child)) return true;
  }
  return false;
}

function outermost(parts: ReadonlySet<Part>): Part[] {
  return [...parts].filter((part) => {
    if (!isInPage(part)) return false;
    for (let above = around(part); above; above = around(above)) {
      if (parts.has(above as Part)) return false;
    }
    return true;
  });
}

function around(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : parentNodeOf(node);
}
