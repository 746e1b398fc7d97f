/**
 * How dark the page made the text of a mention: the line beneath must be as dark
 * or as light. Reads computed styles, never the layout, and each element once.
 */
import { lightnessOf, opacityOf } from '../core/lightness.ts';
import { closestTo, parentOf } from './composed.ts';
import type { PlacedMention } from './place.ts';

/**
 * Dark and light text, and text of a middle lightness. Text of 4.5 : 1 that is
 * darker than 0.565 in OKLab can only stand on something lighter, and lighter
 * text only on something darker: 4.5 : 1 from white and from black meet there.
 */
export const TONES = ['dark', 'light', 'middle'] as const;
export type Tone = (typeof TONES)[number];

/** Between these nothing is taken for granted: large text of 3 : 1 may stand on either side. */
const DARK_UP_TO = 0.5;
const LIGHT_FROM = 0.65;
/** Text less opaque than this is not what is seen: a background shows through its letters. */
const LEAST_OPACITY = 0.1;

/**
 * The tone of the strong line for each mention, or undefined where the thin line
 * is enough. What is `known` is not asked again: pages change their colours, so it is good
 * for a while only.
 */
export function createTones(
  strong: ReadonlySet<PlacedMention>,
  known: Map<Element, TextColours> = new Map(),
): (mention: PlacedMention) => Tone | undefined {
  return (mention) => {
    const element = parentOf(mention.range.startContainer);
    if (!element) return undefined;
    const text = known.get(element) ?? readText(element);
    known.set(element, text);
    if (strong.has(mention) || text.isCutOut) return text.tone;
    return text.drownsThin ? 'middle' : undefined;
  };
}

/** What was read of an element's text. */
export interface TextColours {
  readonly tone: Tone;
  /** A background shows through the letters: their colour is nothing. */
  readonly isCutOut: boolean;
  /**
   * A thin line would hardly be seen: on the underline that the page gives a link,
   * and in vertical text, where Chromium smears it over two columns of pixels.
   */
  readonly drownsThin: boolean;
}

function readText(element: Element): TextColours {
  const { webkitTextFillColor, color, writingMode } = getComputedStyle(element);
  const fill = webkitTextFillColor || color;
  const isCutOut = opacityOf(fill) < LEAST_OPACITY;
  return {
    tone: toneOf(isCutOut ? behindLetters(element) : fill),
    isCutOut,
    drownsThin: !writingMode.startsWith('horizontal') || isUnderlinedLink(element),
  };
}

function isUnderlinedLink(element: Element): boolean {
  const link = closestTo(element, ':any-link');
  return link !== null && getComputedStyle(link).textDecorationLine.includes('underline');
}

function toneOf(colour: string | undefined): Tone {
  const lightness = colour === undefined ? undefined : lightnessOf(colour);
  if (lightness === undefined) return 'middle';
  if (lightness <= DARK_UP_TO) return 'dark';
  return lightness >= LIGHT_FROM ? 'light' : 'middle';
}

/** Letters cut out of a gradient: its first colour stands for all of them. */
function behindLetters(element: Element): string | undefined {
  for (let up: Element | null = element; up; up = parentOf(up)) {
    const colour = FIRST_COLOUR.exec(getComputedStyle(up).backgroundImage)?.[0];
    if (colour !== undefined) return colour;
  }
  return undefined;
}

const FIRST_COLOUR = /(?:rgba?|oklch|oklab|lab|lch|color)\([^)]*\)/;
