/** System.Pattern ("Pattern Class", Apex Reference Guide). */
import { ApexList, LibraryObject } from '../../runtime/index.ts';
import { types } from '../../types/apex-type.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';
import type { JavaRegex } from '../../../schema/java-regex.ts';
import { compiledRegex, splitByRegex } from '../support/regex-text.ts';
import { MatcherValue } from './matcher.ts';

export class PatternValue extends LibraryObject {
  readonly typeName = 'System.Pattern';
  readonly regex: JavaRegex;
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
    this.regex = compiledRegex(text);
  }

  override toString(): string {
    return this.text;
  }
}

export const patternClass = libraryClass(
  'System.Pattern',
  refusingNulls({
    'static System.Pattern compile(String regExp)': (text: string) => new PatternValue(text),
    'static Boolean matches(String regExp, String stringtoMatch)': (pattern: string, text: string) =>
      compiledRegex(pattern).matches(text),
    'static String quote(String yourString)': (text: string) => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`,
    'System.Matcher matcher(String regExp)': (self: PatternValue, text: string) => new MatcherValue(self, text),
    'String pattern()': (self: PatternValue) => self.text,
    'List<String> split(String regExp)': (self: PatternValue, text: string) =>
      new ApexList(types.String, splitByRegex(self.text, text, 0)),
    'List<String> split(String regExp, Integer limit)': (self: PatternValue, text: string, limit: number) =>
      new ApexList(types.String, splitByRegex(self.text, text, limit)),
  }),
);
