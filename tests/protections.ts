/**
 * What keeps a page, a reader's settings and the card whole, and how it looks without: for
 * `npm run test:red`, which takes each away and has the test named here fail. Of things that are
 * simply not done (no mark on the page, no request), the line that would do them.
 */
export interface Protection {
  /** What is then missing, or done. */
  readonly what: string;
  readonly file: string;
  /** A piece of the file that it has exactly once. */
  readonly has: string;
  /** What stands there instead. */
  readonly without: string;
  readonly test: string;
  /** Of that file the tests with these words in their names; all, where it is short. */
  readonly named?: string;
}

const browser = (name: string): string => `tests/browser/${name}.test.ts`;

export const PROTECTIONS: readonly Protection[] = [
  {
    what: 'a mark of ours on the page',
    file: 'entrypoints/scout.ts',
    has: '  const life = new AbortController();',
    without:
      "  const life = new AbortController();\n  document.documentElement.setAttribute('data-read', '');",
    test: browser('damaged-pages'),
  },
  {
    what: 'a request of ours',
    file: 'entrypoints/scout.ts',
    has: '  const life = new AbortController();',
    without: '  const life = new AbortController();\n  void fetch(location.href);',
    test: browser('silent'),
  },
  {
    what: 'the card’s root is open',
    file: 'src/page/unnamed-host.ts',
    has: "mode: 'closed'",
    without: "mode: 'open'",
    test: browser('attacked-card'),
    named: 'makes our element its own',
  },
  {
    what: 'the card is made in the page’s own document',
    file: 'src/page/unnamed-host.ts',
    has: "document.implementation.createHTMLDocument('').createElement(tag)",
    without: 'document.createElement(tag)',
    test: browser('attacked-card'),
    named: 'makes our element its own',
  },
  {
    what: 'tokens have names that everybody knows',
    file: 'src/page/private-tokens.ts',
    has: 'css.replaceAll(/--[a-z]',
    without: 'css.replaceAll(/--never-[a-z]',
    test: browser('attacked-card'),
  },
  {
    what: 'events that scripts made count in the card',
    file: 'src/page/trusted-only.ts',
    has: 'if (event.isTrusted) return;',
    without: 'if (event) return;',
    test: browser('attacked-card'),
    named: 'a script makes up',
  },
  {
    what: 'events that scripts made count on the page',
    file: 'src/page/on-trusted.ts',
    has: 'if (event.isTrusted)',
    without: 'if (event)',
    test: browser('strangers'),
  },
  {
    what: 'the ground is laid without a mention',
    file: 'src/page/ground.ts',
    has: 'if (roots) style.keep(roots);',
    without: 'style.keep(roots);',
    test: browser('undetected'),
  },
  {
    what: 'a file that pages may load',
    file: 'wxt.config.ts',
    has: "    permissions: ['storage', 'scripting', 'contextMenus'],",
    without:
      "    permissions: ['storage', 'scripting', 'contextMenus'],\n    web_accessible_resources: [{ resources: ['scout.js'], matches: ['*://*/*'] }],",
    test: browser('shipped'),
  },
  {
    what: 'entries that a page cleared are not put back',
    file: 'src/page/highlight-painter.ts',
    has: 'for (const [name, { ranges }] of missing) set(name, ranges);',
    without: 'void missing;',
    test: browser('hostile-pages'),
    named: 'clear',
  },
  {
    what: 'sheets that a page dropped are not put back',
    file: 'src/page/highlight-painter.ts',
    has: 'painted.size > 0 && style.keep()',
    without: 'false',
    test: browser('hostile-pages'),
    named: 'sheet',
  },
  {
    what: 'a card that a page took away is not put back',
    file: 'src/page/keep-in-page.ts',
    has: 'if (!isOver && !isTrying && !kept.isShown()) tryAgain();',
    without: 'void [isOver, isTrying, tryAgain];',
    test: browser('hostile-pages'),
    named: 'removes whatever',
  },
  {
    what: 'another document in place of the page’s is not noticed',
    file: 'src/page/watch-root.ts',
    has: '    onReplaced();',
    without: '    void onReplaced;',
    test: browser('hostile-pages'),
    named: 'written anew',
  },
  {
    what: 'text that is being written is read',
    file: 'src/page/scope.ts',
    has: "return editable !== null && editable.toLowerCase() !== 'false';",
    without: "return editable === 'never';",
    test: browser('untouched'),
  },
  {
    what: 'pages that go elsewhere by script are not looked at again',
    file: 'src/page/watch-turns.ts',
    has: '    hasTurned = true;\n    again.renew();\n    onTurn();',
    without: '    hasTurned = false;',
    test: browser('moving'),
    named: 'goes elsewhere',
  },
  {
    what: 'a page drawn in advance is read',
    file: 'src/page/when-shown.ts',
    has: '(document as { prerendering?: boolean }).prerendering',
    without: '(document as { never?: boolean }).never',
    test: browser('moving'),
    named: 'a page drawn in advance',
  },
  {
    what: 'a page that comes back from memory is not asked anew',
    file: 'src/page/watch-turns.ts',
    has: 'persisted && onBack()',
    without: 'persisted && void onBack',
    test: browser('moving'),
    named: 'put away',
  },
  {
    what: 'a card stays beneath what fills the screen',
    file: 'src/page/card-host.tsx',
    has: "onTrusted(document, 'fullscreenchange', rise, { signal });",
    without: 'void rise;',
    test: browser('moving'),
    named: 'fullscreen',
  },
  {
    what: 'a card over a modal dialog cannot be pressed',
    file: 'src/page/modal.ts',
    has: '      isForPointer = true;\n      raise();',
    without: '      isForPointer = true;',
    test: browser('moving'),
    named: 'a dialog',
  },
  {
    what: 'lines are printed',
    file: 'src/page/highlight-painter.ts',
    has: 'return `@media not print {',
    without: 'return `@media all {',
    test: browser('highlight-look'),
    named: 'print',
  },
  {
    what: 'remains of an earlier version stay',
    file: 'src/page/session.ts',
    has: '  clearRemains(document, options.rootOf);',
    without: '  void clearRemains;',
    test: browser('extension-life'),
  },
  {
    what: 'scripts do not notice that their extension is gone',
    file: 'src/extension/bare-browser.ts',
    has: 'return door?.runtime?.id ? door : undefined;',
    without: 'return door;',
    test: browser('extension-life'),
  },
  {
    what: 'enabled again, the extension does not come to open tabs',
    file: 'src/extension/scripts.ts',
    has: '  if (isBrought) return;\n  await bringScout();',
    without: '  if (isBrought) return;',
    test: browser('extension-life'),
  },
  {
    what: 'a message that nobody answered is not said again',
    file: 'src/extension/bare-browser.ts',
    has: 'if (answer || !isAlive()) return answer;',
    without: 'if (answer !== null) return answer;',
    test: browser('background-killed'),
    named: 'in chromium',
  },
  {
    what: 'damaged settings go to other devices',
    file: 'src/core/reconcile.ts',
    has: 'value !== undefined && !isValid(key, value);',
    without: 'value !== undefined && isValid(key, value) && false;',
    test: browser('corrupted-settings'),
  },
  {
    what: 'damaged settings are taken as they are',
    file: 'src/core/settings.ts',
    has: 'key.startsWith(SITE_PREFIX) && SITE_CHOICES.includes(value),',
    without: 'key.startsWith(SITE_PREFIX) && value !== null,',
    test: 'tests/core/hostile-settings.test.ts',
  },
  {
    what: 'anybody’s messages are taken',
    file: 'src/extension/messages.ts',
    has: 'if (id !== ownId || tab?.id',
    without: 'if (ownId === undefined || id === undefined || tab?.id',
    test: 'tests/extension/every-message.test.ts',
  },
  {
    what: 'frames within foreign ones are read',
    file: 'src/page/watch-frames.ts',
    has: 'if (!view.frameElement) return false;',
    without: 'if (view.closed) return false;',
    test: browser('odd-frames'),
  },
  {
    what: 'frames wait for the slowest',
    file: 'src/extension/frames.ts',
    has: 'injectImmediately: true,',
    without: '',
    test: browser('odd-frames'),
    named: 'holds up no other',
  },
  {
    what: 'a scout whose document is gone holds the place',
    file: 'entrypoints/scout.ts',
    has: 'document === own && isAlive()',
    without: 'own !== undefined && isAlive()',
    test: browser('odd-frames'),
    named: 'go to another origin',
  },
  {
    what: 'a block whose mention has no place just then keeps its verdict',
    file: 'src/page/place-mentions.ts',
    has: 'isWhole ? { mentions, places, isPartlyHidden } : undefined;',
    without: '{ mentions, places, isPartlyHidden };',
    test: 'tests/page/place-mentions.test.ts',
  },
  {
    what: 'a sync that was written to too often is called full',
    file: 'src/extension/sync-settings.ts',
    has: '/MAX_WRITE_OPERATIONS/',
    without: '/NEVER/',
    test: 'tests/extension/sync-settings.test.ts',
  },
  {
    what: 'a card does not say what could not be kept',
    file: 'src/page/card-view.tsx',
    has: 'isUnsaved = (await keeping) === false;',
    without: 'await keeping;',
    test: browser('stored-settings'),
    named: 'a card says',
  },
  {
    what: 'text that is being written gets marks',
    file: 'src/page/scope.ts',
    has: "return editable !== null && editable.toLowerCase() !== 'false';",
    without: "return editable === 'never';",
    test: browser('marks-whole'),
    named: 'editors',
  },
];
