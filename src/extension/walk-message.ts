/**
 * What the background, the popup and the side panel say to the session of a page. Checked by
 * hand on arrival: a schema would bring valibot to every page with a mention (docs/adr/0040).
 */
import { WALK_COMMANDS, type WalkCommand } from '../core/commands.ts';
import { fieldsOf, isAbsent, isCount, isOneOf, isText } from './checks.ts';

export type WalkMessage =
  /** Take a step, or open the card of where the reader is; `from` the nth mention, if one is named. */
  | { readonly type: 'walk'; readonly command: WalkCommand; readonly from?: number | undefined }
  /** Go to the mention of that id and open its card. */
  | { readonly type: 'visit'; readonly id: number }
  /** Open the card of what the reader selected. */
  | { readonly type: 'about'; readonly text: string }
  /** List the mentions. */
  | { readonly type: 'mentions?' };

/** A message for the session, or undefined for anything else. */
export function parseWalkMessage(message: unknown): WalkMessage | undefined {
  const { type, command, from, id, text } = fieldsOf(message);
  switch (type) {
    case 'mentions?':
      return { type };
    case 'visit':
      return isCount(id) ? { type, id } : undefined;
    case 'about':
      return isText(text) ? { type, text } : undefined;
    case 'walk':
      return isOneOf(WALK_COMMANDS, command) && isAbsent(from, isCount)
        ? { type, command, from }
        : undefined;
    default:
      return undefined;
  }
}
