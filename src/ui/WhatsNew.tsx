/** What a reader can do since the latest versions; a dot tells of what they have not seen yet. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { NEWS } from '../core/news.ts';
import type { Strings } from '../core/strings.ts';
import { NewsDot } from './NewsDot.tsx';

interface WhatsNewProps {
  readonly strings: Strings;
  readonly isUnseen: boolean;
  /** The section has come into view. */
  readonly onSeen: () => void;
}

export function WhatsNew({ strings, isUnseen, onSeen }: WhatsNewProps) {
  // The dot stays for this visit: it says what was new when the reader came.
  const [hasDot] = useState(isUnseen);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!hasDot || !section.current) return undefined;
    const sight = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      sight.disconnect();
      onSeen();
    });
    sight.observe(section.current);
    return () => sight.disconnect();
  }, []);
  return (
    <section ref={section} class="news">
      <h2>
        {strings['news.title']}
        {hasDot && <NewsDot strings={strings} />}
      </h2>
      {NEWS.map(({ version, changes }) => (
        <div key={version}>
          <p class="help">{version}</p>
          <ul>
            {changes.map((key) => (
              <li key={key}>{strings[key]}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
