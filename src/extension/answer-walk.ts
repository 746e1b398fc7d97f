/** The session's ear for the reader's keys and the popup: messages of our own extension only. */

import type { WalkCommand } from '../core/commands.ts';
import type { MentionList, WalkPosition } from '../core/mention-list.ts';
import { answer } from './bare-browser.ts';
import { parseWalkMessage } from './walk-message.ts';

interface Walk {
  walk(command: WalkCommand, from?: number): WalkPosition | undefined;
  visit(id: number): WalkPosition | undefined;
  list(): MentionList;
}

interface Answering {
  readonly walk: Walk;
  about(text: string): WalkPosition | undefined;
}

/** Answer until the signal aborts. The scout listens beside us: what is not ours gets no answer. */
export function answerWalk({ walk, about }: Answering, signal: AbortSignal): void {
  answer((message) => {
    const parsed = parseWalkMessage(message);
    switch (parsed?.type) {
      case 'walk':
        return walk.walk(parsed.command, parsed.from);
      case 'visit':
        return walk.visit(parsed.id);
      case 'about':
        return about(parsed.text);
      case 'mentions?':
        return walk.list();
      default:
        return undefined;
    }
  }, signal);
}
