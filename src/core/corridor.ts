/**
 * The safe way from a mention to its card: while the pointer stays in it, the
 * reader is on the way to the card and nothing closes.
 */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Room around mention and card that still belongs to them, in CSS px. */
const MARGIN = 6;

/**
 * Is the point on the way from `from` to the card? The way is the triangle from
 * the point where the pointer left the mention to the card's near side.
 */
export function isOnTheWay(
  point: { readonly x: number; readonly y: number },
  from: { readonly x: number; readonly y: number },
  card: Box,
): boolean {
  if (isInside(point, card)) return true;
  const [a, b] = nearSide(from, card);
  return isInTriangle(point, from, a, b);
}

/** Is the point in the box, margin included? */
export function isInside(point: { readonly x: number; readonly y: number }, box: Box): boolean {
  return (
    point.x >= box.left - MARGIN &&
    point.x <= box.right + MARGIN &&
    point.y >= box.top - MARGIN &&
    point.y <= box.bottom + MARGIN
  );
}

type Corner = { readonly x: number; readonly y: number };

function nearSide(from: Corner, box: Box): [Corner, Corner] {
  const left = box.left - MARGIN;
  const right = box.right + MARGIN;
  const top = box.top - MARGIN;
  const bottom = box.bottom + MARGIN;
  if (from.y <= box.top)
    return [
      { x: left, y: top },
      { x: right, y: top },
    ];
  if (from.y >= box.bottom)
    return [
      { x: left, y: bottom },
      { x: right, y: bottom },
    ];
  const x = from.x <= box.left ? left : right;
  return [
    { x, y: top },
    { x, y: bottom },
  ];
}

function isInTriangle(p: Corner, a: Corner, b: Corner, c: Corner): boolean {
  const side = (u: Corner, w: Corner): number =>
    (p.x - w.x) * (u.y - w.y) - (u.x - w.x) * (p.y - w.y);
  const sides = [side(a, b), side(b, c), side(c, a)];
  return !(sides.some((s) => s < 0) && sides.some((s) => s > 0));
}
