/**
 * Settings files that are not to be taken, 500 of them: the same every time, so that a browser and
 * a unit test mean the same files. Each is a good file spoilt in a way of its own.
 */
const GOOD = {
  format: 'bakteppe-settings',
  version: 1,
  settings: {
    on: false,
    where: 'listed',
    sites: { 'vg.no': 'off', '*.nrk.no': 'on' },
    hidden: ['kim-jong-un'],
    painter: 'marks',
    strength: 'all',
    ground: 'light',
    language: 'ko',
    delay: 600,
    pinByClick: true,
  },
};
export const GOOD_FILE = JSON.stringify(GOOD);

/** No setting may be any of these; as JSON, for some cannot be written otherwise. */
const WRONG = [
  ...[
    'null',
    '0.5',
    '-1',
    '1e999',
    '"\\ud800"',
    '""',
    '"<script>alert(1)</script>"',
    '"__proto__"',
  ],
  ...['[]', '[[]]', '{}', '{"length": 1}', '[null]', '"true"', '99999999999999999999'],
  JSON.stringify('x'.repeat(20_000)),
];
/** `null` aside, an empty list and an empty object are good ones of these. */
const MAY_BE_EMPTY: Readonly<Record<string, string>> = { sites: '{}', hidden: '[]' };

const PATTERNS = [
  ...[
    '',
    ' ',
    '*',
    '*.',
    '.no',
    'vg.no:80',
    'http://vg.no',
    'vg .no',
    'VG.no',
    'a..b',
    '-',
    '/',
    '//',
  ],
  ...[
    'вг.рф',
    'vg.no/a b',
    '__proto__ ',
    'x'.repeat(300),
    '*.*.no',
    'vg.*',
    '\u202evg.no',
    'vg.no\u0000',
  ],
];
const KEYS = [
  ...[
    'sync',
    'ON',
    'on ',
    '__proto__',
    'constructor',
    'toString',
    'site:vg.no',
    'hidden:kim-jong-un',
  ],
  ...[
    'synced',
    'format',
    'news-since',
    '0',
    '',
    'colour',
    'prototype',
    'hasOwnProperty',
    'sites.vg.no',
  ],
];
/** Every object has something under these. */
export const KEYS_OF_OBJECTS = ['__proto__', 'constructor', 'prototype', 'toString'];
const NO_CHOICE = ['"perhaps"', '7', 'null', '{"on": true}'];
const HEADS = [
  ...[
    '{"format": "bookmarks"',
    '{"version": 1',
    '{"format": "bakteppe-settings"',
    '{"format": null',
  ],
  ...[
    '{"format": ["bakteppe-settings"], "version": 1',
    '{"format": "BAKTEPPE-settings", "version": 1',
  ],
  ...[
    '{"format": "bakteppe-settings", "version": "1"',
    '{"format": "bakteppe-settings", "version": 0',
  ],
  ...[
    '{"format": "bakteppe-settings", "version": 1.5',
    '{"format": "bakteppe-settings", "version": -1',
  ],
  ...[
    '{"format": "bakteppe-settings", "version": 2',
    '{"format": "bakteppe-settings", "version": 1e308',
  ],
];
const WHOLES = [
  ...['', ' ', '\ufeff', 'null', 'true', '0', '""', '[]', '[[[[', '{', '}', '{}', "{'on': false}"],
  ...[
    'undefined',
    'NaN',
    '<html></html>',
    'PK\u0003\u0004',
    '\u0000',
    '{"a":',
    'on=false',
    '// {}',
  ],
  `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
  JSON.stringify([GOOD]),
  `${GOOD_FILE}${GOOD_FILE}`,
];

export function hostileFiles(count = 500): string[] {
  const files = [...WHOLES, ...HEADS.map((head) => `${head}, "settings": {"on": false}}`)];
  const withSettings = (settings: string): string =>
    `{"format": "bakteppe-settings", "version": 1, "settings": ${settings}}`;
  const json = (value: unknown): string => JSON.stringify(value);
  for (const wrong of WRONG) if (wrong !== '{}') files.push(withSettings(wrong));
  for (const key of Object.keys(GOOD.settings)) {
    for (const wrong of WRONG) {
      if (MAY_BE_EMPTY[key] === wrong) continue;
      const others = Object.entries(GOOD.settings).filter(([other]) => other !== key);
      const fields = others.map(([other, value]) => `${json(other)}: ${json(value)}`);
      files.push(withSettings(`{${[...fields, `${json(key)}: ${wrong}`].join(', ')}}`));
    }
  }
  for (const pattern of PATTERNS) {
    files.push(withSettings(`{"on": false, "sites": {"nrk.no": "off", ${json(pattern)}: "off"}}`));
  }
  for (const wrong of NO_CHOICE) {
    for (const key of KEYS_OF_OBJECTS) files.push(withSettings(`{"sites": {"${key}": ${wrong}}}`));
  }
  const many = Array.from({ length: 300_000 }, (_, at) => `"${at}":"off"`);
  files.push(withSettings(`{"sites": {${many.join()}}}`));
  for (const key of KEYS) files.push(withSettings(`{"on": false, ${json(key)}: true}`));
  for (const wrong of WRONG) {
    files.push(withSettings(`{"sites": {"vg.no": ${wrong}}}`));
    files.push(withSettings(`{"hidden": ["kim-jong-un", ${wrong}]}`));
    files.push(`${GOOD_FILE.slice(0, -1)}, "more": ${wrong}}`);
  }
  // The rest: the good file cut off somewhere.
  const step = Math.max(1, Math.floor(GOOD_FILE.length / Math.max(1, count - files.length)));
  for (let end = GOOD_FILE.length - 1; files.length < count && end > 0; end -= step) {
    files.push(GOOD_FILE.slice(0, end));
  }
  return files.slice(0, count);
}
