/** A fact to be quoted elsewhere: shown as text, copied as text, Markdown or JSON-LD. */
import { useState } from 'preact/hooks';
import { claimAsJsonLd } from '../../core/claims-as-jsonld.ts';
import { type CitedFact, citationMarkdown, citationText } from '../../core/fact-citation.ts';
import { fill } from '../../core/fill.ts';
import type { LibraryPage } from './library-page.ts';

interface CopyCitationProps {
  readonly page: LibraryPage;
  readonly id: string;
  /** Tells whether the browser let it be copied. */
  readonly onCopy: (text: string) => Promise<boolean>;
}

export function CopyCitation({ page, id, onCopy }: CopyCitationProps) {
  const { strings, lang } = page;
  const [isOpen, setOpen] = useState(false);
  const [said, say] = useState('');
  const cited = isOpen ? citedFact(page, id) : undefined;
  const formats: readonly { name: string; write: (fact: CitedFact) => string }[] = [
    { name: strings['library.plainText'], write: (fact) => citationText(fact, strings, lang) },
    { name: 'Markdown', write: (fact) => citationMarkdown(fact, strings, lang) },
    {
      name: 'JSON-LD',
      write: () => JSON.stringify(claimAsJsonLd(page.data, page.texts, id), null, 2),
    },
  ];
  const copy = async (format: string, text: string): Promise<void> => {
    const isCopied = await onCopy(text);
    say(isCopied ? fill(strings['library.copied'], { format }) : strings['library.copyFailed']);
  };
  return (
    <details class="cite" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{strings['library.cite']}</summary>
      {cited && (
        <>
          <p class="citation">{citationText(cited, strings, lang)}</p>
          <p class="formats">
            {formats.map(({ name, write }) => (
              <button
                key={name}
                type="button"
                class="link"
                onClick={() => void copy(name, write(cited))}
              >
                {fill(strings['library.copyAs'], { format: name })}
              </button>
            ))}
          </p>
          <p class="said" role="status">
            {said}
          </p>
        </>
      )}
    </details>
  );
}

function citedFact({ data, facts }: LibraryPage, id: string): CitedFact | undefined {
  const fact = facts.get(id);
  const shown = (ids: readonly string[]) => ids.flatMap((other) => facts.get(other) ?? []);
  return (
    fact && {
      fact,
      denials: shown(data.facts.filter(({ denies }) => denies === id).map((f) => f.id)),
      reservations: shown(
        data.facts.filter(({ qualifies }) => qualifies?.includes(id)).map((f) => f.id),
      ),
    }
  );
}
