/** The toolbar icon: how many mentions, or that it is off. */
import { totalOf } from '../core/model.ts';
import type { PageStatus } from '../core/page-status.ts';
import { fill } from '../core/strings.ts';
import { browser } from './browser.ts';
import { interfaceStrings } from './texts.ts';

const SIZES = [16, 19, 24, 32, 38, 48] as const;
/** Badges hold about four characters. */
const MOST_SHOWN = 999;
/** Dark blue under white figures: 7:1, told apart by lightness and not by hue. */
const BADGE_COLOR = '#1f3f75';

function icon(name: 'icon' | 'icon-off'): Record<string, string> {
  return Object.fromEntries(SIZES.map((size) => [String(size), `/icons/${name}-${size}.png`]));
}

/** The icon of all tabs that say nothing of their own. */
export async function showMaster(on: boolean): Promise<void> {
  await browser.action.setIcon({ path: icon(on ? 'icon' : 'icon-off') });
  await browser.action.setTitle({ title: on ? 'Bakteppe' : interfaceStrings()['toolbar.off'] });
}

/** A tab's own count or state. The tab may be gone by now: then nothing happens. */
export async function showStatus(tabId: number, { state, counts }: PageStatus): Promise<void> {
  const strings = interfaceStrings();
  const total = totalOf(counts);
  const isOff = state === 'off' || state === 'site-off';
  const title = isOff
    ? strings[state === 'off' ? 'toolbar.off' : 'toolbar.siteOff']
    : total > 0
      ? fill(strings['toolbar.count'], { count: total })
      : 'Bakteppe';
  const text = total === 0 || isOff ? '' : total > MOST_SHOWN ? `${MOST_SHOWN}+` : String(total);
  const results = await Promise.allSettled([
    browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR }),
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setTitle({ tabId, title }),
    browser.action.setIcon({ tabId, path: icon(isOff ? 'icon-off' : 'icon') }),
  ]);
  for (const result of results) {
    if (result.status === 'rejected' && !/tab/i.test(String(result.reason))) throw result.reason;
  }
}
