/** A session's doors to the extension where there is none behind them: for benches and tests in plain pages. */
import type { PresentDoors } from '../page/present-card.ts';

export const CLOSED_DOORS: PresentDoors = {
  bringCard: async () => undefined,
  loadTexts: async () => undefined,
  loadOriginals: async () => undefined,
  onLanguage: async () => true,
  onLibrary: () => undefined,
  onHideEntity: async () => true,
  onHideSite: async () => true,
  today: () => '2026-01-01',
};
