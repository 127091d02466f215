import * as fc from 'fast-check';
import { cellText, formatDuration, parseDuration, spokenDuration } from '../duration';

const minutesOf = (text: string): number | undefined => {
  const parsed = parseDuration(text);
  return 'minutes' in parsed ? parsed.minutes : undefined;
};

const problemOf = (text: string): string | undefined => {
  const parsed = parseDuration(text);
  return 'problem' in parsed ? parsed.problem : undefined;
};

describe('durations', () => {
  it.each([
    ['', 0],
    ['  ', 0],
    ['0', 0],
    ['1:30', 90],
    [':45', 45],
    ['0:05', 5],
    ['24:00', 1440],
    ['8', 480],
    ['1.5', 90],
    ['1,5', 90],
    ['.5', 30],
    [',25', 15],
    ['0.1', 6],
    ['7.35', 441],
    ['90m', 90],
    ['90 min', 90],
    ['1 minute', 1],
    ['1h', 60],
    ['1H30', 90],
    ['1h30m', 90],
    ['1 h 30 min', 90],
    ['1.5h', 90],
    ['2 hours 5 minutes', 125],
    ['1hr 5', 65],
  ])('reads %p as %p minutes', (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });

  it.each([
    ['-1', /cannot be negative/],
    ['−1:30', /cannot be negative/],
    ['25', /A day has 24 hours.*25m/],
    ['90', /type 90m/],
    ['24:01', /24 hours/],
    ['1441m', /24 hours/],
    ['23h61m', /24 hours/],
    ['1.33', /not a whole number of minutes. Did you mean 1:20\?/],
    ['0.001', /whole number of minutes/],
    ['30.5m', /whole minutes/],
    ['1:75', /from 00 to 59/],
    ['1:5', /from 00 to 59/],
    ['much', /1:30, 1.5 or 90m/],
    ['.', /1:30, 1.5 or 90m/],
    ['h', /1:30, 1.5 or 90m/],
    ['1.2.3', /1:30, 1.5 or 90m/],
    ['1:30:00', /1:30, 1.5 or 90m/],
    ['=A1', /1:30, 1.5 or 90m/],
  ])('refuses %p and says why', (text, problem) => {
    expect(problemOf(text)).toMatch(problem);
  });

  it('reads back every duration of a day as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
        expect(minutesOf(formatDuration(minutes))).toBe(minutes);
        expect(minutesOf(cellText(minutes))).toBe(minutes);
        expect(minutesOf(`${minutes}m`)).toBe(minutes);
      }),
    );
  });

  it('never gives anything but whole minutes of one day', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789:.,hm -'), maxLength: 8 }), (text) => {
        const minutes = minutesOf(text);
        const isWhole = Number.isInteger(minutes) && minutes! >= 0 && minutes! <= 1440;
        expect(minutes === undefined ? problemOf(text) !== '' : isWhole).toBe(true);
      }),
    );
  });

  it('shows and speaks durations', () => {
    expect([formatDuration(5), formatDuration(600), formatDuration(-90)]).toEqual(['0:05', '10:00', '-1:30']);
    expect([spokenDuration(0), spokenDuration(60), spokenDuration(121), spokenDuration(-30)]).toEqual([
      'no time',
      '1 hour',
      '2 hours 1 minute',
      'minus 30 minutes',
    ]);
  });
});
