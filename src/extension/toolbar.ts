/**
 * The toolbar icon: how many mentions are here, that nothing is highlighted, or that it is off.
 *
 * Three icons that differ in shape and lightness and not in hue. The quiet one is every
 * tab's that says nothing of its own, so that pages that are not news need not speak.
 */
import { fill } from '../core/fill.ts';
import { totalOf } from '../core/model.ts';
import type { PageState, PageStatus } from '../core/page-status.ts';
import type { BackgroundStrings } from '../core/strings.ts';
import { backgroundStrings } from './background-strings.ts';
import { browser } from './browser.ts';

const SIZES = [16, 19, 24, 32, 38, 48] as const;
/** Badges hold about four characters. */
const MOST_SHOWN = 999;
/** Dark blue under white figures: 10 : 1, told apart by lightness and not by hue. */
const BADGE = { color: '#1f3f75', text: '#ffffff' } as const;

type IconName = 'icon' | 'icon-quiet' | 'icon-off';

const TITLES: Readonly<Record<Exclude<PageState, 'annotated'>, keyof BackgroundStrings>> = {
  off: 'toolbar.off',
  'site-off': 'toolbar.siteOff',
  'not-listed': 'toolbar.siteOff',
  'not-news': 'toolbar.notNews',
  'no-mention': 'toolbar.nothing',
  reading: 'toolbar.nothing',
};

function icon(name: IconName): Record<string, string> {
  return Object.fromEntries(SIZES.map((size) => [String(size), `/icons/${name}-${size}.png`]));
}

/** The icon of all tabs that say nothing of their own. */
export async function showMaster(on: boolean): Promise<void> {
  await browser.action.setIcon({ path: icon(on ? 'icon-quiet' : 'icon-off') });
  const title = backgroundStrings()[on ? 'toolbar.nothing' : 'toolbar.off'];
  await browser.action.setTitle({ title });
}

/** A tab's own count or state. The tab may be gone by now: then nothing happens. */
export async function showStatus(tabId: number, { state, counts }: PageStatus): Promise<void> {
  const strings = backgroundStrings();
  const total = state === 'annotated' ? totalOf(counts) : 0;
  const title =
    state === 'annotated'
      ? fill(strings['toolbar.count'], { count: total })
      : strings[TITLES[state]];
  const text = total === 0 ? '' : total > MOST_SHOWN ? `${MOST_SHOWN}+` : String(total);
  const results = await Promise.allSettled([
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE.color }),
    browser.action.setBadgeTextColor({ tabId, color: BADGE.text }),
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setTitle({ tabId, title }),
    setIcon({ tabId, path: icon(iconFor(state)) }),
  ]);
  for (const result of results) {
    if (result.status === 'rejected' && !/tab/i.test(String(result.reason))) throw result.reason;
  }
}

type IconDetails = Parameters<typeof browser.action.setIcon>[0];

/**
 * Chromium fulfils the promise though the tab is gone, and reports an error that nobody read: a
 * callback reads it. Firefox takes none.
 */
async function setIcon(details: IconDetails): Promise<void> {
  if (import.meta.env.FIREFOX) return browser.action.setIcon(details);
  const action = browser.action as { setIcon(details: IconDetails, done: () => void): unknown };
  return new Promise((resolve) => {
    action.setIcon(details, () => {
      void browser.runtime.lastError;
      resolve();
    });
  });
}

function iconFor(state: PageState): IconName {
  if (state === 'annotated') return 'icon';
  return state === 'off' || state === 'site-off' ? 'icon-off' : 'icon-quiet';
}
