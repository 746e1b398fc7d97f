/** A card as it was before it was packed for its way to the page. */
import type { CardContent } from './card-content.ts';
import type { CardTexts } from './card-texts.ts';
import type { EntityId } from './model.ts';

/** The whole card of an entity. */
export function unpackCard(
  { cards, facts }: Pick<CardTexts, 'cards' | 'facts'>,
  entity: EntityId,
): CardContent {
  const { factIds, ...rest } = cards[entity];
  return { ...rest, facts: factIds.flatMap((id) => facts[id] ?? []) };
}
