/**
 * Damages a page as bad templates, cut connections and ill will do: the same seed gives the
 * same damage. Runs in the page and outside.
 */
export type Random = (below: number) => number;

/** Whole numbers from a seed; mulberry32, which is small and good enough to throw dice with. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Elements that change how the rest is read, opened and mostly never closed. */
const OPENINGS = [
  '<template>',
  '<template shadowrootmode="open">',
  '<noscript>',
  '<svg>',
  '<svg><foreignObject>',
  '<svg><desc>',
  '<math>',
  '<svg lang=en>',
  '<math lang=ru>',
  '<math><mi>',
  '<math><annotation-xml encoding="text/html">',
  '<table>',
  '<table><tr><p>',
  '<table><caption>',
  '<select>',
  '<select><option>',
  '<textarea>',
  '<title>',
  '<style>',
  '<script>',
  '<xmp>',
  '<listing>',
  '<plaintext>',
  '<iframe>',
  '<object>',
  '<button>',
  '<form><form>',
  '<dialog open>',
  '<details>',
  '<ruby><rt>',
  '<bdo dir=rtl>',
  '<font size=7>',
  '<a href=#><a>',
  '<p hidden>',
  '<p contenteditable>',
  '<body hidden>',
  '<html lang=xx>',
  '<slot>',
  '<frameset>',
  '<bakteppe-card>',
  '<mark data-bakteppe="kim-jong-un">',
  '<x-own is=p>',
  '<pre>\n\n',
  '<div style="display:none">',
  '<div style="display:contents">',
  '<br>',
  '<hr>',
  '<wbr>',
  '<li>',
  '</p>',
  '</br>',
  '</body>',
  '</html>',
  '</template>',
  '</table>',
  '</svg>',
  '</b></i></a>',
  '<!--',
  '-->',
  '<!',
  '<![CDATA[',
  ']]>',
  '<?php ',
  '<!doctype html>',
  '<base href="/x">',
  '<',
  '</',
] as const;

/** Names as pages have them and worse, to stand where the damage is. */
const NAMES = [
  'Putin',
  'Kim <i>Jong</i>-un',
  '<b>Vladimir</b> <b>Putin</b>',
  'Vladi<wbr>mir Pu&shy;tin',
  'Путина',
  '김정은',
  'Kim<br>Jong-un',
  'Kim <code>x</code> Jong-un',
  '<svg><text>Putin</text></svg>',
  '<table><td>Kim Jong-un</table>',
  '<math><mtext>Putin</mtext></math>',
  '<textarea>Putin</textarea>',
  'Kim <textarea>of</textarea> Jong-un',
  '<p>Kim<p>Jong-un',
  '&#80;&#x75;tin',
  'P\u0000utin',
  'Pu\u200btin',
  '<ruby>Putin<rt>Putin</ruby>',
  '<span hidden>Kim</span> Jong-un',
  'فلاديمير بوتين',
  '#putin',
] as const;

const ENTITIES = [
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&amp',
  '&shy;',
  '&zwj',
  '&;',
  '&#',
  '&#x;',
  '&notin;',
  '&nbsp',
];
const LETTERS = [
  '\u0000',
  '\ud800',
  '\udc00',
  '\ufeff',
  '\u202e',
  '\u2066',
  '\u200d',
  '\u0301',
  '\u0301'.repeat(3000),
  '\u2028',
  '\f',
  '\u00ad',
  '\uffff',
  '🇰🇵',
  '김',
  'ก็',
  'ﷺ',
];
/** Parsers stop nesting at some hundreds; what is flat on the page is deep in the source. */
const DEEP = 10_000;
/** Four elements each, and parsers take long over them. */
const DEEP_TABLES = 1000;
/** A value of an inline image or of a state kept in the page, in units. */
const HUGE = 200_000;

type Damage = (html: string, random: Random) => string;

const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[random(items.length)] as Item;
const insert = (html: string, at: number, what: string): string =>
  html.slice(0, at) + what + html.slice(at);
const insertAnywhere =
  (made: (random: Random) => string): Damage =>
  (html, random) =>
    insert(html, random(html.length + 1), made(random));

/** Replace one tag, whichever. */
const onTag =
  (change: (tag: string, random: Random) => string): Damage =>
  (html, random) => {
    const tags = [...html.matchAll(/<[^>]*>/g)];
    if (tags.length === 0) return html;
    const { 0: tag, index } = pick(tags, random);
    return html.slice(0, index) + change(tag, random) + html.slice(index + tag.length);
  };

const DAMAGES: readonly Damage[] = [
  (html, random) => html.slice(0, random(html.length)),
  (html, random) => {
    const from = random(html.length);
    return html.slice(0, from) + html.slice(from + random(400));
  },
  (html, random) => {
    // A stretch comes twice, somewhere else: ends and beginnings no longer meet.
    const from = random(html.length);
    return insert(html, random(html.length), html.slice(from, from + random(400)));
  },
  onTag(() => ''),
  onTag((tag) => tag + tag),
  onTag((tag) => tag.slice(0, -1)),
  onTag((tag, random) =>
    insert(tag, random(tag.length), pick(['"', "'", '=', '<', '/', '>'], random)),
  ),
  onTag(
    (tag, random) =>
      `${tag.slice(0, -1)} ${pick(['lang=', 'class="', 'hidden', 'dir=rtl'], random)}>`,
  ),
  onTag((tag) => `${tag.slice(0, -1)} data-x="${'x'.repeat(HUGE)}">`),
  insertAnywhere((random) => pick(OPENINGS, random)),
  insertAnywhere((random) => pick(OPENINGS, random)),
  insertAnywhere((random) => pick(NAMES, random)),
  insertAnywhere((random) => pick(NAMES, random)),
  insertAnywhere((random) => pick(ENTITIES, random)),
  insertAnywhere((random) => pick(LETTERS, random)),
  insertAnywhere((random) => String.fromCharCode(random(0x10000), random(0x10000))),
];
/** Slow to read, so that only some have it. */
const RARE: readonly Damage[] = [
  insertAnywhere((random) => pick(['<b>', '<div>', '<a>'], random).repeat(DEEP)),
  insertAnywhere(() => '<table><td>'.repeat(DEEP_TABLES)),
  insertAnywhere((random) => pick(NAMES, random).repeat(300)),
];
const MOST_DAMAGES = 7;
const ONE_RARE_IN = 60;

export function damage(html: string, random: Random): string {
  let damaged = html;
  for (let left = 1 + random(MOST_DAMAGES); left > 0; left--) {
    damaged = pick(DAMAGES, random)(damaged, random);
  }
  if (random(ONE_RARE_IN) === 0) damaged = pick(RARE, random)(damaged, random);
  // A page that goes elsewhere is another page.
  return damaged.replace(/http-equiv/gi, 'data-equiv');
}
