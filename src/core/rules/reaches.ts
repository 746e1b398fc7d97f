/**
 * How far evidence reaches and how much it weighs: every number the rules use.
 *
 * Distances are UTF-16 units between the nearer ends of two spans. They were set
 * by reading labelled sentences and pages of the press in some forty languages
 * (see docs/evaluation.md), and then moved only where a case in `tests/` asked.
 */

/** A word that says another bearer of the name is meant: the half sentence around it. */
export const NAMESAKE_REACH = 80;

/** The same for a dish or a plant called like Putin: recipes and menus run on longer. */
export const DISH_REACH = 120;

/** A title ends at most this far before or after a bare "Kim": a space, a comma, a quotation mark. */
export const TITLE_REACH = 3;

/** A longest sentence; where no full stop is found, evidence reaches this far. */
export const SENTENCE_REACH = 240;

/** "Kims Vater Kim Jong Il": the relative stands one or two words behind the bare name. */
export const RELATIVE_REACH = 24;

/** Paragraphs with names in them during which another Kim, once named, stays the nearer one. */
export const RIVAL_BLOCKS = 1;

/** How far the two countries may stand from the treaty's name: about two sentences. */
export const PARTIES_REACH = 280;

/** "between Russia and North Korea", "Russia and North Korea signed a": both on one side of the name. */
export const PARTIES_BESIDE = 60;

/** "Russia and North Korea": an "and" between the two, and the end of an inflected word. */
export const TIGHT_PAIR_REACH = 8;

/** "Bielorusko podpísalo s Ruskom": two parties of one act. */
export const PAIR_REACH = 16;

/** How far a year may stand from the treaty's name and still be its year. */
export const YEAR_REACH = 24;

/**
 * What a sentence says for a bare "Kim" in a text that never names another one.
 * A bare "Kim" counts from `ENOUGH` on: North Korea or Putin beside him suffices,
 * words of rule and arms only in twos, since a Kim may also serve in some army.
 */
export const EVIDENCE = {
  putin: 1,
  northKorea: 1,
  realm: 0.5,
  russia: 0.5,
  southKorea: -1,
} as const;
export const ENOUGH = 1;
