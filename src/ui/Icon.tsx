/** The few signs we draw: kinds of facts by shape, and the card's tools. */
import type { JSX } from 'preact';
import type { FactKind } from '../core/dataset-schema.ts';

/**
 * A shape for each kind, none of them a verdict: filled for what the article
 * states, open for what somebody says, parted for what is in doubt. Made anew each time: Preact
 * notes in an element where it stands, and one that is kept would keep the last card it stood on.
 */
const KIND_PATHS: Readonly<Record<FactKind, () => JSX.Element>> = {
  stated: () => <circle cx="5" cy="5" r="4" fill="currentColor" stroke="none" />,
  analysis: () => <path d="M1 9 5 1l4 8z" />,
  claim: () => <circle cx="5" cy="5" r="4" />,
  quote: () => <path d="M1 8V4.5L3 2M6 8V4.5L8 2" />,
  reported: () => <circle cx="5" cy="5" r="4" stroke-dasharray="2 1.6" />,
  concern: () => <path d="M5 1 9 5 5 9 1 5z" />,
  denial: () => <path d="M1.5 1.5l7 7M8.5 1.5l-7 7" />,
  caption: () => <path d="M1 2h8v6H1zM1 6.5l2.5-2 2 1.5L7 5l2 1.6" />,
};

export function KindIcon({ kind }: { readonly kind: FactKind }) {
  return (
    <svg
      viewBox="0 0 10 10"
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
      aria-hidden="true"
    >
      {KIND_PATHS[kind]()}
    </svg>
  );
}

/** The same shape inside a drawing of ours, its middle at that place, in the drawing's units. */
export function KindShape(props: {
  readonly kind: FactKind;
  readonly x: number;
  readonly y: number;
}) {
  return (
    <g
      class="shape"
      transform={`translate(${props.x - 5} ${props.y - 5})`}
      fill="none"
      stroke="currentColor"
      stroke-width="1.4"
    >
      {KIND_PATHS[props.kind]()}
    </g>
  );
}

export function CloseIcon() {
  return (
    <svg
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      aria-hidden="true"
    >
      <path d="M4.5 4.5l9 9M13.5 4.5l-9 9" />
    </svg>
  );
}

export function PinIcon({ isPinned }: { readonly isPinned: boolean }) {
  return (
    <svg
      viewBox="0 0 18 18"
      fill={isPinned ? 'currentColor' : 'none'}
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M6.5 2.5h5l-.7 5 2.7 3h-9l2.7-3zM9 10.5v5" />
    </svg>
  );
}

export function MoreIcon() {
  return (
    <svg viewBox="0 0 18 18" fill="currentColor" aria-hidden="true">
      <circle cx="4" cy="9" r="1.6" />
      <circle cx="9" cy="9" r="1.6" />
      <circle cx="14" cy="9" r="1.6" />
    </svg>
  );
}
