/** What our own pages have in common: the name, the way to the other pages, one main part. */
import type { ComponentChildren } from 'preact';
import { langAttribute } from '../core/language-name.ts';
import type { StringKey, Strings } from '../core/strings.ts';
import { textDirection } from '../core/text-direction.ts';

/** Our pages: the file each lies in, and what it is called. */
const PAGES = [
  { id: 'library', file: 'library.html', label: 'page.library' },
  { id: 'welcome', file: 'welcome.html', label: 'page.welcome' },
  { id: 'options', file: 'options.html', label: 'popup.options' },
] as const satisfies readonly { id: string; file: string; label: StringKey }[];

export type PageId = (typeof PAGES)[number]['id'];

interface PageFrameProps {
  readonly strings: Strings;
  readonly lang: string;
  readonly current: PageId;
  readonly children: ComponentChildren;
}

export function PageFrame({ strings, lang, current, children }: PageFrameProps) {
  return (
    <div class="frame" lang={langAttribute(lang)} dir={textDirection(lang)}>
      <header class="frame-head">
        <span class="wordmark">Bakteppe</span>
        {PAGES.length > 1 && (
          <nav class="frame-nav" aria-label={strings['page.pages']}>
            {PAGES.map(({ id, file, label }) => (
              <a key={id} href={file} aria-current={id === current ? 'page' : undefined}>
                {strings[label]}
              </a>
            ))}
          </nav>
        )}
      </header>
      {children}
    </div>
  );
}
