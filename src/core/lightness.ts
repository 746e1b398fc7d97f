/**
 * How light a colour is, from the way browsers write computed colours.
 * Transparency is left out: it is about what lies behind.
 */

const NUMBERS = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?%?/gi;

/** OKLab lightness, 0 (black) to 1 (white), or undefined for a colour of no known form. */
export function lightnessOf(colour: string): number | undefined {
  const form = /^(rgba?|color\(srgb |oklab|oklch|lab|lch)/.exec(colour)?.[1];
  const numbers = [...colour.slice(form?.length ?? 0).matchAll(NUMBERS)].map(([text]) =>
    text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text),
  );
  const [first, second = 0, third = 0] = numbers;
  if (form === undefined || first === undefined) return undefined;
  if (form.startsWith('ok')) return within(first);
  // CIE lightness runs to 100, and close enough to OKLab's.
  if (form === 'lab' || form === 'lch') return within(first > 1 ? first / 100 : first);
  const scale = form.startsWith('rgb') ? 255 : 1;
  return ofLinear(linear(first / scale), linear(second / scale), linear(third / scale));
}

/** How much of a colour shows, 0 to 1: what stands after the slash, or fourth. */
export function opacityOf(colour: string): number {
  const written = /(?:\/|^rgba\((?:[^,]+,){3})\s*([\d.]+)(%?)/.exec(colour);
  return written ? Number(written[1]) / (written[2] ? 100 : 1) : 1;
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** The sRGB curve undone; CSS Color 4, section 10. */
function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Björn Ottosson's OKLab, lightness only; the matrices of CSS Color 4, section 19. */
function ofLinear(red: number, green: number, blue: number): number {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return within(0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s);
}
