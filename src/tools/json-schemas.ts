/**
 * `npm run schemas`: JSON Schema files for editors, made from the schemas the
 * checks use, into `data/schema/`. `npm run check` says when they are out of step.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import {
  ArticleSchema,
  ClaimantsSchema,
  EntitiesSchema,
  FactsSchema,
  TextsSchema,
} from '../core/dataset-schema.ts';
import { NamesSchema } from '../core/names-schema.ts';
import { stringsSchema } from '../core/strings-schema.ts';
import { ROOT } from './read-data.ts';

/** A language with every plural category, so that the schema of the interface knows them all. */
const MOST_PLURALS = 'ar';

const SCHEMAS: Readonly<Record<string, GenericSchema>> = {
  article: ArticleSchema,
  entities: EntitiesSchema,
  claimants: ClaimantsSchema,
  facts: FactsSchema,
  texts: TextsSchema,
  names: NamesSchema,
  interface: stringsSchema(MOST_PLURALS),
};

/** File name → content, for `data/schema/`. */
export function jsonSchemaFiles(): Map<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      // Checks in code (markup, invisible characters) have no JSON Schema: `npm run check` makes them.
      const json = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
      if (name === 'interface') dropRequiredPlurals(json);
      return [`${name}.schema.json`, `${JSON.stringify(json, null, 2)}\n`];
    }),
  );
}

/** Which plural forms a language needs, only the check knows; `other` all have. */
function dropRequiredPlurals(json: object): void {
  const { properties } = json as { properties?: Record<string, { required?: string[] }> };
  for (const property of Object.values(properties ?? {})) {
    if (property.required) property.required = ['other'];
  }
}

/** Files of `data/schema/` that are not as the schemas say. */
export function staleJsonSchemas(): string[] {
  return [...jsonSchemaFiles()].filter(([name, text]) => read(name) !== text).map(([name]) => name);
}

function read(name: string): string | undefined {
  try {
    return readFileSync(join(ROOT, 'data', 'schema', name), 'utf8');
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  for (const [name, text] of jsonSchemaFiles()) {
    writeFileSync(join(ROOT, 'data', 'schema', name), text);
  }
  console.log(`data/schema: ${jsonSchemaFiles().size} files`);
}
