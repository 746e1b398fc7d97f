/**
 * webextension-polyfill, through WXT, for what the least browsers we ask for do not do with
 * promises themselves. Background only: it is larger than all else that the popup loads of
 * ours (docs/adr/0040).
 */
import { browser } from 'wxt/browser';

/** Listen to messages; a promise that is returned is the answer. */
export const { onMessage } = browser.runtime;

/** Answers with promises, which Chromium does itself from 123 on; Firefox for Android has none. */
export const { contextMenus } = browser;
