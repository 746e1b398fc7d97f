/**
 * A fact to be quoted elsewhere: what is said, by whom, of which kind, where and
 * when; with what denies or limits it, which it must not travel without.
 */
import { monthInWords } from './age.ts';
import type { CardFact } from './card-content.ts';
import { fill } from './fill.ts';
import { placeInWords } from './locator.ts';
import type { Strings } from './strings.ts';

export interface CitedFact {
  readonly fact: CardFact;
  readonly denials: readonly CardFact[];
  readonly reservations: readonly CardFact[];
}

export type CitationStrings = Pick<
  Strings,
  | 'card.paragraph'
  | 'card.paragraphs'
  | 'card.source'
  | 'card.unknownSource'
  | 'card.qualified'
  | 'library.deniedBy'
  | 'page.labelled'
>;

/** As lines of plain text. */
export function citationText(cited: CitedFact, strings: CitationStrings, lang: string): string {
  return [
    cited.fact.text,
    detailsOf(cited.fact, strings, lang),
    ...tiesOf(cited, strings).map(([label, tied]) =>
      fill(strings['page.labelled'], {
        label,
        text: `${tied.text} (${detailsOf(tied, strings, lang)})`,
      }),
    ),
    ...sourceOf(cited.fact, strings, lang),
  ].join('\n');
}

/** As Markdown: the facts as quotations, the source beneath. */
export function citationMarkdown(cited: CitedFact, strings: CitationStrings, lang: string): string {
  const said = (fact: CardFact, label?: string): string =>
    label === undefined
      ? escaped(fact.text)
      : fill(strings['page.labelled'], {
          label: `**${escaped(label)}**`,
          text: escaped(fact.text),
        });
  const quote = (fact: CardFact, label?: string): string =>
    `> ${said(fact, label)}  \n> *${escaped(detailsOf(fact, strings, lang))}*`;
  return [
    quote(cited.fact),
    ...tiesOf(cited, strings).map(([label, tied]) => quote(tied, label)),
    sourceOf(cited.fact, strings, lang).map(escaped).join('  \n'),
  ].join('\n\n');
}

function detailsOf(fact: CardFact, strings: CitationStrings, lang: string): string {
  return [
    fact.kindLabel,
    fact.claimant.label,
    monthInWords(fact.date, lang),
    placeInWords(fact.paragraphs, strings, lang),
  ].join(' · ');
}

function tiesOf({ denials, reservations }: CitedFact, strings: CitationStrings) {
  return [
    ...denials.map((fact) => [strings['library.deniedBy'], fact] as const),
    ...reservations.map((fact) => [strings['card.qualified'], fact] as const),
  ];
}

function sourceOf(fact: CardFact, strings: CitationStrings, lang: string): string[] {
  return [
    fill(strings['card.source'], { date: monthInWords(fact.date, lang) }),
    strings['card.unknownSource'],
    `Bakteppe: ${fact.id}`,
  ];
}

/** Markdown's own signs stand for themselves. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
