/** Each case is a line of the table in `reconcile.ts`, then two devices at once. */
import { describe, expect, test } from 'vitest';
import {
  agreedWith,
  type ItemRules,
  type Items,
  type Pushing,
  pushingOf,
  reconcile,
  SYNC_FORMAT,
  SYNC_MARK,
  thatFit,
} from '../../src/core/reconcile.ts';

const rules: ItemRules = {
  isShared: (key) => key !== 'own',
  isValid: (_key, value) => !String(value).includes('?'),
};
const marked = (items: Items): Items => ({ ...items, [SYNC_MARK]: SYNC_FORMAT });
const plan = (device: Items, sync: Items, agreed: Items) => {
  const { toDevice, toSync, agreed: next } = reconcile(device, sync, agreed, rules);
  return [toDevice, toSync, next];
};

describe('item by item', () => {
  const cases: [string, Items, Items, Items, Items, Items, Items][] = [
    ['alike', { a: 1 }, { a: 1 }, { a: 1 }, {}, {}, { a: 1 }],
    ['alike, not known to be', { a: 1 }, { a: 1 }, {}, {}, {}, { a: 1 }],
    ['changed elsewhere', { a: 1 }, { a: 2 }, { a: 1 }, { a: 2 }, {}, { a: 2 }],
    ['changed here', { a: 2 }, { a: 1 }, { a: 1 }, {}, { a: 2 }, { a: 1 }],
    ['changed on both sides', { a: 3 }, { a: 2 }, { a: 1 }, {}, { a: 3 }, { a: 1 }],
    ['new elsewhere', {}, { a: 1 }, {}, { a: 1 }, {}, { a: 1 }],
    ['new here', { a: 1 }, {}, {}, {}, { a: 1 }, {}],
    ['removed elsewhere', { a: 1 }, {}, { a: 1 }, { a: undefined }, {}, {}],
    ['removed here', {}, { a: 1 }, { a: 1 }, {}, { a: undefined }, { a: 1 }],
    ['removed on both sides', {}, {}, { a: 1 }, {}, {}, {}],
    [
      'different items changed',
      { a: 2, b: 1 },
      { a: 1, b: 2 },
      { a: 1, b: 1 },
      { b: 2 },
      { a: 2 },
      { a: 1, b: 2 },
    ],
    ['what is of this device stays', { own: 1 }, { own: 2 }, {}, {}, {}, {}],
    ['objects are compared by what they hold', { a: [1] }, { a: [1] }, {}, {}, {}, { a: [1] }],
  ];
  test.each(cases)('%s', (_name, device, sync, agreed, toDevice, toSync, next) => {
    expect(plan(device, marked(sync), agreed)).toEqual([toDevice, toSync, next]);
  });
});

describe('damage', () => {
  const mark = { [SYNC_MARK]: SYNC_FORMAT };
  const cases: [string, Items, Items, Items, Items, Items, Items][] = [
    ['here: taken from sync', { a: '?' }, { a: 1 }, { a: 1 }, { a: 1 }, {}, { a: 1 }],
    ['here, and changed elsewhere', { a: '?' }, { a: 2 }, { a: 1 }, { a: 2 }, {}, { a: 2 }],
    ['here, nothing agreed on', { a: '?' }, { a: 1 }, {}, { a: 1 }, {}, { a: 1 }],
    ['here, once agreed on', { a: '?' }, { a: 1 }, { a: '?' }, { a: 1 }, {}, { a: 1 }],
    ['here, and removed elsewhere', { a: '?' }, {}, { a: 1 }, { a: undefined }, {}, {}],
    ['here, and nowhere else', { a: '?' }, {}, {}, {}, {}, {}],
    ['in sync: ours is kept', { a: 1 }, { a: '?' }, { a: 1 }, {}, {}, { a: 1 }],
    ['in sync, and changed here', { a: 2 }, { a: '?' }, { a: 1 }, {}, { a: 2 }, { a: 1 }],
    ['in sync, nothing agreed on', { a: 2 }, { a: '?' }, {}, {}, { a: 2 }, {}],
    ['in sync, and removed here', {}, { a: '?' }, { a: 1 }, {}, { a: undefined }, { a: 1 }],
    ['in sync, and nothing here', {}, { a: '?' }, {}, { a: '?' }, {}, { a: '?' }],
    ['on both sides', { a: '?' }, { a: '??' }, { a: 1 }, {}, {}, { a: 1 }],
    ['alike on both sides', { a: '?' }, { a: '?' }, { a: 1 }, {}, {}, { a: '?' }],
    [
      'beside a change',
      { a: '?', b: 2 },
      { a: 1, b: 1 },
      { a: 1, b: 1 },
      { a: 1 },
      { b: 2 },
      { a: 1, b: 1 },
    ],
  ];
  test.each(cases)('%s', (_name, device, sync, agreed, toDevice, toSync, next) => {
    expect(plan(device, marked(sync), agreed)).toEqual([toDevice, toSync, next]);
  });
  test('is not given to a sync that knows nothing', () => {
    expect(plan({ a: '?', b: 1 }, {}, {})).toEqual([{}, { ...mark, b: 1 }, {}]);
  });
  test('is mended on every device by whoever changes the setting', () => {
    expect(plan({ a: '?' }, marked({ a: '?' }), { a: 1 })).toEqual([{}, {}, { a: '?' }]);
    expect(plan({ a: 2 }, marked({ a: '?' }), { a: '?' })).toEqual([{}, { a: 2 }, { a: '?' }]);
    expect(plan({ a: '?' }, marked({ a: 2 }), { a: '?' })).toEqual([{ a: 2 }, {}, { a: 2 }]);
    expect(plan({}, marked({ a: '?' }), { a: '?' })).toEqual([{}, { a: undefined }, { a: '?' }]);
  });
});

describe('a sync store without our mark knows nothing', () => {
  const mark = { [SYNC_MARK]: SYNC_FORMAT };
  test('the first device gives it all', () => {
    expect(plan({ a: 1 }, {}, {})).toEqual([{}, { ...mark, a: 1 }, {}]);
  });
  test('a second device takes all', () => {
    expect(plan({}, marked({ a: 1, b: 2 }), {})).toEqual([{ a: 1, b: 2 }, {}, { a: 1, b: 2 }]);
  });
  test('a second device that has settings of its own loses none', () => {
    expect(plan({ b: 3 }, marked({ a: 1 }), {})).toEqual([{ a: 1 }, { b: 3 }, { a: 1 }]);
  });
  test('the account’s data was cleared: nothing is removed here, and all is given again', () => {
    expect(plan({ a: 1 }, {}, { a: 1, gone: 2 })).toEqual([{}, { ...mark, a: 1 }, {}]);
  });
  test('everything was removed on another device: that travels', () => {
    expect(plan({ a: 1 }, marked({}), { a: 1 })).toEqual([{ a: undefined }, {}, {}]);
  });
  test('a mark of a newer version is left as it is', () => {
    expect(plan({ a: 1 }, { [SYNC_MARK]: 2, a: 1 }, { a: 1 })).toEqual([{}, {}, { a: 1 }]);
  });
});

/** Devices that change items at will and come online now and then. */
describe('devices at once', () => {
  const apply = (items: Record<string, unknown>, changes: Items): void => {
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) delete items[key];
      else items[key] = value;
    }
  };
  const makeDevice = () => ({
    items: {} as Record<string, unknown>,
    agreed: {} as Items,
    pushing: [] as Pushing,
  });
  type Device = ReturnType<typeof makeDevice>;
  /** They meet; the device may be ended before or after sync is given what it gets. */
  const meet = (device: Device, sync: Record<string, unknown>, end = 'never'): void => {
    const before = agreedWith(device.agreed, device.pushing, sync);
    const { toDevice, toSync, agreed } = reconcile(device.items, sync, before, rules);
    apply(device.items, toDevice);
    Object.assign(device, { agreed, pushing: pushingOf(toSync) });
    if (end === 'before') return;
    apply(sync, toSync);
    if (end === 'after') return;
    device.pushing = [];
    const pushed = { ...agreed };
    apply(pushed, toSync);
    delete pushed[SYNC_MARK];
    device.agreed = pushed;
  };

  test('each changing another setting: both have both', () => {
    const [sync, a, b] = [{}, makeDevice(), makeDevice()];
    for (const device of [a, b, a]) meet(device, sync);
    a.items.on = false;
    b.items.language = 'ko';
    for (const device of [a, b, a]) meet(device, sync);
    expect(a.items).toEqual({ on: false, language: 'ko' });
    expect(b.items).toEqual(a.items);
  });

  test('both changing the same setting: the last to reach sync', () => {
    const [sync, a, b] = [{}, makeDevice(), makeDevice()];
    a.items.delay = 100;
    for (const device of [a, b]) meet(device, sync);
    a.items.delay = 200;
    b.items.delay = 300;
    for (const device of [a, b, a]) meet(device, sync);
    expect([a.items.delay, b.items.delay]).toEqual([300, 300]);
  });

  test('a device ended between giving and noting it takes its own word for nobody else’s', () => {
    const sync: Record<string, unknown> = marked({ a: 1, gone: 1 });
    const device = { a: 2 };
    const { toSync } = reconcile(device, sync, { a: 1, gone: 1 }, rules);
    const pushing = JSON.parse(JSON.stringify(pushingOf(toSync)));
    apply(sync, toSync);
    // Ended here; meanwhile the reader changed both again.
    const agreed = agreedWith({ a: 1, gone: 1 }, pushing, sync);
    expect(agreed).toEqual({ a: 2 });
    const now = reconcile({ a: 1, gone: 1 }, sync, agreed, rules);
    expect([now.toDevice, now.toSync]).toEqual([{}, { a: 1, gone: 1 }]);
  });
  test('a device ended before sync was given anything has agreed to nothing new', () => {
    expect(
      agreedWith(
        { a: 1 },
        [
          ['a', 2],
          ['b', 3],
        ],
        { a: 1 },
      ),
    ).toEqual({ a: 1 });
  });

  test('1000 runs at random: all agree in the end, and nobody’s lone change is lost', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    for (let run = 0; run < 1000; run++) {
      const sync: Record<string, unknown> = {};
      const devices = [makeDevice(), makeDevice(), makeDevice()];
      // Every item has one device that changes it: its last word must be everybody's.
      const last = new Map<string, unknown>();
      for (let step = 0; step < 30; step++) {
        const at = random(3);
        const device = devices[at] as Device;
        const end = ['never', 'before', 'after'][random(3)];
        if (random(3) === 0) meet(device, sync, end);
        else {
          const key = `${at}:${random(2)}`;
          const value = random(4) === 0 ? undefined : step;
          apply(device.items, { [key]: value });
          last.set(key, value);
        }
      }
      for (const device of [...devices, ...devices]) meet(device, sync);
      const wanted = Object.fromEntries([...last].filter(([, value]) => value !== undefined));
      for (const device of devices) expect(device.items).toEqual(wanted);
    }
  });
});

describe('what a full sync store has room for', () => {
  const full = { filler: 'x'.repeat(102_000) };
  test.each([
    ['all in an empty one', {}, { a: 1, b: 2 }, { a: 1, b: 2 }],
    ['nothing big', full, { a: 'y'.repeat(1000) }, {}],
    ['small things still', full, { a: 'y'.repeat(1000), b: 1 }, { b: 1 }],
    [
      'what takes no more room than before',
      full,
      { filler: 'z'.repeat(100) },
      { filler: 'z'.repeat(100) },
    ],
    [
      'after a removal',
      full,
      { filler: undefined, a: 'y'.repeat(1000) },
      { filler: undefined, a: 'y'.repeat(1000) },
    ],
    ['no item beyond its own limit', {}, { a: 'y'.repeat(8192), b: 1 }, { b: 1 }],
    [
      'bytes count, not characters',
      {},
      { a: 'я'.repeat(4100), b: 'я'.repeat(4000) },
      { b: 'я'.repeat(4000) },
    ],
  ] as [string, Items, Items, Items][])('%s', (_name, sync, wanted, fitting) => {
    expect(thatFit(sync, wanted)).toEqual(fitting);
  });
  test('512 items and no more', () => {
    const sync = Object.fromEntries(Array.from({ length: 511 }, (_, at) => [`item${at}`, at]));
    expect(thatFit(sync, { a: 1, b: 2, item3: 4 })).toEqual({ a: 1, item3: 4 });
  });
});
