/**
 * The door to the browser's extension interfaces: webextension-polyfill, through
 * WXT. No other file names `browser` or `chrome`, but for the scout's own small
 * door in `bare-browser.ts`.
 */
import { browser } from 'wxt/browser';

export { browser };
