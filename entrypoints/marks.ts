/** Brought to a page where marks are wanted, or where the browser has no highlights. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { placePart } from '../src/extension/isolated-world.ts';
import { createMarkPainter } from '../src/page/mark-painter.ts';
import type { CreatePainter } from '../src/page/painter.ts';

export default defineUnlistedScript(() => {
  placePart('marks', createMarkPainter satisfies CreatePainter);
});
