import type { Strings } from '../core/strings.ts';

interface NewsDotProps {
  readonly strings: Pick<Strings, 'news.unseen'>;
}

/** The dot, and the word for who does not see it. */
export function NewsDot({ strings }: NewsDotProps) {
  return (
    <>
      {' '}
      <span
        class="dot"
        role="img"
        aria-label={strings['news.unseen']}
        title={strings['news.unseen']}
      />
    </>
  );
}
