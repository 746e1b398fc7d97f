/**
 * How mentions look, for both painters: a quiet underline, distinct per entity by
 * its style. Strong ones have a thick line with the entity's hue, later ones a thin
 * line in the text's own colour. A tint is behind the words only while they are
 * pointed at or their card is open.
 *
 * What is behind the words cannot be asked for, but the page chose its text's
 * colour to be read on it, be it a colour, a gradient or a photograph: the line
 * is as dark or as light (docs/adr/0020). `text-underline-offset` is left alone:
 * Firefox clips it in highlights.
 */
import { ENTITY_IDS, type EntityId } from '../core/model.ts';
import { leased } from './lease.ts';
import type { Tone } from './text-tone.ts';

/** No hue judges (no red, no green); lightness and chroma in OKLCH, within sRGB. */
const HUES: Readonly<Record<EntityId, { hue: number; dark: number; light: number }>> = {
  'kim-jong-un': { hue: 310, dark: 0.14, light: 0.066 },
  'vladimir-putin': { hue: 255, dark: 0.09, light: 0.055 },
  'partnership-treaty': { hue: 75, dark: 0.056, light: 0.1 },
};
interface Line {
  readonly style: 'dashed' | 'dotted' | 'solid';
  readonly quiet: string;
  readonly strong: string;
}

/**
 * Shares of the text's size, and never thinner than a screen shows. Percentages are
 * reckoned where the text stands; Chromium reckons em in highlights at the root.
 * Dots are a step thicker: half of a dotted line is gap, and on a screen that scales
 * by 1.1 or 1.25 a dot of 1 px is smeared over two, down to 1.9 : 1 (measured).
 */
const LINES: Readonly<Record<EntityId, Line>> = {
  'kim-jong-un': { style: 'dashed', quiet: 'max(1px, 3%)', strong: 'max(2px, 7%)' },
  'vladimir-putin': { style: 'dotted', quiet: 'max(2px, 4%)', strong: 'max(3px, 8%)' },
  'partnership-treaty': { style: 'solid', quiet: 'max(1px, 3%)', strong: 'max(2px, 7%)' },
};

/** Lightness of a line under dark and under light text: 3 : 1 wherever the text has 4.5 : 1. */
const LIGHTNESS = { dark: 0.28, light: 0.88 } as const;
/** Seen on light and on dark, and costs 4.5 : 1 text less than a fifth of its contrast. */
const TINT = 'rgb(105 125 175 / 0.18)';

type Declarations = Readonly<Record<string, string>>;

/**
 * What an entity's entry in the highlight registry says of it: its line, unseen.
 * Lines of highlights over the same words are all drawn, and two thicknesses of
 * dashes over each other are neither; so other entries draw, each mention in one.
 */
export function unseenLine(entity: EntityId): Declarations {
  return { ...quietLine(entity), 'text-decoration-color': 'transparent' };
}

/** The thin line of later mentions. */
export function quietLine(entity: EntityId): Declarations {
  return line(entity, LINES[entity].quiet, 'currentColor');
}

/** The thick line of strong mentions, for text of a tone. */
export function strongLine(entity: EntityId, tone: Tone): Declarations {
  return line(entity, LINES[entity].strong, strongColour(entity, tone));
}

function line(entity: EntityId, thickness: string, colour: string): Declarations {
  return {
    'text-decoration-line': leased('underline'),
    'text-decoration-style': LINES[entity].style,
    'text-decoration-thickness': thickness,
    'text-decoration-color': colour,
  };
}

/**
 * Screens that scale by a little more or less than 1 (page zoom, Windows at 125 %)
 * smear a line of 1 px over two rows, down to 1.7 : 1 (measured). There such lines,
 * and with them their strong ones, are a step thicker.
 */
export const SMEARING = '(max-resolution: 1.49dppx) and (not (resolution: 1dppx))';
export const THIN_ENTITIES = ENTITY_IDS.filter((entity) => LINES[entity].style !== 'dotted');
export const QUIET_ON_SMEARING: Declarations = { 'text-decoration-thickness': 'max(2px, 3%)' };
export const STRONG_ON_SMEARING: Declarations = { 'text-decoration-thickness': 'max(3px, 7%)' };

export const tinted = (): Declarations => ({ 'background-color': leased(TINT) });

/**
 * With forced colours only the system's are legible. Chromium does not ask: every
 * highlight then has a selection's colours, with or without a rule.
 */
export const FORCED_LINE: Declarations = { 'text-decoration-color': 'currentColor' };
export const forcedTinted = (): Declarations => ({
  'background-color': leased('Highlight'),
  color: leased('HighlightText'),
});

function strongColour(entity: EntityId, tone: Tone): string {
  if (tone === 'middle') return 'currentColor';
  return `oklch(${LIGHTNESS[tone]} ${HUES[entity][tone]} ${HUES[entity].hue})`;
}

/** A rule as text, its declarations important where the page's own rules could reach. */
export function rule(
  selectors: readonly string[],
  declarations: Declarations,
  isImportant = false,
): string {
  const weight = isImportant ? ' !important' : '';
  const lines = Object.entries(declarations).map(([name, value]) => `${name}: ${value}${weight};`);
  return `${selectors.join(', ')} { ${lines.join(' ')} }`;
}
