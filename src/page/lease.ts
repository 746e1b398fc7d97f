/** The lease of what is seen on this document, if it has one; see `core/lease.ts`. */
import type { Lease } from '../core/lease.ts';

/** Our scripts on a page find it in the world that they share. */
const world = globalThis as { bakteppeLease?: Lease };

/** The lease of this document, drawn when it is first asked for. From then on what is seen needs it. */
export function drawLease(): Lease {
  world.bakteppeLease ??= { lines: drawName(), card: drawName() };
  return world.bakteppeLease;
}

/** The rules as they are without the lease, whatever the browser has: nothing of them is seen. */
export function withoutLease(css: string): string {
  const name = world.bakteppeLease?.lines;
  return name === undefined ? css : css.replaceAll(name, `${name}-gone`);
}

/** A value of a line or tint that holds while the extension is there; else `none`, which makes a colour transparent. */
export function leased(value: string): string {
  return held(world.bakteppeLease?.lines, value);
}

/** The rule that goes with those values: without the lease they are not seen. */
export function leaseNeeded(): string {
  const name = world.bakteppeLease?.lines;
  return name === undefined ? '' : `:root { ${name}: none; }`;
}

/** How the card's host is displayed. No rule of the page's is above these declarations, but the browser's is. */
export function cardDisplay(): string {
  const name = world.bakteppeLease?.card;
  const needed = name === undefined ? '' : `${name}: none !important; `;
  return `${needed}display: ${held(name, 'block')} !important;`;
}

function held(name: string | undefined, value: string): string {
  return name === undefined ? value : `var(${name}, ${value})`;
}

function drawName(): string {
  const numbers = [...crypto.getRandomValues(new Uint32Array(2))];
  return `--0${numbers.map((number) => number.toString(36)).join('')}`;
}
