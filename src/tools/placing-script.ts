/** Data as a script for pages: it puts itself where the session finds it (`isolated-world.ts`). */

/** A script that puts the value into one of our maps under the name. */
export function placingScript(
  map: 'bakteppeNames' | 'bakteppeTexts',
  name: string,
  value: object,
): string {
  // A string is scanned, not compiled; JSON.parse is the quickest way back.
  const json = JSON.stringify(JSON.stringify(value));
  return `(globalThis.${map} ??= new Map()).set(${JSON.stringify(name)}, JSON.parse(${json})), undefined;\n`;
}
