/**
 * How mentions look, for both painters: a quiet underline, distinct per entity
 * by its style and not by colour alone.
 *
 * The hue is mixed into the text's own colour, so that the line keeps the
 * contrast the page chose for its text on any background, light or dark.
 * `text-underline-offset` is left alone: Firefox clips it in highlights.
 */
import type { EntityId } from '../core/model.ts';

interface Look {
  readonly line: 'dotted' | 'dashed' | 'solid';
  /** Mixed into the text's colour; no hue judges (no red, no green). */
  readonly hue: string;
}

const LOOKS: Readonly<Record<EntityId, Look>> = {
  'kim-jong-un': { line: 'dashed', hue: '#7c5cd6' },
  'vladimir-putin': { line: 'dotted', hue: '#2b78c5' },
  'partnership-treaty': { line: 'solid', hue: '#b07a1e' },
};

/** Share of the hue in the line's colour; the rest is the text's colour. */
const HUE_SHARE = '62%';
/** Tint behind the words while their card is open. */
const ACTIVE_TINT = 'rgb(120 130 160 / 0.28)';

/** Rules for one selector an entity, as `selectorFor` writes it, and one for the active mention. */
export function mentionRules(
  selectorFor: (entity: EntityId) => string,
  activeSelector: string,
): string {
  const rules = (Object.keys(LOOKS) as EntityId[]).map((entity) => {
    const { line, hue } = LOOKS[entity];
    return `${selectorFor(entity)} {
  text-decoration-line: underline;
  text-decoration-style: ${line};
  text-decoration-thickness: 2px;
  text-decoration-color: color-mix(in oklab, ${hue} ${HUE_SHARE}, currentColor);
}`;
  });
  const all = (Object.keys(LOOKS) as EntityId[]).map(selectorFor);
  return `@media not print {
${rules.join('\n')}
${activeSelector} { background-color: ${ACTIVE_TINT}; }
}
@media (forced-colors: active) {
${all.join(', ')} { text-decoration-color: LinkText; }
${activeSelector} { background-color: Highlight; color: HighlightText; }
}`;
}
