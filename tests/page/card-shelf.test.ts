/** Texts that do not come at once, or not at first: a card must not stay away for good. */
import { describe, expect, test } from 'vitest';
import type { CardTexts } from '../../src/core/card-texts.ts';
import { createCardShelf } from '../../src/page/card-shelf.ts';

interface Question {
  readonly setting: string;
  readonly lang: string | undefined;
  /** Answer it; undefined: nobody could. */
  answer(lang: string | undefined): Promise<void>;
}

/** A background that answers when the test does. */
function openShelf(setting = 'automatic') {
  const asked: Question[] = [];
  let changes = 0;
  const shelf = createCardShelf(
    setting,
    {
      loadTexts: (wanted, lang) =>
        new Promise((resolve) => {
          asked.push({
            setting: wanted,
            lang,
            async answer(found) {
              resolve(found === undefined ? undefined : textsIn(found));
              await settled();
            },
          });
        }),
      loadOriginals: async () => undefined,
    },
    () => {
      changes++;
    },
  );
  return { shelf, asked, changes: () => changes };
}

const textsIn = (lang: string): CardTexts => ({ lang, topics: {} }) as unknown as CardTexts;
/** Promises that hang on each other are through. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

function question(asked: readonly Question[], at: number): Question {
  const found = asked[at];
  if (!found) throw new Error(`question ${at} was not asked`);
  return found;
}

describe('texts that could not be had', () => {
  test('are asked for again when a card needs them, and once only while that runs', async () => {
    const { shelf, asked, changes } = openShelf();
    shelf.want(new Set(['nb']));
    await question(asked, 0).answer(undefined);
    expect(shelf.of('nb')).toBeUndefined();
    shelf.want(new Set(['nb']));
    expect(asked, 'painting does not ask again').toHaveLength(1);
    shelf.need('nb');
    shelf.need('nb');
    expect(asked).toHaveLength(2);
    await question(asked, 1).answer('nb');
    expect(shelf.of('nb')?.lang).toBe('nb');
    expect(changes()).toBe(1);
    shelf.need('nb');
    expect(asked, 'what is here is not fetched').toHaveLength(2);
  });

  test('of another setting are asked for again, and what is here serves until then', async () => {
    const { shelf, asked } = openShelf();
    shelf.want(new Set(['nb']));
    await question(asked, 0).answer('nb');
    shelf.setLanguage('ar');
    await question(asked, 1).answer(undefined);
    expect(shelf.of('nb')?.lang).toBe('nb');
    shelf.need('nb');
    expect(question(asked, 2)).toMatchObject({ setting: 'ar', lang: 'nb' });
    await question(asked, 2).answer('ar');
    expect(shelf.of('nb')?.lang).toBe('ar');
  });

  test('are waited for by who speaks, and asked for again by who speaks next', async () => {
    const { shelf, asked } = openShelf();
    const first = shelf.when('ko');
    const second = shelf.when('ko');
    expect(asked).toHaveLength(1);
    await question(asked, 0).answer(undefined);
    expect(await first).toBeUndefined();
    expect(await second).toBeUndefined();
    const third = shelf.when('ko');
    await question(asked, 1).answer('ko');
    expect((await third)?.lang).toBe('ko');
  });
});

test('an answer to a setting that is no longer meant is not kept', async () => {
  const { shelf, asked, changes } = openShelf('nb');
  shelf.want(new Set(['de']));
  shelf.setLanguage('ar');
  expect(asked.map(({ setting }) => setting)).toEqual(['nb', 'ar']);
  await question(asked, 1).answer('ar');
  await question(asked, 0).answer('nb');
  expect(shelf.of('de')?.lang).toBe('ar');
  expect(changes()).toBe(1);
});

test('a language without texts of its own is shown in one that is here', async () => {
  const { shelf, asked } = openShelf();
  shelf.want(new Set(['fi', 'sv']));
  await question(asked, 1).answer('en');
  expect(shelf.of('fi')?.lang).toBe('en');
  expect(shelf.of(undefined)?.lang).toBe('en');
});

test('a page in more languages than eight gets texts for eight, also when a card needs more', () => {
  const { shelf, asked } = openShelf();
  shelf.want(new Set(['nb', 'nn', 'en', 'de', 'fr', 'es', 'ru', 'uk', 'ko']));
  expect(asked).toHaveLength(8);
  shelf.need('ko');
  expect(asked).toHaveLength(8);
});
