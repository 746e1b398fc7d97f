/** The head of the card: who or what it is about, and the tools to keep, steer and close it. */
import type { CardContent } from '../core/card-content.ts';
import type { CardStrings } from '../core/card-texts.ts';
import { EntityName } from './EntityName.tsx';
import { CloseIcon, MoreIcon, PinIcon } from './Icon.tsx';

interface CardHeadProps {
  readonly content: CardContent;
  readonly strings: CardStrings;
  readonly isPinned: boolean;
  readonly isSheet: boolean;
  readonly isMenuOpen: boolean;
  readonly onMenu: () => void;
  readonly onPin: () => void;
  readonly onClose: () => void;
}

export function CardHead(props: CardHeadProps) {
  const { content, strings, isPinned } = props;
  const { entity, lang } = content;
  return (
    <div class="head">
      <h2 class="name">
        <EntityName entity={entity} lang={lang} />
      </h2>
      <button
        type="button"
        class="tool"
        aria-expanded={props.isMenuOpen}
        aria-label={strings['card.more']}
        title={strings['card.more']}
        onClick={props.onMenu}
      >
        <MoreIcon />
      </button>
      {!props.isSheet && (
        <button
          type="button"
          class="tool"
          aria-pressed={isPinned}
          aria-label={strings['card.pin']}
          title={isPinned ? strings['card.unpin'] : strings['card.pin']}
          onClick={props.onPin}
        >
          <PinIcon isPinned={isPinned} />
        </button>
      )}
      <button
        type="button"
        class="tool"
        aria-label={strings['card.close']}
        title={strings['card.close']}
        onClick={props.onClose}
      >
        <CloseIcon />
      </button>
      <p class="line">{entity.description}</p>
    </div>
  );
}
