/**
 * What marking does to the page's text nodes, and how it is undone: every node of the page is
 * again the node it was, with the words it had.
 *
 * Marking leaves a text node where it is, with what stood before the mark; the mark and the
 * rest come after it. Frameworks hold on to their nodes, empty ones included, and write into
 * them, take them out or put others before them. So nodes are never merged (`normalize`):
 * what was split off is taken away, and the node gets its words back unless the page has
 * given it others.
 */

interface Split {
  readonly node: Text;
  /** Its words before. */
  readonly data: string;
  /** What was left to it. */
  readonly front: string;
  /** What was split off, in order. */
  readonly pieces: readonly ChildNode[];
  /** The text in each of them, and its words. */
  readonly inner: readonly { readonly text: Node | null; readonly words: string | null }[];
}

interface Place {
  readonly range: Range;
  readonly start: readonly [Node, number];
  readonly end: readonly [Node, number];
}

export interface SplitTexts {
  /** Let `mark` wrap the words of these ranges. */
  during(ranges: readonly Range[], mark: () => void): void;
  /** Undo what the page has changed since, and only that. */
  undoTouched(): void;
  undo(): void;
}

export function createSplitTexts(): SplitTexts {
  let splits: Split[] = [];
  let places: Place[] = [];

  return {
    during(ranges, mark) {
      const before = [...new Set(ranges.flatMap(textsIn))].map((node) => ({
        node,
        data: node.data,
        next: node.nextSibling,
      }));
      places.push(...ranges.map(placeOf));
      mark();
      for (const { node, data, next } of before) {
        const pieces: ChildNode[] = [];
        for (let piece = node.nextSibling; piece && piece !== next; piece = piece.nextSibling) {
          pieces.push(piece);
        }
        const inner = pieces.map((piece) => ({ text: piece.firstChild, words: piece.textContent }));
        splits.push({ node, data, front: node.data, pieces, inner });
      }
    },
    undoTouched() {
      const touched = splits.filter(isTouched);
      if (touched.length === 0) return;
      splits = splits.filter((split) => !touched.includes(split));
      touched.forEach(join);
    },
    undo() {
      splits.forEach(join);
      splits = [];
      places.forEach(putBack);
      places = [];
    },
  };
}

function isTouched({ node, front, pieces }: Split): boolean {
  return node.data !== front || pieces.some(({ parentNode }) => parentNode !== node.parentNode);
}

/** Has the page written into a mark, as translators do? */
function isRewritten({ pieces, inner }: Split): boolean {
  return pieces.some((piece, at) => {
    const isMark = piece instanceof Element;
    return (
      isMark && (piece.firstChild !== inner[at]?.text || piece.textContent !== inner[at]?.words)
    );
  });
}

function join(split: Split): void {
  const { node, data, front, pieces } = split;
  const out = strays(split);
  if (out.length === 0 && isRewritten(split)) {
    // Then the page knows the pieces as its own and may put each of them back: only the marks go.
    for (const piece of pieces) {
      if (piece instanceof Element) piece.replaceWith(...piece.childNodes);
    }
    return;
  }
  for (const piece of [...out, ...pieces]) piece.remove();
  if (node.data === front && front !== data) node.data = data;
}

/** Words that the page let out of a mark: they are in the node's own again. */
function strays({ node, data, pieces }: Split): ChildNode[] {
  const last = pieces.at(-1);
  if (!last || last.parentNode !== node.parentNode) return [];
  const beside: ChildNode[] = [];
  for (let next = node.nextSibling; next && next !== last; next = next.nextSibling) {
    beside.push(next);
  }
  const words = [node, ...beside, last].map(({ textContent }) => textContent).join('');
  if (words !== data) return [];
  return beside.filter((each) => each instanceof Text && !pieces.includes(each));
}

function placeOf(range: Range): Place {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return { range, start: [startContainer, startOffset], end: [endContainer, endOffset] };
}

/** Around the words again; where the page has written others they are none of its own. */
function putBack({ range, start, end }: Place): void {
  const isThere = [start, end].every(
    ([node, offset]) => offset <= (node.nodeValue ?? '').length && node.isConnected,
  );
  if (!isThere) return;
  range.setStart(...start);
  range.setEnd(...end);
}

/** The text nodes that a range reaches into. */
function textsIn(range: Range): Text[] {
  const { startContainer, commonAncestorContainer: around } = range;
  if (startContainer === range.endContainer) return [startContainer as Text];
  const walker = document.createTreeWalker(around, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (range.intersectsNode(node)) texts.push(node as Text);
  }
  return texts;
}
