/**
 * The door to the browser's extension interfaces for the background and our own pages.
 * No other file names `browser` or `chrome`, but for the pages' small door in
 * `bare-browser.ts`.
 *
 * From Chromium 121 and Firefox 140 on, the least we ask for, all calls we make are
 * answered with promises by the browsers themselves, under the names and types of
 * webextension-polyfill. One thing is not: Chromium before 148 does not take a promise
 * as a listener's answer. Who answers messages so has `polyfill.ts`.
 */
import type { browser as polyfilled } from 'wxt/browser';

const globals = globalThis as unknown as Record<'browser' | 'chrome', typeof polyfilled>;

export const browser = globals.browser ?? globals.chrome;
