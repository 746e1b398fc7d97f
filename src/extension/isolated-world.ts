/**
 * Where our scripts on a page find each other: the isolated world they share,
 * which the page cannot see. An updated extension finds its predecessor here
 * too, and ends it.
 */
interface Placed<Scout> {
  readonly scout: Scout;
  readonly end: () => void;
}

const world = globalThis as { bakteppe?: Placed<unknown> };

/** Take the place; whoever held it before ends. */
export function place<Scout>(placed: Placed<Scout>): void {
  world.bakteppe?.end();
  world.bakteppe = placed;
}

/** The scout of this page. */
export function placedScout<Scout>(): Scout | undefined {
  return world.bakteppe?.scout as Scout | undefined;
}
