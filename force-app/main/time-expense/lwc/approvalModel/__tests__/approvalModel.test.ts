import { decideAll, filtered, type Decision } from '../approvalModel';
import { itemOf } from './support/inboxes';

const ids = Array.from({ length: 53 }, (_, index) => `t${index}`);
const done = (timesheetIds: string[]): Decision[] => timesheetIds.map((timesheetId) => ({ timesheetId, isDone: true }));

describe('deciding on many timesheets', () => {
  it('takes a few at a time, in order, and tells how far it is', async () => {
    const decide = jest.fn(async (some: string[]) => done(some));
    const progress: number[] = [];
    await decideAll(ids, decide, (decisions) => progress.push(decisions.length));
    expect(progress).toEqual([10, 10, 10, 10, 10, 3]);
    expect(decide.mock.calls.flatMap(([some]) => some)).toEqual(ids);
  });

  it('stops where a call fails, and does not try the rest', async () => {
    const decide = jest.fn(async (some: string[]) => done(some));
    decide.mockImplementationOnce(async (some) => done(some)).mockRejectedValueOnce(new Error('lost'));
    const onProgress = jest.fn();
    await expect(decideAll(ids, decide, onProgress)).rejects.toThrow('lost');
    expect(decide).toHaveBeenCalledTimes(2);
    expect(onProgress).toHaveBeenCalledTimes(1);
  });
});

it('tells the unusual from the usual', () => {
  const unusual = itemOf('a', { warnings: [{ kind: 'Over Capacity', message: '45:00 of 40:00' }] });
  const items = [unusual, itemOf('b')];
  expect(filtered(items, 'all')).toEqual(items);
  expect(filtered(items, 'unusual')).toEqual([unusual]);
  expect(filtered(items, 'usual').map((item) => item.timesheetId)).toEqual(['b']);
});
