/** `npm run -s facts -- --entity <id> --lang <lang>`: the facts as JSON, as the card gets them. */
import { parseArgs } from 'node:util';
import { cardContent } from '../core/card-content.ts';
import { chooseLanguage } from '../core/language.ts';
import { ENTITY_IDS } from '../core/model.ts';
import { readData } from './read-data.ts';

const { values } = parseArgs({
  options: { entity: { type: 'string' }, lang: { type: 'string', default: 'en' } },
});
const entity = ENTITY_IDS.find((id) => id === values.entity);
const { data, texts } = readData();
const available = texts.map((language) => language.lang);
const lang = chooseLanguage([values.lang], available, '');
const language = texts.find((candidate) => candidate.lang === lang);

if (!entity || !language) {
  const what = entity
    ? `--lang is one of ${available.join(', ')}`
    : `--entity is one of ${ENTITY_IDS.join(', ')}`;
  console.error(what);
  process.exitCode = 1;
} else {
  console.log(JSON.stringify(cardContent(data, language, entity), null, 2));
}
