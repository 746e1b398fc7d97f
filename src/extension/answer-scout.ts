/** The scout's ear: the toolbar's popup asks how the page stands, and frames say what they have. */

import type { MentionCounts } from '../core/model.ts';
import type { PageStatus } from '../core/page-status.ts';
import { answer, tell } from './bare-browser.ts';
import { isCountsQuestion, parseFrameCounts } from './frame-messages.ts';
import { isStatusQuestion } from './status-question.ts';

interface AskedScout {
  status(): PageStatus;
  noteFrame(frame: number, counts: MentionCounts): void;
}

/** Answer until the signal aborts. In a frame, only the page's own question is answered. */
export function answerScout(scout: AskedScout, isPage: boolean, signal: AbortSignal): void {
  answer((message) => {
    if (!isPage) {
      if (isCountsQuestion(message)) tell({ type: 'counts', counts: scout.status().counts });
      return undefined;
    }
    if (isStatusQuestion(message)) return scout.status();
    const frame = parseFrameCounts(message);
    if (frame) scout.noteFrame(frame.frame, frame.counts);
    return undefined;
  }, signal);
}
