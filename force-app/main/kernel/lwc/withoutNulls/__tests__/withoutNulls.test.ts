import { withoutNulls } from 'c/withoutNulls';

describe('c/withoutNulls', () => {
  it('drops what has no value at any depth, and nothing else', () => {
    expect(withoutNulls({ a: null, b: [{ c: null, d: 0 }], e: false, f: '' })).toEqual({
      b: [{ d: 0 }],
      e: false,
      f: '',
    });
    expect(withoutNulls([null, 1])).toEqual([null, 1]);
    expect(withoutNulls(null)).toBeNull();
  });
});
