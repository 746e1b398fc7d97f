/** The one question that every page answers, annotated or not; checked by hand, for the scout is small. */
import { fieldsOf } from './checks.ts';

/** To a page: answer with your status, and say when it changes. */
export const STATUS_QUESTION = { type: 'status?' } as const;

export function isStatusQuestion(message: unknown): message is typeof STATUS_QUESTION {
  return fieldsOf(message).type === STATUS_QUESTION.type;
}
