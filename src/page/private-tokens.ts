/**
 * Gives the custom properties of a style text names that no page can know.
 *
 * A page that registers a property of ours (`@property --ink`) decides what every use of it
 * means, in closed shadow trees too: with `inherits: false` all of the card's colours
 * are the page's initial value. Ordinary pages register names such as `--accent`. The one of
 * the lease is drawn already, and begins with a digit.
 */
export function withPrivateTokens(css: string): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return css.replaceAll(/--[a-z][a-z-]*/g, (name) => `--${number.toString(36)}-${name.slice(2)}`);
}
