/**
 * Tells a text's language by its script, its letters and its small words; for
 * texts that declare none, or one that cannot be true.
 *
 * Only what the rules need to know is told apart: languages that have name
 * lists. Two small words or one letter of its own are asked for, so that a lone
 * name or a headline without small words stays undecided.
 */

/** Read of a text; more says nothing new. In UTF-16 units. */
const SAMPLE = 600;

/** First and last letters of scripts, ascending, by what one language of ours writes them, or their own name. */
const SCRIPTS: readonly (readonly [from: number, to: number, script: string])[] = [
  // With the six signs between capitals and small letters, which are rare.
  [0x41, 0x7a, 'Latin'],
  [0xc0, 0x24f, 'Latin'],
  [0x370, 0x3ff, 'el'],
  [0x400, 0x4ff, 'Cyrillic'],
  [0x530, 0x58f, 'hy'],
  [0x590, 0x5ff, 'he'],
  [0x600, 0x6ff, 'Arabic'],
  [0x900, 0x97f, 'hi'],
  [0x980, 0x9ff, 'bn'],
  [0xb80, 0xbff, 'ta'],
  [0xe00, 0xe7f, 'th'],
  [0x10a0, 0x10ff, 'ka'],
  [0x1ea0, 0x1eff, 'Latin'],
  [0x3040, 0x30ff, 'Han'],
  [0x4e00, 0x9fff, 'Han'],
  [0xac00, 0xd7af, 'ko'],
];

/** Letters that only one of the languages of a script writes, the rarer language first. */
const LETTERS: Readonly<Record<string, readonly (readonly [language: string, letters: RegExp])[]>> =
  {
    Cyrillic: [
      ['kk', /[әғқұһ]/i],
      ['sah', /[ҕҥҔҤ]/],
      ['mn', /[өү]/i],
      ['be', /ў/i],
      ['uk', /[їєґ]/i],
      ['mk', /[ѓќѕ]/i],
      ['sr', /[ђћџјљњ]/i],
      ['ru', /[ыэё]/i],
      ['uk', /і/i],
      ['bg', /ъ|(?:^|\s)(?:на|се|да|за|от|е)\s/i],
    ],
    Arabic: [
      ['ur', /[ٹڈڑںےھ]/],
      ['fa', /[پچژگکی]/],
      ['ar', /[ةىي]/],
    ],
    Han: [
      ['ja', /[\u3040-\u30ff]/],
      ['zh', /[\u4e00-\u9fff]/],
    ],
  };

/** Small words of the languages of the Latin script; those that two share weigh for both. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is was that with for has on by from are not',
  de: 'der die und das den ist mit von dem zu ein eine nicht auf für im sich auch',
  nl: 'de het een van en dat met zijn niet voor is op heeft wordt aan ook',
  nb: 'og i på av til som med for ikke er har fra det den et en sier ble også',
  nn: 'og i på av til som med ikkje er frå det ein ei har seier vart også dei',
  da: 'og i på af til som med ikke er har fra det den et en siger blev også',
  sv: 'och i på av till som med inte är har från det den ett en säger blev också att',
  is: 'og í á að sem við er ekki með til um hefur var það frá sagði',
  fi: 'ja on ei että oli hän mukaan myös se kun kanssa ovat sanoi joka',
  et: 'ja on ei et oli ta ning ka mis kui oma see ütles kes',
  lv: 'un ir ar par no uz kas bija arī ka viņa gada lai kā',
  lt: 'ir yra su kad iš kaip buvo per bei jis tai nuo taip apie',
  fr: 'le la les des et une est dans que du au pour sur avec qui pas à',
  es: 'el la los las de que y en un una con por del es se para al',
  ca: 'el la els les de que i en un una amb per del és dels als ha',
  pt: 'o a os as de que e em um uma com por do da não é na no',
  it: 'il la di che e un una con per del della è non nel sono gli',
  ro: 'și în de la cu pe care un o din este nu că pentru a lui',
  pl: 'i w na z że się nie do jest to o przez jego po jak który',
  cs: 'a v na se že je s do o z za by jsou podle ale který',
  sk: 'a v na sa že je s do o z za by sú podľa ale ktorý',
  sl: 'in je v na se da so za z ki bi tudi po pa ne od',
  hr: 'i u je na se da su za s koji od o nije bi tijekom te',
  'sr-Latn': 'i u je na se da su za sa koji od o nije bi tokom te',
  hu: 'a az és hogy nem is egy volt meg szerint már csak ez van',
  sq: 'të e në dhe për me një që nga është u ka i do janë',
  tr: 've bir bu ile için da de olarak olan daha çok gibi sonra kadar',
  vi: 'và của là có trong cho với được các những một không này người',
  id: 'yang dan di dengan untuk dari pada ini itu dalam tidak akan oleh',
};

const LATIN_WORD = /[a-z\u00aa-\u024f\u1e00-\u1eff]+/g;

/** Small words that have to be there before they say anything. */
const FEWEST = 2;

/** The script most of the text is in, or its language where one language writes that script. */
export function scriptOf(text: string): string | undefined {
  const counts = new Map<string, number>();
  const length = Math.min(text.length, SAMPLE);
  let from = 0;
  let to = -1;
  let script = '';
  let count = 0;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    // Spaces, digits and most punctuation: no letter of any script.
    if (code < FIRST_LETTER) continue;
    if (code < from || code > to) {
      const row = rowOf(code);
      if (!row) continue;
      counts.set(script, (counts.get(script) ?? 0) + count);
      [from, to, script] = row;
      count = 0;
    }
    count++;
  }
  counts.set(script, (counts.get(script) ?? 0) + count);
  counts.delete('');
  let most: string | undefined;
  for (const [each, letters] of counts) {
    if (letters > 0 && letters > (counts.get(most ?? '') ?? 0)) most = each;
  }
  return most;
}

const FIRST_LETTER = 0x41;

/** No closures and no iterators: a first page runs this before anything is compiled. */
function rowOf(code: number): (typeof SCRIPTS)[number] | undefined {
  for (let at = 0; at < SCRIPTS.length; at++) {
    const row = SCRIPTS[at];
    if (!row || code < row[0]) return undefined;
    if (code <= row[1]) return row;
  }
  return undefined;
}

/** The language of a text and how many of its small words speak for it, or undefined when undecided. */
export function detectLanguage(text: string): string | undefined {
  const script = scriptOf(text);
  if (script === undefined || script === 'Latin') return script && byWords(text);
  const marks = LETTERS[script];
  if (!marks) return script;
  const sample = text.slice(0, SAMPLE);
  return marks.find(([, letters]) => letters.test(sample))?.[0];
}

/** Does the text hold a small word of that language? */
export function hasWordOf(text: string, language: string): boolean {
  const words = spacedWords(language);
  const sample = text.slice(0, SAMPLE).toLowerCase();
  // Nearly always one stands between two spaces, which takes no expression to see.
  if (words.some((word) => sample.includes(word))) return true;
  return (sample.match(LATIN_WORD) ?? []).some((word) => words.includes(` ${word} `));
}

const spaced = new Map<string, readonly string[]>();

/** The small words of a language, each between two spaces. */
function spacedWords(language: string): readonly string[] {
  let words = spaced.get(language);
  if (!words) {
    words = WORDS[language]?.split(' ').map((word) => ` ${word} `) ?? [];
    spaced.set(language, words);
  }
  return words;
}

/** How many small words of each language the text holds. */
export function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.slice(0, SAMPLE).toLowerCase().match(LATIN_WORD) ?? []) {
    for (const lang of wordLanguages().get(word) ?? []) {
      counts.set(lang, (counts.get(lang) ?? 0) + 1);
    }
  }
  return counts;
}

function byWords(text: string): string | undefined {
  const [first, second] = [...countWords(text)].sort(([, a], [, b]) => b - a);
  if (!first || first[1] < FEWEST || first[1] === second?.[1]) return undefined;
  return first[0];
}

let known: ReadonlyMap<string, readonly string[]> | undefined;

/** The languages of each small word; made when a text is first asked about. */
function wordLanguages(): ReadonlyMap<string, readonly string[]> {
  if (known) return known;
  const languages = new Map<string, string[]>();
  for (const [lang, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ')) {
      const others = languages.get(word);
      if (others) others.push(lang);
      else languages.set(word, [lang]);
    }
  }
  known = languages;
  return languages;
}
