import { Autosave, type SaveState } from '../autosave';

const LOST = new Error('lost');

describe('autosave', () => {
  let states: SaveState[];
  let failures: unknown[];
  let work: number;
  let send: jest.Mock<Promise<void>, []>;
  let autosave: Autosave;

  beforeEach(() => {
    jest.useFakeTimers();
    states = [];
    failures = [];
    work = 0;
    send = jest.fn(() => {
      work = 0;
      return Promise.resolve();
    });
    autosave = new Autosave({
      hasWork: () => work > 0,
      send,
      isLost: (error) => error === LOST,
      onState: (state) => states.push(state),
      onFailure: (error) => failures.push(error),
    });
    autosave.start();
  });

  afterEach(() => {
    autosave.stop();
    jest.useRealTimers();
  });

  function edit(): void {
    work += 1;
    autosave.touch();
  }

  it('sends once, a moment after the last edit', async () => {
    edit();
    await jest.advanceTimersByTimeAsync(500);
    edit();
    await jest.advanceTimersByTimeAsync(500);
    expect(send).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(500);
    expect(send).toHaveBeenCalledTimes(1);
    expect(states).toEqual(['waiting', 'waiting', 'saving', 'saved']);
  });

  it('sends what was typed meanwhile with the next request, never two at a time', async () => {
    let answer: () => void = () => undefined;
    send.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    edit();
    await jest.advanceTimersByTimeAsync(800);
    edit();
    await jest.advanceTimersByTimeAsync(5000);
    expect(send).toHaveBeenCalledTimes(1);
    answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(send).toHaveBeenCalledTimes(2);
    expect(states.at(-1)).toBe('saved');
  });

  it('tries again ever later while the connection is lost, and at once when it is back', async () => {
    send.mockRejectedValue(LOST);
    edit();
    await jest.advanceTimersByTimeAsync(800);
    expect(states.at(-1)).toBe('offline');
    await jest.advanceTimersByTimeAsync(1000);
    expect(send).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1999);
    expect(send).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(send).toHaveBeenCalledTimes(3);
    send.mockImplementation(() => {
      work = 0;
      return Promise.resolve();
    });
    window.dispatchEvent(new CustomEvent('online'));
    await jest.advanceTimersByTimeAsync(0);
    expect(send).toHaveBeenCalledTimes(4);
    expect(states.at(-1)).toBe('saved');
    expect(failures).toEqual([]);
  });

  it('does not insist when the server says no', async () => {
    const no = new Error('no');
    send.mockRejectedValue(no);
    edit();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(send).toHaveBeenCalledTimes(1);
    expect(failures).toEqual([no]);
    expect(states.at(-1)).toBe('failed');
  });

  it('sends at start what an earlier session left', async () => {
    autosave.stop();
    work = 1;
    const next = new Autosave({
      hasWork: () => work > 0,
      send,
      isLost: () => true,
      onState: () => undefined,
      onFailure: () => undefined,
    });
    next.start();
    await jest.advanceTimersByTimeAsync(0);
    expect(send).toHaveBeenCalledTimes(1);
    next.stop();
  });

  it('is silent once stopped', async () => {
    edit();
    autosave.stop();
    await jest.advanceTimersByTimeAsync(5000);
    window.dispatchEvent(new CustomEvent('online'));
    await jest.advanceTimersByTimeAsync(0);
    expect(send).not.toHaveBeenCalled();
  });
});
