/**
 * What a reader can do by key anywhere in the browser. The keys are suggestions: the
 * browser lets the reader change them, and drops those another extension holds.
 */

/** Walking the mentions of the page in front. */
export const WALK_COMMANDS = ['next', 'previous', 'open'] as const;
export type WalkCommand = (typeof WALK_COMMANDS)[number];

export const COMMANDS = [...WALK_COMMANDS, 'toggle'] as const;
export type Command = (typeof COMMANDS)[number];

/**
 * Suggested keys; why these is in docs/adr/0021. On a Mac, Option types characters,
 * and VoiceOver listens to Control+Option: there it is Control and Shift.
 */
export const SUGGESTED_KEYS: Readonly<Record<Command, { default: string; mac: string }>> = {
  next: { default: 'Alt+Shift+Period', mac: 'MacCtrl+Shift+Period' },
  previous: { default: 'Alt+Shift+Comma', mac: 'MacCtrl+Shift+Comma' },
  open: { default: 'Alt+Shift+D', mac: 'MacCtrl+Shift+D' },
  toggle: { default: 'Alt+Shift+Y', mac: 'MacCtrl+Shift+Y' },
};
