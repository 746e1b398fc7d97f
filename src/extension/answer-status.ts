/** What every page answers, one of ours that is annotated itself as news pages do: how it stands. */
import type { PageStatus } from '../core/page-status.ts';
import { answer } from './bare-browser.ts';
import { isStatusQuestion } from './status-question.ts';

/** Answer until the signal aborts. */
export function answerStatus(status: () => PageStatus, signal: AbortSignal): void {
  answer((message) => (isStatusQuestion(message) ? status() : undefined), signal);
}
