/**
 * `npm run -s facts -- --entity <id> --lang <lang>`: the facts as JSON, as the card gets them.
 * `--format jsonld`: as Web Annotations of schema.org claims, all entities unless one is named.
 */
import { parseArgs } from 'node:util';
import { cardContent } from '../core/card-content.ts';
import { claimsAsJsonLd } from '../core/claims-as-jsonld.ts';
import { chooseLanguage } from '../core/language.ts';
import { ENTITY_IDS } from '../core/model.ts';
import { readData } from './read-data.ts';

const FORMATS = ['json', 'jsonld'];

try {
  console.log(JSON.stringify(answer(), null, 2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function answer(): object {
  const { values } = parseArgs({
    options: {
      entity: { type: 'string' },
      lang: { type: 'string', default: 'en' },
      format: { type: 'string', default: 'json' },
    },
  });
  const { data, texts } = readData();
  const available = texts.map((language) => language.lang);
  const entity = ENTITY_IDS.find((id) => id === values.entity);
  const lang = chooseLanguage([values.lang], available, '');
  const language = texts.find((candidate) => candidate.lang === lang);
  if (!FORMATS.includes(values.format)) throw new Error(`--format is one of ${FORMATS.join(', ')}`);
  if (!language) throw new Error(`--lang is one of ${available.join(', ')}`);
  if (values.format === 'jsonld' && values.entity === undefined) {
    return claimsAsJsonLd(data, language);
  }
  if (!entity) throw new Error(`--entity is one of ${ENTITY_IDS.join(', ')}`);
  return values.format === 'jsonld'
    ? claimsAsJsonLd(data, language, entity)
    : cardContent(data, language, entity);
}
