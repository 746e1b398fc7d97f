/**
 * Every kind of message there is, each with the check that it passes on arrival: anything
 * else gets no answer. A kind that is sent somewhere and stands in no row fails here, and so
 * does a file that listens and is not known to check.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_MENTIONS } from '../../src/core/model.ts';
import {
  COUNTS_QUESTION,
  isCountsQuestion,
  parseFrameCounts,
} from '../../src/extension/frame-messages.ts';
import {
  acceptPageMessage,
  PAGE_MESSAGE_TYPES,
  parsePageMessage,
} from '../../src/extension/messages.ts';
import {
  parseMentionList,
  parsePageStatus,
  parseWalkPosition,
} from '../../src/extension/page-answers.ts';
import { parsePanelMessage } from '../../src/extension/panel-message.ts';
import { isStatusQuestion, STATUS_QUESTION } from '../../src/extension/status-question.ts';
import { parseOriginalsAnswer, parseTextsAnswer } from '../../src/extension/texts-answer.ts';
import { parseWalkMessage } from '../../src/extension/walk-message.ts';
import { ROOT } from '../../src/tools/read-data.ts';
import { HOSTILE, shown, spoilt } from './hostile-values.ts';

const status = { state: 'annotated', counts: { ...NO_MENTIONS }, reasons: ['byline'] };
const line = { before: 'sa ', text: 'Putin', after: ' i dag' };
const mention = {
  ...{ entity: 'vladimir-putin', lang: 'nb', n: 1, count: 2, line },
  reading: { paragraph: 'sa Putin i dag', page: 'Moskva' },
};
const listed = { id: 1, entity: 'kim-jong-un', lang: 'ko', ...line };

type Parse = (value: unknown) => unknown;
const toBackground = parsePageMessage;
const countsQuestion: Parse = (value) => (isCountsQuestion(value) ? COUNTS_QUESTION : undefined);
const statusQuestion: Parse = (value) => (isStatusQuestion(value) ? STATUS_QUESTION : undefined);

/** By type. Those with the same type in both directions have an example each. */
const MESSAGES: readonly [type: string, parse: Parse, good: object][] = [
  ['wake', toBackground, { type: 'wake', langs: ['nb'] }],
  ['lease', toBackground, { type: 'lease', lines: '--0k3', card: '--0z9' }],
  ['names', toBackground, { type: 'names', langs: ['ko', 'en'] }],
  ['part', toBackground, { type: 'part', part: 'card' }],
  ['texts', toBackground, { type: 'texts', setting: 'automatic', page: 'nb' }],
  ['originals', toBackground, { type: 'originals' }],
  ['library', toBackground, { type: 'library', entity: 'kim-jong-un', fact: 'a-1', lang: 'nb' }],
  ['language', toBackground, { type: 'language', language: 'ko' }],
  ['hide-entity', toBackground, { type: 'hide-entity', entity: 'kim-jong-un' }],
  ['hide-site', toBackground, { type: 'hide-site' }],
  ['status', toBackground, { type: 'status', status }],
  ['frames', toBackground, { type: 'frames' }],
  ['counts', toBackground, { type: 'counts', counts: { ...NO_MENTIONS } }],
  ['counts?', countsQuestion, COUNTS_QUESTION],
  [
    'frame-counts',
    parseFrameCounts,
    { type: 'frame-counts', frame: 4, counts: { ...NO_MENTIONS } },
  ],
  ['status?', statusQuestion, { type: 'status?' }],
  ['walk', parseWalkMessage, { type: 'walk', command: 'next', from: 2 }],
  ['visit', parseWalkMessage, { type: 'visit', id: 3 }],
  ['about', parseWalkMessage, { type: 'about', text: 'Putin' }],
  ['mentions?', parseWalkMessage, { type: 'mentions?' }],
  ['mention', parsePanelMessage, { type: 'mention', mention }],
  ['none', parsePanelMessage, { type: 'none' }],
];
const ANSWERS: readonly [name: string, parse: Parse, good: unknown][] = [
  ['a status', parsePageStatus, status],
  ['where a walk came to', parseWalkPosition, { id: 1, entity: 'kim-jong-un', n: 1, count: 2 }],
  ['a list of mentions', parseMentionList, { mentions: [listed], count: 1, current: 1 }],
  ['texts that were brought', parseTextsAnswer, { lang: 'nb', topics: 'ko' }],
  ['originals that were brought', parseOriginalsAnswer, { lang: 'nb' }],
];

/** Files that hear messages or answers, and the check each of them has. */
const LISTENERS: Readonly<Record<string, RegExp>> = {
  'entrypoints/background.ts': /acceptPageMessage\(message, sender/,
  'src/extension/answer-scout.ts':
    /isCountsQuestion\(message\)[\s\S]*isStatusQuestion\(message\)[\s\S]*parseFrameCounts\(message\)/,
  'src/extension/answer-status.ts': /isStatusQuestion\(message\)/,
  'src/extension/answer-walk.ts': /parseWalkMessage\(message\)/,
  'src/extension/fetch-texts.ts':
    /parseTextsAnswer\(await ask[\s\S]*parseOriginalsAnswer\(await ask/,
  'src/extension/follow-page.ts':
    /parsePanelMessage\(message\)[\s\S]*parseStatusMessage\(message\)/,
  // It only says: what comes back is not looked at.
  'src/extension/frames.ts': /COUNTS_QUESTION/,
  'src/extension/page-in-front.ts': /parsePageStatus\(await[\s\S]*parseStatusMessage\(message\)/,
  'src/extension/walk-page.ts': /parseWalkPosition\(await ask[\s\S]*parseMentionList\(await ask/,
};
/** The doors themselves: they pass on what they hear, to the files above. */
const DOORS = ['src/extension/bare-browser.ts', 'src/extension/polyfill.ts'];

const sources = ['src/extension', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({
      name: `${folder}/${name}`,
      code: readFileSync(join(ROOT, folder, name), 'utf8'),
    })),
);

describe('none is forgotten', () => {
  test('every type that is written anywhere has a row', () => {
    const types = sources.flatMap(({ code }) =>
      [...code.matchAll(/\btype: (?:v\.literal\()?'([^'/]+)'/g)].map(([, type]) => type),
    );
    expect([...new Set(types)].sort()).toEqual(MESSAGES.map(([type]) => type).sort());
  });
  test('every type of the background’s schema has a row', () => {
    const own = MESSAGES.filter(([, parse]) => parse === toBackground).map(([type]) => type);
    expect([...PAGE_MESSAGE_TYPES].sort()).toEqual(own.sort());
  });
  test('every file that listens or asks is known, and checks', () => {
    const hears =
      /\.onMessage\b|\bonMessage\.|\.onConnect\b|\banswer\(|sendMessage\(|= .*await ask\(/;
    const listening = sources.filter(({ code }) => hears.test(code)).map(({ name }) => name);
    expect(listening.filter((name) => !DOORS.includes(name)).sort()).toEqual(
      Object.keys(LISTENERS).sort(),
    );
    for (const [name, check] of Object.entries(LISTENERS)) {
      expect(sources.find((source) => source.name === name)?.code, name).toMatch(check);
    }
  });
  test('nobody listens to other extensions, to pages, or to windows', () => {
    for (const { name, code } of sources) {
      expect(code, name).not.toMatch(/External\b|addEventListener\('message'|onmessage/);
    }
  });
});

describe.each([...MESSAGES, ...ANSWERS])('%s', (_name, parse, good) => {
  test('comes through as it is', () => {
    expect(parse(good)).toBeTruthy();
  });
  test('spoilt in any one place it is refused, or is another valid one', () => {
    for (const by of HOSTILE) {
      for (const bad of spoilt(good, by)) {
        const taken = parse(bad);
        // What is taken is whole: it holds nothing that the check would not take again.
        if (taken !== undefined && typeof taken === 'object') {
          expect(parse(taken), shown(bad)).toEqual(taken);
        }
        expect(parse(by), shown(by)).toBeUndefined();
      }
    }
  });
  test('anything at all: no exception, and nothing taken', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
    });
    fc.assert(
      fc.property(anything, (value) => parse(value) === undefined),
      { numRuns: 300 },
    );
  });
});

describe('the background takes messages of our scripts on pages only', () => {
  const own = 'own-id';
  const sender = { id: own, tab: { id: 7 }, frameId: 0, url: 'https://news.example/a' };
  const message = { type: 'hide-site' };
  test('from a page', () => {
    expect(acceptPageMessage(message, sender, own)).toEqual({
      ...{ message, place: { tabId: 7, frameId: 0 } },
      url: new URL(sender.url),
    });
  });
  test('from one document and no other in its place, where the browser says which', () => {
    const documentId = 'C1A9';
    const { place } = acceptPageMessage(message, { ...sender, documentId }, own) ?? {};
    expect(place).toEqual({ tabId: 7, frameId: 0, documentId });
  });
  test('from a frame, which has no site of its own, but never how the page stands', () => {
    const url = 'https://news.example/article';
    const frame = { ...sender, frameId: 4, url: 'about:srcdoc', tab: { id: 7, url } };
    expect(acceptPageMessage(message, frame, own)).toEqual({
      ...{ message, place: { tabId: 7, frameId: 4 } },
      url: new URL(url),
    });
    for (const other of [{ type: 'status', status }, { type: 'frames' }]) {
      expect(acceptPageMessage(other, frame, own), other.type).toBeUndefined();
      expect(acceptPageMessage(other, sender, own), other.type).toBeDefined();
    }
  });
  test.each([
    ['another extension', { ...sender, id: 'other-id' }],
    ['nobody', {}],
    ['no tab', { ...sender, tab: undefined }],
    ['a tab without a number', { ...sender, tab: {} }],
    ['a frame of a page without an address', { ...sender, frameId: 4 }],
    ['no frame', { ...sender, frameId: undefined }],
    ['no address', { ...sender, url: undefined }],
    ['an empty page', { ...sender, url: 'about:blank' }],
    ['a page of data', { ...sender, url: 'data:text/html,x' }],
    ['a file', { ...sender, url: 'file:///etc/passwd' }],
    ['a page of ours', { ...sender, url: 'chrome-extension://own-id/options.html' }],
    ['an address that is none', { ...sender, url: 'https://' }],
  ])('not from %s', (_name, other) => {
    expect(acceptPageMessage(message, other, own)).toBeUndefined();
  });
});
