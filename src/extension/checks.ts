/** Checks of what arrives from elsewhere, by hand, for scripts that are to stay small (docs/adr/0040). */
import { LONGEST_LANG, LONGEST_TEXT } from '../core/mention-list.ts';
import { ENTITY_IDS, type EntityId } from '../core/model.ts';

/** The fields of an object; of anything else, none. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
}

export function isOneOf<Value>(values: readonly Value[], value: unknown): value is Value {
  return values.some((own) => own === value);
}

export const isEntity = (value: unknown): value is EntityId => isOneOf(ENTITY_IDS, value);

/** A whole number from 0. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** A text of at most so many characters; by default, as many as a line of a list has. */
export function isText(value: unknown, longest = LONGEST_TEXT): value is string {
  return typeof value === 'string' && value.length <= longest;
}

/** Possibly a language tag. */
export const isTag = (value: unknown): value is string => isText(value, LONGEST_LANG);

/** Left out, or valid. */
export function isAbsent<Value>(
  value: unknown,
  isValid: (value: unknown) => value is Value,
): value is Value | undefined {
  return value === undefined || isValid(value);
}
