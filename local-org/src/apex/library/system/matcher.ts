/** System.Matcher ("Matcher Class", Apex Reference Guide). Bounds are always anchoring and opaque, Java's defaults. */
import { LibraryObject, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import { groupKey } from '../../../schema/java-regex.ts';
import { groupText, replaceMatches } from '../support/regex-text.ts';
import type { PatternValue } from './pattern.ts';

export class MatcherValue extends LibraryObject {
  readonly typeName = 'System.Matcher';
  pattern: PatternValue;
  private text: string;
  private from = 0;
  private to: number;
  private next = 0;
  private match: RegExpExecArray | null = null;
  private ended = false;

  constructor(pattern: PatternValue, text: string) {
    super();
    this.pattern = pattern;
    this.text = text;
    this.to = text.length;
  }

  get hitEnd(): boolean {
    return this.ended;
  }

  get regionStart(): number {
    return this.from;
  }

  get regionEnd(): number {
    return this.to;
  }

  reset(text = this.text): this {
    this.text = text;
    return this.region(0, text.length);
  }

  region(start: number, end: number): this {
    if (start < 0 || end > this.text.length || start > end) this.outOfBounds();
    this.from = start;
    this.to = end;
    this.next = start;
    this.match = null;
    return this;
  }

  matches(): boolean {
    return this.run('y', this.from, true);
  }

  lookingAt(): boolean {
    return this.run('y', this.from, false);
  }

  find(): boolean {
    if (this.next > this.to) {
      this.match = null;
      return false;
    }
    return this.run('g', this.next, false);
  }

  findFrom(start: number): boolean {
    if (start < 0 || start > this.text.length) this.outOfBounds();
    this.reset();
    this.next = start;
    return this.find();
  }

  group(number: number): string | null {
    return groupText(this.found(number), number);
  }

  /** -1 for a group that took no part. */
  bounds(number: number): readonly [start: number, end: number] {
    const match = this.found(number);
    const local = number === 0 ? match.indices![0] : match.indices!.groups?.[groupKey(number)];
    return local === undefined ? [-1, -1] : [local[0] + this.from, local[1] + this.from];
  }

  replace(replacement: string, once: boolean): string {
    this.reset();
    // It leaves the matcher behind what it found ("Matcher Class, replaceAll", Apex Reference Guide): a loop over finds ends there.
    if (once) this.find();
    else this.next = this.to + 1;
    return replaceMatches(this.pattern.regex, this.text, replacement, once);
  }

  private run(flags: 'g' | 'y', start: number, whole: boolean): boolean {
    const expression = this.pattern.regex.compile(flags, whole);
    // The region is the whole input for anchors and for look-around.
    const input = this.text.slice(this.from, this.to);
    this.match = expression.exec(input, start - this.from);
    if (this.match === null) {
      this.ended = true;
      this.next = this.to + 1;
      return false;
    }
    const end = this.match.index + this.match[0].length;
    this.ended = end === input.length;
    this.next = this.from + (this.match[0] === '' ? end + 1 : end);
    return true;
  }

  private found(number: number): RegExpExecArray {
    if (this.match === null) throwApex('System.StringException', 'No match found');
    if (number < 0 || number > this.pattern.regex.groupCount) throwApex('System.StringException', `No group ${number}`);
    return this.match;
  }

  private outOfBounds(): never {
    throwApex('System.StringException', 'Illegal start index');
  }
}

export const matcherClass = libraryClass(
  'System.Matcher',
  refusingNulls({
    'static String quoteReplacement(String inputString)': (text: string) => text.replaceAll(/[\\$]/g, '\\$&'),
    'Integer end()': (self: MatcherValue) => self.bounds(0)[1],
    'Integer end(Integer groupIndex)': (self: MatcherValue, group: number) => self.bounds(group)[1],
    'Boolean find()': (self: MatcherValue) => self.find(),
    'Boolean find(Integer group)': (self: MatcherValue, start: number) => self.findFrom(start),
    'String group()': (self: MatcherValue) => self.group(0),
    'String group(Integer groupIndex)': (self: MatcherValue, group: number) => self.group(group),
    'Integer groupCount()': (self: MatcherValue) => self.pattern.regex.groupCount,
    'Boolean hasAnchoringBounds()': () => true,
    'Boolean hasTransparentBounds()': () => false,
    'Boolean hitEnd()': (self: MatcherValue) => self.hitEnd,
    'Boolean lookingAt()': (self: MatcherValue) => self.lookingAt(),
    'Boolean matches()': (self: MatcherValue) => self.matches(),
    'System.Pattern pattern()': (self: MatcherValue) => self.pattern,
    'System.Matcher region(Integer start, Integer end)': (self: MatcherValue, start: number, end: number) =>
      self.region(start, end),
    'Integer regionEnd()': (self: MatcherValue) => self.regionEnd,
    'Integer regionStart()': (self: MatcherValue) => self.regionStart,
    'String replaceAll(String replacementString)': (self: MatcherValue, text: string) => self.replace(text, false),
    'String replaceFirst(String replacementString)': (self: MatcherValue, text: string) => self.replace(text, true),
    'System.Matcher reset()': (self: MatcherValue) => self.reset(),
    'System.Matcher reset(String input)': (self: MatcherValue, text: string) => self.reset(text),
    'Integer start()': (self: MatcherValue) => self.bounds(0)[0],
    'Integer start(Integer groupIndex)': (self: MatcherValue, group: number) => self.bounds(group)[0],
    'System.Matcher usePattern(System.Pattern pattern)': (self: MatcherValue, pattern: PatternValue) => {
      self.pattern = pattern;
      return self;
    },
  }),
);
