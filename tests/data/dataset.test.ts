/** The real data is fit to ship, and each kind of bad data is named by file, field and reason. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardContent } from '../../src/core/card-content.ts';
import { checkOwnWords } from '../../src/core/check-own-words.ts';
import { ENTITY_IDS } from '../../src/core/model.ts';
import { DatasetError, parseDataset } from '../../src/core/parse-dataset.ts';
import { ROOT, readData } from '../../src/tools/read-data.ts';

const FILES = [
  'data/article.json',
  'data/entities.json',
  'data/claimants.json',
  'data/facts.json',
  'data/texts/en.json',
  'data/texts/nb.json',
  'data/names/en.json',
];

// biome-ignore lint/suspicious/noExplicitAny: the damage below is deliberate
type Json = any;

function files(): Map<string, Json> {
  return new Map(FILES.map((file) => [file, JSON.parse(readFileSync(join(ROOT, file), 'utf8'))]));
}

function problemsAfter(damage: (all: Map<string, Json>) => void): string {
  const all = files();
  damage(all);
  try {
    parseDataset(all);
  } catch (error) {
    if (error instanceof DatasetError) return error.message;
    throw error;
  }
  return '';
}

test('the data is whole', () => {
  expect(problemsAfter(() => undefined)).toBe('');
});

describe('bad data stops the build with file, field and reason', () => {
  const cases: [string, (all: Map<string, Json>) => void, string][] = [
    [
      'unknown claimant',
      (all) => {
        all.get('data/facts.json')[0].claimant = 'nobody';
      },
      'data/facts.json: nato-worry.claimant: "nobody" is not in data/claimants.json',
    ],
    [
      'missing text',
      (all) => {
        delete all.get('data/texts/nb.json').facts['un-veto'];
      },
      'data/texts/nb.json: facts.un-veto: is missing',
    ],
    [
      'a text for nothing',
      (all) => {
        all.get('data/texts/en.json').facts.extra = { revision: 1, lead: 'a', text: 'b' };
      },
      'data/texts/en.json: facts.extra: stands for nothing',
    ],
    [
      'stale translation',
      (all) => {
        all.get('data/facts.json')[0].revision = 2;
      },
      'facts.nato-worry.revision: translates revision 1, the fact is at 2',
    ],
    [
      'paragraph out of range',
      (all) => {
        all.get('data/facts.json')[0].paragraphs = [99];
      },
      'nato-worry.paragraphs: the article has no paragraph 99',
    ],
    [
      'a heading',
      (all) => {
        all.get('data/facts.json')[0].paragraphs = [9];
      },
      'nato-worry.paragraphs: 9 is a heading',
    ],
    [
      'a paragraph behind no fact',
      (all) => {
        all.get('data/facts.json').shift();
      },
      'no fact is from paragraph 1',
    ],
    [
      'a cycle',
      (all) => {
        const f = all.get('data/facts.json');
        f.find((x: Json) => x.id === 'mutual-help').qualifies = ['how-close-unclear'];
      },
      'runs in a circle',
    ],
    [
      'a denial of nothing',
      (all) => {
        all.get('data/facts.json').find((x: Json) => x.denies).denies = 'nothing';
      },
      'there is no fact "nothing"',
    ],
    [
      'a denial without its concern',
      (all) => {
        delete all.get('data/facts.json').find((x: Json) => x.denies).denies;
      },
      'a denial names what it denies',
    ],
    [
      'a caption without its agency',
      (all) => {
        delete all.get('data/facts.json').find((x: Json) => x.photo).photo;
      },
      'a caption names its photo agency',
    ],
    [
      'markup',
      (all) => {
        all.get('data/texts/en.json').facts['un-veto'].text = 'a <b>veto</b>';
      },
      'data/texts/en.json: facts.un-veto.text: contains markup',
    ],
    [
      'a direction control',
      (all) => {
        all.get('data/texts/en.json').facts['un-veto'].text = 'a \u202everto';
      },
      'contains a direction control character',
    ],
    [
      'an address that is not https',
      (all) => {
        all.get('data/article.json').url = 'http://example.org/';
      },
      'data/article.json: url: is not an https address',
    ],
    [
      'an unknown field',
      (all) => {
        all.get('data/facts.json')[0].verdict = 'true';
      },
      'data/facts.json: 0.verdict',
    ],
    [
      'an unknown kind',
      (all) => {
        all.get('data/facts.json')[0].kind = 'truth';
      },
      'data/facts.json: 0.kind',
    ],
    [
      'quotation marks nobody speaks',
      (all) => {
        all.get('data/texts/en.json').facts['missile-remains'].text = '“remains”';
      },
      'has quotation marks, but no claimant who is quoted',
    ],
    [
      'quotation marks around words of the article',
      (all) => {
        all.get('data/texts/nb.json').facts['both-gained'].text = 'de fikk «noe»';
      },
      'data/texts/nb.json: facts.both-gained: has quotation marks, but no claimant who is quoted',
    ],
    [
      'a cycle of denials',
      (all) => {
        const f = all.get('data/facts.json');
        const denial = f.find((x: Json) => x.denies);
        const denied = f.find((x: Json) => x.id === denial.denies);
        Object.assign(denied, { kind: 'denial', denies: denial.id });
      },
      'data/facts.json: missile-technology-fear.denies: runs in a circle',
    ],
    [
      'a reservation about nothing',
      (all) => {
        all.get('data/facts.json').find((x: Json) => x.qualifies).qualifies = ['nothing'];
      },
      'how-close-unclear.qualifies: there is no fact "nothing"',
    ],
    [
      'a topic without words',
      (all) => {
        all.get('data/texts/en.json').topics.visit.words = [];
      },
      'data/texts/en.json: topics.visit.words: has no word',
    ],
    [
      'a star inside a word',
      (all) => {
        all.get('data/texts/en.json').topics.visit.words = ['vis*it'];
      },
      'has a "*" inside a word, or alone',
    ],
    [
      'an invisible character',
      (all) => {
        all.get('data/texts/en.json').facts['un-veto'].text = 'a ve\u00adto';
      },
      'data/texts/en.json: facts.un-veto.text: contains an invisible character',
    ],
    [
      'a topic without its words in a language',
      (all) => {
        delete all.get('data/texts/nb.json').topics['un-veto'];
      },
      'data/texts/nb.json: topics.un-veto: is missing',
    ],
    [
      'a missing file',
      (all) => {
        all.delete('data/claimants.json');
      },
      'data/claimants.json: (file): is missing',
    ],
    [
      'a name with a stray space',
      (all) => {
        all.get('data/names/en.json').names['kim-jong-un'].full.push('Kim ');
      },
      'starts or ends with white space',
    ],
  ];
  test.each(cases)('%s', (_name, damage, problem) => {
    expect(problemsAfter(damage)).toContain(problem);
  });
});

describe('the whole folder', () => {
  const copyWith = (damage: (root: string) => void): string => {
    const root = mkdtempSync(join(tmpdir(), 'bakteppe-data-'));
    try {
      cpSync(join(ROOT, 'data'), join(root, 'data'), { recursive: true });
      damage(root);
      readData(root);
      return '';
    } catch (error) {
      if (error instanceof DatasetError) return error.message;
      throw error;
    } finally {
      rmSync(root, { recursive: true });
    }
  };
  const edit = (root: string, file: string, change: (json: Json) => void): void => {
    const path = join(root, 'data', file);
    const json = JSON.parse(readFileSync(path, 'utf8'));
    change(json);
    writeFileSync(path, JSON.stringify(json));
  };
  const cases: [string, (root: string) => void, string][] = [
    ['nothing wrong', () => undefined, ''],
    [
      'a language is gone',
      (root) => rmSync(join(root, 'data/texts/uk.json')),
      'data/texts/uk.json: (file): is missing',
    ],
    [
      'the interface of a language is gone',
      (root) => rmSync(join(root, 'data/interface/ja.json')),
      'data/interface/ja.json: ',
    ],
    [
      'an interface string is gone',
      (root) => edit(root, 'interface/ko.json', (json) => delete json['card.close']),
      'data/interface/ko.json: card.close',
    ],
    [
      'a plural form is gone',
      (root) => edit(root, 'interface/ar.json', (json) => delete json['card.opened'].few),
      'data/interface/ar.json: card.opened.few',
    ],
    [
      'a place is gone',
      (root) =>
        edit(root, 'interface/ru.json', (json) => {
          json['card.showAll'] = 'Показать все';
        }),
      'data/interface/ru.json: card.showAll: has the places (none) and not {count}',
    ],
    [
      'no JSON',
      (root) => writeFileSync(join(root, 'data/facts.json'), '[{'),
      'data/facts.json: (file): SyntaxError',
    ],
  ];
  test.each(cases)('%s', (_name, damage, problem) => {
    const message = copyWith(damage);
    if (problem === '') expect(message).toBe('');
    else expect(message).toContain(problem);
  });
});

describe('own words', () => {
  const texts = readData().texts.slice(0, 1);
  const [first] = texts;
  if (!first) throw new Error('no texts');
  const said = (text: string) =>
    checkOwnWords('En to tre fire fem seks sju åtte ni ti.', [
      { ...first, facts: { x: { revision: 1, lead: 'Han sa', text } } },
    ]).length;
  test.each([
    ['eight words in a row are refused', 'en to tre fire fem seks sju åtte', 1],
    ['seven are not', 'en to tre fire fem seks sju nei', 0],
    ['a speaker is quoted', 'at «en to tre fire fem seks sju åtte»', 0],
  ])('%s', (_name, text, problems) => {
    expect(said(text)).toBe(problems);
  });
});

describe('the cards', () => {
  const { data, texts } = readData();
  const all = texts.flatMap((language) =>
    ENTITY_IDS.map((id) => ({ lang: language.lang, id, language })),
  );
  test.each(all)('$lang $id: a denial stands directly under what it denies', ({ language, id }) => {
    const { facts } = cardContent(data, language, id);
    expect(facts.length).toBeGreaterThan(4);
    facts.forEach((fact, at) => {
      expect(fact.text.startsWith(fact.lead)).toBe(true);
      if (fact.denies) expect(facts[at - 1]?.id).toBe(fact.denies);
      const denials = data.facts.filter((other) => other.denies === fact.id);
      expect(facts.slice(at + 1, at + 1 + denials.length).map((f) => f.id)).toEqual(
        denials.map((f) => f.id),
      );
    });
  });
});
