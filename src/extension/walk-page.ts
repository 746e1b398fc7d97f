/** The conversation with the session of a page: walking its mentions, and listing them. */
import type { MentionList, WalkPosition } from '../core/mention-list.ts';
import { browser } from './browser.ts';
import { fieldsOf } from './checks.ts';
import { parseMentionList, parseWalkPosition } from './page-answers.ts';
import type { WalkMessage } from './walk-message.ts';

/** Where the walk came to, or undefined when the page has no session or no such mention. */
export async function askWalk(
  tabId: number,
  message: Exclude<WalkMessage, { type: 'mentions?' }>,
): Promise<WalkPosition | undefined> {
  return parseWalkPosition(await ask(tabId, message));
}

/** The page's mentions, or undefined when it has no session. */
export async function askMentions(tabId: number): Promise<MentionList | undefined> {
  return parseMentionList(await ask(tabId, { type: 'mentions?' }));
}

/** The page itself, or where it has no mention the first of its frames that has one. */
async function ask(tabId: number, message: WalkMessage): Promise<unknown> {
  const answer = await send(tabId, message, { frameId: 0 });
  const isNothing = answer === undefined || answer === null || fieldsOf(answer).count === 0;
  return isNothing ? ((await send(tabId, message)) ?? answer) : answer;
}

async function send(
  tabId: number,
  message: WalkMessage,
  to?: { readonly frameId: number },
): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, message, to);
  } catch {
    return undefined;
  }
}
