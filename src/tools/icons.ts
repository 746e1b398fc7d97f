/** Our icons as PNG files, drawn from `src/ui/icons/*.svg` when the extension is built. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from './read-data.ts';

const SIZES = [16, 19, 24, 32, 38, 48, 96, 128] as const;
const NAMES = ['icon', 'icon-quiet', 'icon-off'] as const;

/** Files for the build, at every size that a browser asks for. */
export async function iconFiles(): Promise<{ contents: string; relativeDest: string }[]> {
  const files: { contents: string; relativeDest: string }[] = [];
  for (const name of NAMES) {
    const svg = await readFile(join(ROOT, 'src', 'ui', 'icons', `${name}.svg`));
    for (const size of SIZES) {
      const png = await sharp(svg, { density: 288 }).resize(size, size).png().toBuffer();
      // WXT writes what it is given; the type says string, the write takes bytes.
      files.push({ contents: png as unknown as string, relativeDest: `icons/${name}-${size}.png` });
    }
  }
  return files;
}
