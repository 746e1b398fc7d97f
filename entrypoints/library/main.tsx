/** The facts library: its view is its address, so links, Back and reloading just work. */
import { render } from 'preact';
import { langAttribute } from '../../src/core/language-name.ts';
import { addressOf, type LibraryView, parseView } from '../../src/core/library-view.ts';
import { createFactSearch } from '../../src/core/search-facts.ts';
import { textDirection } from '../../src/core/text-direction.ts';
import { copyText } from '../../src/extension/copy-text.ts';
import { libraryData } from '../../src/extension/library-data.ts';
import { Library } from '../../src/ui/library/Library.tsx';

/** From this width on filters and facts stand side by side; as in `library.css`. */
const WIDE = matchMedia('(min-width: 800px)');

const { data, allTexts, nameable, inLanguage } = await libraryData();
const search = createFactSearch(data.facts, allTexts);
const today = new Date().toISOString().slice(0, 10);
let view = fromAddress();

function fromAddress(): LibraryView {
  return parseView(location.search, location.hash, nameable);
}

function draw(): void {
  const root = document.getElementById('root');
  if (!root) return;
  const { texts, strings } = inLanguage(view.lang);
  document.documentElement.lang = langAttribute(texts.lang);
  document.documentElement.dir = textDirection(texts.lang);
  document.title = `${strings['page.library']} – Bakteppe`;
  render(
    <Library
      {...{ data, allTexts, texts, strings, search, view, today }}
      values={nameable.values}
      isWide={WIDE.matches}
      onView={show}
      onCopy={copyText}
    />,
    root,
  );
}

function show(next: LibraryView, isStep: boolean): void {
  view = next;
  try {
    if (isStep) history.pushState(null, '', addressOf(view));
    else history.replaceState(null, '', addressOf(view));
  } catch {
    // Browsers allow some hundred addresses in a few seconds: the next one catches up.
  }
  draw();
}

/** The fact the address points at comes into view and takes the focus, as after a plain link. */
function goToFact(): void {
  const entry = view.fact === undefined ? null : document.getElementById(view.fact);
  entry?.scrollIntoView({ block: 'center' });
  entry?.focus({ preventScroll: true });
}

/** Links to other views of this page change the view; with a modifier key they are the browser's. */
function follow(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const href = (event.target as Element).closest?.('a[href^="?"]')?.getAttribute('href');
  if (!href) return;
  event.preventDefault();
  const [address, hash = ''] = href.split('#');
  show(parseView(address ?? '', hash, nameable), true);
  if (view.fact === undefined) scrollTo({ top: 0 });
  else goToFact();
}

addEventListener('popstate', () => {
  view = fromAddress();
  draw();
});
addEventListener('hashchange', goToFact);
document.addEventListener('click', follow);
WIDE.addEventListener('change', draw);
draw();
goToFact();
