/** Reads a text of a case: `[words]` are the expected mentions, the letter says whose. */
import type { EntityId } from '../../src/core/model.ts';

const ENTITY_OF: Readonly<Record<string, EntityId>> = {
  K: 'kim-jong-un',
  P: 'vladimir-putin',
  T: 'partnership-treaty',
};

export interface Expected {
  readonly text: string;
  readonly mentions: readonly string[];
}

/** "K[Kim Jong-un] met P[Putin]" → the plain text and its mentions in order. */
export function readCase(marked: string): Expected {
  const mentions: string[] = [];
  const text = marked.replace(/([KPT])\[([^\]]*)\]/g, (_all, letter: string, words: string) => {
    mentions.push(`${ENTITY_OF[letter]}: ${words}`);
    return words;
  });
  return { text, mentions };
}
