/** Paints a sample on a page of our own exactly as mentions are painted on the web. */
import type { EntityId } from '../core/model.ts';
import type { Settings } from '../core/settings.ts';
import { createFirsts } from './first-in-sections.ts';
import { createGround } from './ground.ts';
import { createMarkPainter } from './mark-painter.ts';
import { choosePainter } from './painter.ts';
import type { PlacedMention } from './place.ts';

export interface Preview {
  /** Paint the elements of the sample that name an entity. */
  show(sample: HTMLElement, settings: Settings): void;
}

export function createPreview(document: Document): Preview {
  let life = new AbortController();
  return {
    show(sample, settings) {
      life.abort();
      life = new AbortController();
      const mentions = mentionsIn(document, sample);
      const strong =
        settings.strength === 'first' ? createFirsts().of(mentions) : new Set(mentions);
      const painter = choosePainter({
        document,
        preference: settings.painter,
        bringMarks: async () => createMarkPainter,
        onReady: () => painter.paint(mentions, strong),
        signal: life.signal,
      });
      painter.paint(mentions, strong);
      createGround(document, settings.ground, life.signal).keep();
    },
  };
}

function mentionsIn(document: Document, sample: HTMLElement): PlacedMention[] {
  const named = [...sample.querySelectorAll<HTMLElement>('[data-entity]')];
  return named.flatMap((element) => {
    // Painters want mentions in text, as they are read.
    const words = element.firstChild;
    if (!(words instanceof Text)) return [];
    const range = document.createRange();
    range.selectNodeContents(words);
    const entity = element.dataset.entity as EntityId;
    const context = sample.textContent ?? '';
    const place = { root: undefined, spanned: undefined, lang: undefined };
    return [{ entity, range, element: sample, context, start: 0, ...place }];
  });
}
