/** A mention with its place on the page. */
import type { EntityId } from '../core/model.ts';

export interface PlacedMention {
  readonly entity: EntityId;
  readonly range: Range;
  /** The block the mention stands in, and its text: what the card's choice of facts leans on. */
  readonly element: Element;
  readonly context: string;
}
