/** All regular expressions of some source folders, as they are written there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { ROOT } from '../../src/tools/read-data.ts';

export interface Written {
  /** "core/language.ts" */
  readonly file: string;
  readonly expression: RegExp;
}

/** Read off the source: an expression nobody thought of is found too. */
export function expressionsIn(folders: readonly string[]): Written[] {
  return folders.flatMap((folder) => {
    const files = readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' });
    return files
      .filter((file) => /\.tsx?$/.test(file))
      .sort()
      .flatMap((file) => expressionsOf(`${folder}/${file}`));
  });
}

function expressionsOf(file: string): Written[] {
  const path = join(ROOT, 'src', file);
  const found: Written[] = [];
  const visitor = new Visitor({
    Literal(node) {
      if (!('regex' in node)) return;
      const { pattern, flags } = node.regex;
      found.push({ file, expression: new RegExp(pattern, flags) });
    },
  });
  visitor.visit(parseSync(path, readFileSync(path, 'utf8')).program);
  return found;
}

/** Expressions that are put together while something runs. */
export async function expressionsMadeIn(run: () => unknown): Promise<Written[]> {
  const made: Written[] = [];
  const Plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const expression = new target(source, flags);
      if (typeof source === 'string') made.push({ file: '(made)', expression });
      return expression;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = Plain;
  }
  return made;
}
