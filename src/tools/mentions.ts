/**
 * `npm run -s mentions`: JSON lines `{"id","lang","text"}` in, JSON lines
 * `{"id","mentions":[{"entity","start","end","text"}]}` out. Each text is a page
 * of its own; offsets are UTF-16 units, half-open. A bad line answers
 * `{"id","error"}`, the rest goes on, and the exit code is 1.
 */
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { createTextReader } from './text-reader.ts';

const LineSchema = v.object({
  id: v.union([v.string(), v.number()]),
  lang: v.optional(v.nullable(v.string())),
  text: v.string(),
});

const readText = createTextReader();

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === '') continue;
  process.stdout.write(`${JSON.stringify(answer(line))}\n`);
}

function answer(line: string): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return failed(null, 'is not JSON');
  }
  const result = v.safeParse(LineSchema, parsed);
  if (!result.success) {
    const issue = result.issues[0];
    const id = (parsed as { id?: unknown } | null)?.id ?? null;
    return failed(id, `${v.getDotPath(issue) ?? '(line)'}: ${issue.message}`);
  }
  const { id, lang, text } = result.output;
  const mentions = readText(text, lang ?? undefined).map((mention) => ({
    ...mention,
    text: text.slice(mention.start, mention.end),
  }));
  return { id, mentions };
}

function failed(id: unknown, error: string): object {
  process.exitCode = 1;
  return { id, error };
}
