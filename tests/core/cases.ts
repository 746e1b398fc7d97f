/** Reads the tables of cases: texts in which `[words]` are the expected mentions, the letter says whose. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityId } from '../../src/core/model.ts';

const ENTITY_OF: Readonly<Record<string, EntityId>> = {
  K: 'kim-jong-un',
  P: 'vladimir-putin',
  T: 'partnership-treaty',
};

export interface Expected {
  /** The paragraphs of the page. */
  readonly paragraphs: readonly string[];
  /** "entity: words" of every mention, in order. */
  readonly mentions: readonly string[];
}

export interface Case {
  readonly lang: string | undefined;
  readonly group: string;
  readonly marked: string;
}

/** "K[Kim Jong-un] met P[Putin]" → the plain paragraphs and their mentions in order. */
export function readCase(marked: string): Expected {
  const mentions: string[] = [];
  const text = marked
    .replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    .replace(/([KPT])\[([^\]]*)\]/g, (_all, letter: string, words: string) => {
      mentions.push(`${ENTITY_OF[letter]}: ${words}`);
      return words;
    });
  return { paragraphs: text.split(' ¶ '), mentions };
}

const FOLDER = join(import.meta.dirname, 'mentions');

/** All cases of all languages, as `mentions/README.md` describes them. */
export function allCases(): ReadonlyMap<string, readonly Case[]> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
  return new Map(files.map((name) => [name.slice(0, -4), casesOf(name.slice(0, -4))]));
}

function casesOf(lang: string): Case[] {
  let group = '';
  const cases: Case[] = [];
  for (const line of readFileSync(join(FOLDER, `${lang}.txt`), 'utf8').split('\n')) {
    if (line.startsWith('# ')) group = line.slice(2);
    else if (line.trim() !== '') {
      const [, tag, marked = ''] = /^(?:\{([^}]+)\}\s*)?(.*)$/u.exec(line) ?? [];
      cases.push({ lang: tag === '-' ? undefined : (tag ?? lang), group, marked });
    }
  }
  return cases;
}
