/** The JSON-LD export, checked against the vocabularies as their makers publish them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import { claimsAsJsonLd } from '../../src/core/claims-as-jsonld.ts';
import { readData } from '../../src/tools/read-data.ts';

const { data, texts } = readData();
const SCHEMA = 'http://schema.org/';
const OA = 'http://www.w3.org/ns/oa#';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const SUBCLASS = 'http://www.w3.org/2000/01/rdf-schema#subClassOf';

/** What the annotation context says of the words we use (https://www.w3.org/TR/annotation-vocab/). */
const ANNO = {
  oa: OA,
  dcterms: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  id: { '@type': '@id', '@id': '@id' },
  type: { '@type': '@id', '@id': '@type' },
  Annotation: 'oa:Annotation',
  FragmentSelector: 'oa:FragmentSelector',
  describing: 'oa:describing',
  replying: 'oa:replying',
  commenting: 'oa:commenting',
  body: { '@type': '@id', '@id': 'oa:hasBody' },
  target: { '@type': '@id', '@id': 'oa:hasTarget' },
  source: { '@type': '@id', '@id': 'oa:hasSource' },
  selector: { '@type': '@id', '@id': 'oa:hasSelector' },
  motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' },
  conformsTo: { '@type': '@id', '@id': 'dcterms:conformsTo' },
  value: 'rdf:value',
};

type Triples = ReadonlyMap<string, ReadonlySet<string>>;

/** "subject predicate" → objects, of a vocabulary's published file. */
function vocabulary(name: string): Triples {
  const file = createRequire(import.meta.url).resolve(`@vocabulary/${name}`);
  const triples = new Map<string, Set<string>>();
  for (const line of readFileSync(file.replace(/index\.js$/, `${name}.nq`), 'utf8').split('\n')) {
    const [, s, p, o] = /^<([^>]+)> <([^>]+)> <([^>]+)>/.exec(line) ?? [];
    if (!s || !p || !o) continue;
    const key = `${s} ${p}`;
    triples.set(key, (triples.get(key) ?? new Set()).add(o));
  }
  return triples;
}

const schema = vocabulary('schema');
const oa = vocabulary('oa');

function superclasses(type: string): string[] {
  return [type, ...[...(schema.get(`${type} ${SUBCLASS}`) ?? [])].flatMap(superclasses)];
}

interface Node {
  readonly '@id'?: string;
  readonly '@type'?: readonly string[];
  readonly [property: string]: unknown;
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesIn)];
}

const documentLoader = async (url: string) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`not to be fetched: ${url}`);
  return { documentUrl: url, document: { '@context': ANNO } };
};

function expanded(lang: string): Promise<Node[]> {
  const language = texts.find((candidate) => candidate.lang === lang);
  if (!language) throw new Error(`no ${lang}`);
  const document = claimsAsJsonLd(data, language) as object as jsonld.JsonLdDocument;
  // `safe` refuses what the context does not know; the types lack it.
  const options: jsonld.Options.Expand = Object.assign({ documentLoader }, { safe: true });
  return jsonld.expand(document, options) as Promise<unknown> as Promise<Node[]>;
}

test('every class and property is one that its vocabulary has, on a class it belongs to', async () => {
  const wrong: string[] = [];
  for (const node of nodesIn(await expanded('en'))) {
    const types = node['@type'] ?? [];
    for (const type of types) {
      const known = type.startsWith(SCHEMA) ? schema : oa;
      if (!known.has(`${type} ${TYPE}`)) wrong.push(`no class ${type}`);
    }
    for (const property of Object.keys(node).filter((key) => !key.startsWith('@'))) {
      if (property.startsWith(OA) && !oa.has(`${property} ${TYPE}`)) wrong.push(`no ${property}`);
      if (!property.startsWith(SCHEMA)) continue;
      const domains = schema.get(`${property} ${SCHEMA}domainIncludes`) ?? new Set();
      const isAtHome = types.flatMap(superclasses).some((type) => domains.has(type));
      if (!isAtHome) wrong.push(`${property} is not for ${types.join(', ')}`);
    }
    for (const motivation of nodesIn(node[`${OA}motivatedBy`])) {
      const isKnown = oa.get(`${motivation['@id']} ${TYPE}`)?.has(`${OA}Motivation`);
      if (!isKnown) wrong.push(`no motivation ${motivation['@id']}`);
    }
  }
  expect([...new Set(wrong)]).toEqual([]);
});

describe.each(texts.map(({ lang }) => lang))('%s', (lang) => {
  test('each fact is one claim with claimant, date, language and place', async () => {
    const claims = nodesIn(await expanded(lang)).filter((node) =>
      node['@type']?.includes(`${SCHEMA}Claim`),
    );
    expect(claims.map((claim) => claim['@id'])).toEqual(
      data.facts.map(({ id }) => `urn:bakteppe:fact:${id}`),
    );
    for (const claim of claims) {
      expect(claim[`${SCHEMA}inLanguage`]).toEqual([{ '@value': lang }]);
      expect(claim[`${SCHEMA}datePublished`]).toEqual([{ '@value': '2024-06' }]);
      expect(nodesIn(claim[`${SCHEMA}author`])[0]).toHaveProperty([`${SCHEMA}name`]);
    }
  });
});

test('a paragraph is a line of the article, and ties are annotations of their own', async () => {
  const nodes = await expanded('en');
  const byId = (id: string) =>
    nodes.find((node) => node['@id'] === `urn:bakteppe:annotation:${id}`);
  expect(JSON.stringify(byId('promised-solidarity'))).toMatch(/line=9,10.*line=10,11/);
  expect(byId('missile-help-denied-replying-missile-technology-fear')).toMatchObject({
    [`${OA}hasBody`]: [{ '@id': 'urn:bakteppe:fact:missile-help-denied' }],
    [`${OA}hasTarget`]: [{ '@id': 'urn:bakteppe:fact:missile-technology-fear' }],
  });
});
