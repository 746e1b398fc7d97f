/**
 * A page's script may send any event at will. So whatever of ours listens on a page asks whether the
 * event is the browser's own; a listener that does not, and stands in no row here, fails.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../src/tools/read-data.ts';

/** File and event of those that need not ask, and why. */
const HARMLESS: Readonly<Record<string, string>> = {
  'page/keep-in-page.ts toggle': 'looks whether the card is there, and what is there it leaves',
  'page/wrap-tab.ts keydown':
    'in the card’s root, where made-up keys end before (`trusted-only.ts`)',
  'page/listen-to-click.ts click': 'asks where it looks for the mention',
  'page/listen-to-touch.ts click': 'the same',
  'page/card-host.tsx type': 'only keeps keys in the card from the page',
  'page/modal.ts cancel': 'in the card’s root, where made-up ones end before',
  'extension/bare-browser.ts visibilitychange': 'looks whether the extension is there',
};

const listeners = ['page', 'extension', 'ui'].flatMap((folder) =>
  readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) =>
      listenersIn(readFileSync(join(ROOT, 'src', folder, name), 'utf8')).map(
        ({ type, listener }) => ({ what: `${folder}/${name} ${type}`, listener }),
      ),
    )
    // Signals are nothing that a page has.
    .filter(({ what }) => !what.endsWith(' abort')),
);

/** What listens, by the name of its event, and how it begins. */
function listenersIn(code: string): { type: string; listener: string }[] {
  const [first = '', ...calls] = code.split('addEventListener(');
  let before = first;
  return calls.map((call) => {
    const [, type = '', rest = ''] = /^\s*'?(\w+)'?,\s*([\s\S]*)/.exec(call) ?? [];
    const name = /^(\w+), /.exec(rest)?.[1];
    // One with a name of its own was declared before.
    const declared = name ? before.slice(before.lastIndexOf(`const ${name} = `)) : rest;
    before += call;
    return { type, listener: declared.slice(0, 300) };
  });
}

test('every listener on a page asks whether the event is trusted', () => {
  expect(listeners.length).toBeGreaterThan(15);
  const deaf = listeners.filter(({ listener }) => !listener.includes('isTrusted'));
  expect(deaf.map(({ what }) => what).sort()).toEqual(Object.keys(HARMLESS).sort());
});
