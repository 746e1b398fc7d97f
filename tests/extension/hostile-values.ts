/** Values that no part of ours would send, and valid messages spoilt in one place by one of them. */

const LONG = 'x'.repeat(100_000);

/** What can come over the browser's wire, at its worst. */
export const HOSTILE: readonly unknown[] = [
  ...[undefined, null, true, false, 0, -1, 1.5, -0, 2 ** 53, 1e308, Number.NaN, 10n],
  ...[Number.POSITIVE_INFINITY, '', '0', 'null', '__proto__', 'constructor', '\ud800', LONG],
  ...[[], [[]], {}, { length: 3 }, { type: {} }, new Map([['type', 'wake']]), new Date(0)],
  ...[Array(1000).fill('nb'), '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '../../x'],
  JSON.parse('{"__proto__": {"type": "wake", "langs": []}}'),
];

/** The value with each of its places in turn, itself too, replaced by the other. */
export function* spoilt(value: unknown, by: unknown): Generator<unknown> {
  yield by;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const worse of spoilt(inner, by)) {
      yield Array.isArray(value)
        ? value.map((old, at) => (String(at) === key ? worse : old))
        : { ...value, [key]: worse };
    }
  }
}

/** A value's place in a report: short, and never failing. */
export function shown(value: unknown): string {
  try {
    return String(JSON.stringify(value) ?? value).slice(0, 200);
  } catch {
    return String(value);
  }
}
