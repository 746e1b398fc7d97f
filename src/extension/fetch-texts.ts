/** A page's way to the texts of its language, which only the background holds. */
import type { CardContent } from '../core/card-content.ts';
import type { EntityId } from '../core/model.ts';
import type { Strings } from '../core/strings.ts';
import { browser } from './browser.ts';

/** The texts, or undefined when the extension is gone. */
export async function fetchTexts(
  langs: readonly string[],
): Promise<
  { readonly cards: Record<EntityId, CardContent>; readonly strings: Strings } | undefined
> {
  try {
    const wanted = langs.filter((lang) => lang !== '').map((lang) => lang.slice(0, 35));
    return await browser.runtime.sendMessage({ type: 'texts', langs: wanted });
  } catch {
    return undefined;
  }
}
