/** The context menu: what stands in it and what it says, for the page in front. */
import { fillSite } from './fill.ts';
import { type choiceFor, siteOf } from './settings.ts';
import type { BackgroundStrings } from './strings.ts';

export const MENU_IDS = ['facts', 'site', 'panel', 'library', 'options'] as const;
export type MenuId = (typeof MENU_IDS)[number];

export interface MenuItem {
  readonly id: MenuId;
  readonly title: string;
  /** On selected words only, or anywhere on a page. */
  readonly isForSelection: boolean;
  readonly enabled: boolean;
  readonly visible: boolean;
}

export interface MenuState {
  readonly strings: BackgroundStrings;
  /** Does this browser tell which page its menu is about to be shown on? */
  readonly isTold: boolean;
  /** Host of that page, undefined where it is no page of the web; and what is set for it, or for any page. */
  readonly host: string | undefined;
  readonly choice: ReturnType<typeof choiceFor>;
  /** Does this browser have a side panel? */
  readonly hasPanel: boolean;
}

/**
 * All items, in order. What cannot be had now is there but hidden or grey, because
 * browsers keep the items and only take changes to them.
 */
export function menuItems({ strings, isTold, host, choice, hasPanel }: MenuState): MenuItem[] {
  const site = siteOf(host ?? '');
  const isOn = choice === 'on' || choice === 'by-page' || choice === 'off';
  const titles: Readonly<Record<MenuId, string>> = {
    facts: strings['menu.facts'],
    site: isTold
      ? fillSite(strings[isOn ? 'card.hideSite' : 'menu.siteOn'], site)
      : strings['menu.siteEither'],
    panel: strings['panel.open'],
    library: strings['page.library'],
    options: strings['popup.options'],
  };
  return MENU_IDS.map((id) => ({
    id,
    title: titles[id],
    isForSelection: id === 'facts',
    enabled: id !== 'site' || choice !== 'off',
    visible: id === 'site' ? site !== '' || !isTold : id === 'panel' ? hasPanel : true,
  }));
}
