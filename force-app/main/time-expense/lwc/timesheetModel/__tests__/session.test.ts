import type { Device } from '../draftStore';
import { WeekSession } from '../session';
import type { CellResult, Week, WeekCell, WeekSaveResult } from '../week';
import { weekCell, weekOf, weekRow } from './support/weeks';

const BUILD = 'p1|Build||0';

function deviceOf(): Device {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      items.set(key, value);
    },
    removeItem: (key) => {
      items.delete(key);
    },
  };
}

describe('an open week', () => {
  let device: Device;
  let stored: Map<string, WeekCell>;
  let save: jest.Mock<Promise<WeekSaveResult>, [WeekCell[]]>;
  let sessions: WeekSession[];

  /** Stores what it is sent, as the server does: nothing over a version that it did not see. */
  function answer(cells: WeekCell[]): WeekSaveResult {
    const results = cells.map((cell): CellResult => {
      const key = `${cell.rowKey}#${cell.day}`;
      const current = stored.get(key);
      if (current !== undefined && current.version !== cell.version) return { outcome: 'Conflict', cell: current };
      if (!cell.minutes && !cell.notes) {
        stored.delete(key);
        return { outcome: 'Removed' };
      }
      const version = `v${Number(current?.version?.slice(1) ?? 0) + 1}`;
      const next = { ...cell, entryId: current?.entryId ?? `entry-${key}`, version };
      stored.set(key, next);
      return { outcome: 'Saved', cell: next };
    });
    return { cells: results };
  }

  function open(changes: Partial<Week> = {}): WeekSession {
    const week = weekOf({ cells: [...stored.values()], ...changes });
    const session = new WeekSession({ week, userId: 'u1', device, save, onChange: () => undefined });
    sessions.push(session);
    return session;
  }

  const type = (session: WeekSession, text: string, day = 0): void => session.edit([{ rowKey: BUILD, day, text }]);
  const minutes = (): unknown[] => [...stored.values()].map((cell) => cell.minutes);

  beforeEach(() => {
    jest.useFakeTimers();
    device = deviceOf();
    stored = new Map();
    sessions = [];
    save = jest.fn(async (cells) => answer(cells));
  });

  afterEach(() => {
    for (const session of sessions) session.close();
    jest.useRealTimers();
  });

  it('saves what is typed a moment later, with everything the server needs', async () => {
    const session = open();
    type(session, '1:30');
    await jest.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls[0]?.[0]).toEqual([
      {
        clientKey: expect.any(String),
        entryId: null,
        version: null,
        rowKey: BUILD,
        projectId: 'p1',
        taskId: 'Build',
        assignmentId: null,
        day: '2026-11-16',
        minutes: 90,
        isBillable: true,
        billableMinutes: null,
        notes: '',
        source: 'Typed',
      },
    ]);
    expect(session.saveState).toBe('saved');
    expect(session.grid.drafts).toEqual([]);
    type(session, '2');
    await jest.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls[1]?.[0]).toMatchObject([
      { entryId: `entry-${BUILD}#2026-11-16`, version: 'v1', minutes: 120 },
    ]);
    expect(minutes()).toEqual([120]);
  });

  it('loses nothing when the tab is closed before it was saved, not even a half-typed cell', async () => {
    const session = open();
    type(session, '2');
    session.type({ rowKey: BUILD, day: 1, text: '3:' });
    session.type({ rowKey: BUILD, day: 1, text: '3:15' });
    session.close();
    const reopened = open();
    expect(reopened.grid.totalMinutes).toBe(315);
    await jest.advanceTimersByTimeAsync(0);
    expect(minutes()).toEqual([120, 195]);
  });

  it('loses nothing while the connection is lost, and saves each cell once when it is back', async () => {
    const session = open();
    // The first answer is lost after the server has stored the cell.
    save.mockImplementationOnce(async (cells) => {
      answer(cells);
      throw new TypeError('Failed to fetch');
    });
    type(session, '2');
    await jest.advanceTimersByTimeAsync(1000);
    expect(session.saveState).toBe('offline');
    type(session, '3');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(session.saveState).toBe('saved');
    expect(session.grid.conflicts).toEqual([]);
    expect(minutes()).toEqual([180]);
  });

  it('shows what another session has changed meanwhile, and overwrites it only when told to', async () => {
    stored.set(`${BUILD}#2026-11-16`, weekCell('Build', 0, 60));
    const session = open();
    stored.set(`${BUILD}#2026-11-16`, weekCell('Build', 0, 240, { version: 'v7' }));
    type(session, '2');
    await jest.advanceTimersByTimeAsync(1000);
    expect(minutes()).toEqual([240]);
    expect(session.grid.conflicts).toMatchObject([{ value: { minutes: 120 }, theirs: { minutes: 240 } }]);
    session.resolve({ rowKey: BUILD, day: 0 }, 'mine');
    await jest.advanceTimersByTimeAsync(1000);
    expect(minutes()).toEqual([120]);
  });

  it('keeps a cell that the server refuses, says why, and saves the others', async () => {
    save.mockImplementationOnce(async (cells) => {
      const [first, ...rest] = cells;
      const refusal: CellResult = { outcome: 'Error', message: 'The period is closed.' };
      return { cells: first === undefined ? [] : [refusal, ...answer(rest).cells] };
    });
    const session = open();
    type(session, '2', 0);
    type(session, '3', 1);
    await jest.advanceTimersByTimeAsync(1000);
    expect(session.grid.cell({ rowKey: BUILD, day: 0 }).problem).toBe('The period is closed.');
    expect(minutes()).toEqual([180]);
    expect(await session.flush()).toBe(false);
    session.retry();
    await jest.advanceTimersByTimeAsync(0);
    expect(minutes()).toEqual([180, 120]);
  });

  it('does not send for ever what it gets no answer about', async () => {
    save.mockResolvedValue({ cells: [] });
    const session = open();
    type(session, '2');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(save).toHaveBeenCalledTimes(1);
    expect(session.grid.cell({ rowKey: BUILD, day: 0 }).problem).toMatch(/Try again/);
  });

  it('tells why nothing could be saved, and keeps it', async () => {
    const refusal = { status: 500, body: { message: 'This week was submitted on another device.' } };
    save.mockRejectedValue(refusal);
    const session = open();
    type(session, '2');
    await jest.advanceTimersByTimeAsync(1000);
    expect(session.saveState).toBe('failed');
    expect(session.failure).toBe(refusal);
    session.close();
    expect(open().grid.totalMinutes).toBe(120);
  });

  it('fills only empty cells from a proposal, as one step back', async () => {
    stored.set(`${BUILD}#2026-11-16`, weekCell('Build', 0, 60));
    const session = open();
    const extra = weekRow('Extra');
    const cells = [weekCell('Build', 0, 480), weekCell('Build', 1, 480), weekCell('Extra', 2, 30, { notes: 'Call' })];
    expect(session.propose({ rows: [extra], cells }, 'Copied')).toBe(2);
    expect(session.grid.totalMinutes).toBe(570);
    await jest.advanceTimersByTimeAsync(1000);
    expect(save.mock.calls[0]?.[0].map((cell) => cell.source)).toEqual(['Copied', 'Copied']);
    session.undo();
    expect(session.grid.totalMinutes).toBe(60);
  });

  it('keeps an added row on the device until it holds time', async () => {
    const session = open();
    session.propose({ rows: [weekRow('Extra')], cells: [] }, 'Typed');
    session.close();
    expect(open().grid.rows.map((row) => row.title)).toContain('Extra');
    const again = open();
    again.removeRow('p1|Extra||0');
    expect(open().grid.rows.map((row) => row.title)).not.toContain('Extra');
  });

  it('follows time that the server has put into the row of a booking', async () => {
    const session = open();
    session.propose({ rows: [weekRow('Extra')], cells: [weekCell('Extra', 0, 60)] }, 'Typed');
    await jest.advanceTimersByTimeAsync(1000);
    const [saved] = stored.values();
    const booked = { ...saved!, rowKey: 'p1|Extra|a1|0', assignmentId: 'a1' };
    session.close();
    save.mockRejectedValue(new TypeError('Failed to fetch'));
    session.edit([{ rowKey: 'p1|Extra||0', day: 0, text: '2' }]);
    const rows = [weekRow('Extra', { rowKey: 'p1|Extra|a1|0', assignmentId: 'a1' })];
    const again = open({ rows, cells: [booked] });
    expect(again.grid.conflicts).toEqual([]);
    expect(again.grid.cell({ rowKey: 'p1|Extra|a1|0', day: 0 }).text).toBe('2:00');
    session.undo();
    expect(open({ rows, cells: [booked] }).grid.rows).toHaveLength(1);
  });

  it('says when the device cannot keep what was typed', () => {
    device.setItem = () => {
      throw new Error('QuotaExceededError');
    };
    const session = open();
    type(session, '2');
    expect(session.isKept).toBe(false);
  });

  it('sends nothing for a week that is closed', async () => {
    type(open(), '2');
    sessions[0]?.close();
    save.mockClear();
    const locked = open({ isEditable: false, status: 'Submitted' });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(save).not.toHaveBeenCalled();
    expect(locked.grid.drafts).toHaveLength(1);
  });
});
