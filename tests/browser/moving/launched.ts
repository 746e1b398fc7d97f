/** The browser that all tests of moving pages share; there once they run. */
import type { SettingsStore } from '../either-painter.ts';
import type { Reader } from '../reader.ts';

export interface Launched {
  reader: Reader;
  set: SettingsStore;
}
