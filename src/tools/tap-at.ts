/** A tap with a finger, as short as fingers are, alike in both browsers. */
import type { Page } from 'puppeteer-core';

/** What the driver keeps for Firefox, and for it alone. */
interface BidiFrame {
  readonly browsingContext?: { performActions(actions: readonly object[]): Promise<void> };
}

/**
 * Tap the point, in viewport px. The driver's own tap sends finger down and finger up one after the
 * other: where that takes 300 ms, Firefox takes it for a long press, and no click follows.
 */
export async function tapAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const { browsingContext } = page.mainFrame() as BidiFrame;
  if (!browsingContext) return page.touchscreen.tap(x, y);
  await browsingContext.performActions([
    {
      type: 'pointer',
      id: 'finger',
      parameters: { pointerType: 'touch' },
      actions: [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ],
    },
  ]);
}
