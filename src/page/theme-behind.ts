import { parentOf } from './composed.ts';

/** Relative luminance below which a background counts as dark. */
const DARK_LUMINANCE = 0.2;

/** Light or dark, as the page is behind the words: the first painted background around them. */
export function themeBehind(range: Range): 'light' | 'dark' {
  const inner = parentOf(range.startContainer);
  for (let up = inner; up; up = parentOf(up)) {
    const channels = getComputedStyle(up)
      .backgroundColor.match(/[\d.]+/g)
      ?.map(Number);
    if (!channels || channels.length < 3 || channels[3] === 0) continue;
    return luminance(channels) < DARK_LUMINANCE ? 'dark' : 'light';
  }
  // No background anywhere: the canvas is the browser's, dark only if the page says so.
  const root = inner?.ownerDocument.documentElement;
  const scheme = root ? getComputedStyle(root).colorScheme : '';
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  return /dark/.test(scheme) && prefersDark ? 'dark' : 'light';
}

function luminance(channels: readonly number[]): number {
  const [red = 255, green = 255, blue = 255] = channels.map((value) => (value / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
