import { DraftStore, type Device } from '../draftStore';
import type { Draft } from '../drafts';
import { rowOf, WEEK } from './support/sheets';

function deviceOf(): Device & { items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
  };
}

function draft(day: number, minutes: number, id = `d${day}-${minutes}`): Draft {
  const value = { minutes, notes: '', isBillable: true };
  return { id, clientKey: `k${day}`, rowKey: 'build', day, value, source: 'Typed', state: 'queued' };
}

const storeOn = (device: Device | undefined, user = 'u1', week = WEEK): DraftStore =>
  new DraftStore(device, user, 'r1', week);

describe('drafts on the device', () => {
  it('are there again after the tab was closed, by user and week', () => {
    const device = deviceOf();
    expect(storeOn(device).write([draft(0, 60)], [rowOf('extra')])).toBe(true);
    expect(storeOn(device).read()).toEqual({ drafts: [draft(0, 60)], rows: [rowOf('extra')] });
    expect(storeOn(device, 'u2').read().drafts).toEqual([]);
    expect(storeOn(device, 'u1', '2026-11-23').read().drafts).toEqual([]);
  });

  it('leave nothing behind once the server has them', () => {
    const device = deviceOf();
    const store = storeOn(device);
    store.write([draft(0, 60)], []);
    store.write([], []);
    expect(device.items.size).toBe(0);
  });

  it('do not take those of another tab away', () => {
    const device = deviceOf();
    const [one, other] = [storeOn(device), storeOn(device)];
    one.write([draft(0, 60)], []);
    other.write([draft(1, 30)], []);
    one.write([draft(0, 90)], []);
    expect(
      storeOn(device)
        .read()
        .drafts.map((kept) => [kept.day, kept.value.minutes]),
    ).toEqual([
      [1, 30],
      [0, 90],
    ]);
    one.write([], []);
    expect(storeOn(device).read().drafts).toEqual([draft(1, 30)]);
  });

  it('do not break on what others left there, or on a device that is full or closed', () => {
    const device = deviceOf();
    storeOn(device).write([draft(0, 60)], []);
    for (const key of device.items.keys()) device.items.set(key, '{"rows":1');
    expect(storeOn(device).read()).toEqual({ rows: [], drafts: [] });
    const full: Device = {
      ...device,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(storeOn(full).write([draft(0, 60)], [])).toBe(false);
    expect(storeOn(undefined).write([draft(0, 60)], [])).toBe(false);
  });
});
