/**
 * The facts in open vocabularies: each one a schema.org `Claim` in the body of a
 * W3C Web Annotation whose target is its place in the article.
 *
 * schema.org has no relation between claims, so what denies or limits a claim is
 * an annotation of its own: it answers (`replying`) or comments on (`commenting`)
 * the other one. The article's address is not known, so it is named by a URN.
 */
import type { Facts, Texts } from './dataset-schema.ts';
import type { EntityId } from './model.ts';
import { sentenceOf } from './sentence.ts';

export type JsonLd = { readonly [key: string]: JsonLdValue };
type JsonLdValue = string | number | JsonLd | readonly JsonLdValue[];

const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { schema: 'http://schema.org/' }];
/** Text fragments by line; a line here is a paragraph: the article's non-empty lines. */
const LINES = 'http://tools.ietf.org/rfc/rfc5147';

const urn = (kind: string, id: string): string => `urn:bakteppe:${kind}:${id}`;

const CLAIMANT_TYPES: Readonly<Record<Facts['claimants'][number]['type'], string>> = {
  article: 'schema:NewsArticle',
  outlet: 'schema:NewsMediaOrganization',
  authority: 'schema:GovernmentOrganization',
  person: 'schema:Person',
  states: 'schema:Organization',
  unnamed: 'schema:Organization',
};

/** All facts, or those about one entity with what is tied to them, in one language, as a JSON-LD document. */
export function claimsAsJsonLd(data: Facts, texts: Texts, entity?: EntityId): JsonLd {
  return documentOf(data, texts, (fact) => entity === undefined || fact.about.includes(entity));
}

/** One fact with what is tied to it: a denied claim never travels without its denial. */
export function claimAsJsonLd(data: Facts, texts: Texts, id: string): JsonLd {
  return documentOf(data, texts, (fact) => fact.id === id);
}

function documentOf(data: Facts, texts: Texts, isOwn: (fact: FactRecord) => boolean): JsonLd {
  const own = data.facts.filter(isOwn);
  const ids = new Set(own.map(({ id }) => id));
  const tied = data.facts.filter(
    ({ denies, qualifies }) =>
      (denies !== undefined && ids.has(denies)) || qualifies?.some((id) => ids.has(id)),
  );
  const facts = data.facts.filter((fact) => own.includes(fact) || tied.includes(fact));
  return {
    '@context': CONTEXT,
    '@graph': [
      ...facts.map((fact) => annotationOf(fact, data, texts)),
      ...facts.flatMap((fact) => [
        ...(fact.denies === undefined ? [] : [tieOf(fact.id, 'replying', fact.denies)]),
        ...(fact.qualifies ?? []).map((target) => tieOf(fact.id, 'commenting', target)),
      ]),
    ],
  };
}

type FactRecord = Facts['facts'][number];

function annotationOf(fact: FactRecord, { article, claimants }: Facts, texts: Texts): JsonLd {
  const { lead = '', text = '' } = texts.facts[fact.id] ?? {};
  const type = claimants.find(({ id }) => id === fact.claimant)?.type ?? 'unnamed';
  return {
    id: urn('annotation', fact.id),
    type: 'Annotation',
    motivation: 'describing',
    body: {
      id: urn('fact', fact.id),
      type: 'schema:Claim',
      'schema:text': sentenceOf(texts.lang, lead, text),
      'schema:inLanguage': texts.lang,
      'schema:genre': texts.kinds[fact.kind] ?? fact.kind,
      'schema:additionalType': urn('kind', fact.kind),
      'schema:version': fact.revision,
      'schema:datePublished': article.date,
      'schema:author': {
        id: urn('claimant', fact.claimant),
        type: CLAIMANT_TYPES[type],
        'schema:name': texts.claimants[fact.claimant] ?? fact.claimant,
      },
      'schema:about': fact.about.map((id) => ({
        id: urn('entity', id),
        type: id === 'partnership-treaty' ? 'schema:Legislation' : 'schema:Person',
        'schema:name': texts.entities[id]?.label ?? id,
      })),
      'schema:keywords': fact.topics.map((topic) => texts.topics[topic]?.label ?? topic),
      'schema:appearance': {
        id: urn('article', article.id),
        type: 'schema:NewsArticle',
        'schema:inLanguage': article.language,
        'schema:datePublished': article.date,
      },
    },
    target: fact.paragraphs.map((n) => ({
      source: urn('article', article.id),
      selector: { type: 'FragmentSelector', conformsTo: LINES, value: `line=${n - 1},${n}` },
    })),
  };
}

function tieOf(id: string, motivation: 'replying' | 'commenting', target: string): JsonLd {
  return {
    id: urn('annotation', `${id}-${motivation}-${target}`),
    type: 'Annotation',
    motivation,
    body: urn('fact', id),
    target: urn('fact', target),
  };
}
