/** What the soak's reader reads: our own articles, each tab's under a host of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityId } from '../core/model.ts';
import type { PageServer } from './page-server.ts';
import { ROOT } from './read-data.ts';

export interface SoakPage {
  readonly url: string;
  readonly mentions: readonly { readonly entity: EntityId; readonly text: string }[];
}

const NAMES = [
  'en-article',
  'nb-article',
  'de-article',
  'fr-article',
  'ru-article',
  'ko-article',
  'front-page',
  'no-mention',
];

/** Serve every article for every tab: tabs of different sites have processes of their own. */
export function serveSoakPages(server: PageServer, tabs: number): (readonly SoakPage[])[] {
  const folder = join(ROOT, 'tests', 'fixtures', 'pages');
  const articles = NAMES.map((name) => {
    const { mentions } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
    return { name, mentions, body: readFileSync(join(folder, `${name}.html`)) };
  });
  return Array.from({ length: tabs }, (_, tab) =>
    articles.map(({ name, mentions, body }) => {
      const url = `http://paper-${tab}.example/2024/06/20/${name}`;
      server.serve(url, { body });
      return { url, mentions };
    }),
  );
}
