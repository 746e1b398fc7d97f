/** The one element of ours that is ever on a page: the card's host. Other tools rely on its name. */
export const CARD_TAG = 'bakteppe-card';
