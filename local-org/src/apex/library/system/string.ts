/** System.String ("String Class", Apex Reference Guide). */
import type { DateValue, DatetimeValue, Decimal } from '../../../schema/values/index.ts';
import { currentTransaction } from '../../../database/transaction.ts';
import { ApexList, doubleText, hashOf, stringOf, throwApex } from '../../runtime/index.ts';
import { types } from '../../types/apex-type.ts';
import { limitedText } from '../../runtime/text-length.ts';
import { libraryClass, type Behaviour } from '../define.ts';
import { refusingNulls, required, type Members } from '../support/arguments.ts';
import { iterate } from '../support/iteration.ts';
import { formatByPattern } from '../support/java-date-format.ts';
import * as javaText from '../support/java-text.ts';
import { intlLocale } from '../support/locale.ts';
import { formatMessage, MessageFormatError } from '../support/message-format.ts';
import { replaceByRegex, splitByRegex } from '../support/regex-text.ts';
import * as escapes from '../support/text-escapes.ts';

const LETTER = /\p{L}/v;
const LETTER_OR_SPACE = /[\p{L} ]/v;
const LETTER_OR_DIGIT = /[\p{L}\p{Nd}]/v;
const LETTER_DIGIT_OR_SPACE = /[\p{L}\p{Nd} ]/v;
const DIGIT = /\p{Nd}/v;
const DIGIT_OR_SPACE = /[\p{Nd} ]/v;

const members: Members = {
  ...refusingNulls({
    'static String escapeSingleQuotes(String stringToEscape)': (text: string) => text.replaceAll("'", "\\'"),
    'static String fromCharArray(List<Integer> charArray)': (codes: ApexList<number>) =>
      String.fromCharCode(...codes.items),
    'static String getCommonPrefix(List<String> strings)': (texts: ApexList<string>) =>
      javaText.commonPrefix(texts.items),
    'static String join(Object iterableObj, String separator)': (values: unknown, separator: string) =>
      Array.from(iterate(values), (value) => (value === null ? '' : stringOf(value))).join(separator),

    'String abbreviate(Integer maxWidth)': (self: string, maxWidth: number) => abbreviate(self, 0, maxWidth),
    'String abbreviate(Integer maxWidth, Integer offset)': (self: string, maxWidth: number, offset: number) =>
      abbreviate(self, offset, maxWidth),
    'String capitalize()': javaText.capitalize,
    'String center(Integer size)': (self: string, size: number) => javaText.center(self, size, ' '),
    'String center(Integer size, String padStr)': javaText.center,
    'Integer charAt(Integer index)': (self: string, index: number) => inRange(self, index).charCodeAt(index),
    'Integer codePointAt(Integer index)': (self: string, index: number) => inRange(self, index).codePointAt(index),
    'Integer codePointBefore(Integer index)': (self: string, index: number) =>
      Array.from(inRange(self, index - 1).slice(0, index))
        .at(-1)!
        .codePointAt(0),
    'Integer codePointCount(Integer beginIndex, Integer endIndex)': (self: string, begin: number, end: number) =>
      Array.from(substring(self, begin, end)).length,
    'Integer compareTo(String secondString)': compareUnits,
    'Boolean contains(String substr)': (self: string, part: string) => self.includes(part),
    'Boolean containsAny(String inputString)': (self: string, characters: string) =>
      Array.from(characters).some((character) => self.includes(character)),
    'Boolean containsIgnoreCase(String substr)': (self: string, part: string) => lower(self).includes(lower(part)),
    'Boolean containsNone(String inputString)': (self: string, characters: string) =>
      !Array.from(characters).some((character) => self.includes(character)),
    'Boolean containsOnly(String inputString)': (self: string, characters: string) =>
      Array.from(self).every((character) => characters.includes(character)),
    'Boolean containsWhitespace()': (self: string) => Array.from(self).some(javaText.isWhitespace),
    'Integer countMatches(String substr)': javaText.countMatches,
    'String deleteWhitespace()': (self: string) =>
      Array.from(self)
        .filter((character) => !javaText.isWhitespace(character))
        .join(''),
    'String difference(String secondString)': (self: string, other: string) => {
      const index = javaText.indexOfDifference(self, other);
      return index === -1 ? '' : other.slice(index);
    },
    'Boolean endsWith(String suffix)': (self: string, suffix: string) => self.endsWith(suffix),
    'Boolean endsWithIgnoreCase(String suffix)': (self: string, suffix: string) => lower(self).endsWith(lower(suffix)),
    'String escapeCsv()': escapes.escapeCsv,
    'String escapeEcmaScript()': escapes.escapeEcmaScript,
    'String escapeHtml3()': escapes.escapeHtml3,
    'String escapeHtml4()': escapes.escapeHtml4,
    'String escapeJava()': escapes.escapeJava,
    'String escapeUnicode()': escapes.escapeUnicode,
    'String escapeXml()': escapes.escapeXml,
    'List<Integer> getChars()': (self: string) =>
      new ApexList(
        types.Integer,
        Array.from({ length: self.length }, (_, index) => self.charCodeAt(index)),
      ),
    'Integer getLevenshteinDistance(String stringToCompare)': javaText.levenshtein,
    'Integer getLevenshteinDistance(String stringToCompare, Integer threshold)': (
      self: string,
      other: string,
      threshold: number,
    ) => {
      const distance = javaText.levenshtein(self, other);
      return distance > threshold ? -1 : distance;
    },
    'Integer hashCode()': (self: string) => hashOf(self),
    'Integer indexOf(String substr)': (self: string, part: string) => self.indexOf(part),
    'Integer indexOf(String substr, Integer index)': (self: string, part: string, from: number) =>
      self.indexOf(part, from),
    'Integer indexOfAny(String characters)': (self: string, characters: string) =>
      indexWhere(self, (unit) => characters.includes(unit)),
    'Integer indexOfAnyBut(String characters)': (self: string, characters: string) =>
      indexWhere(self, (unit) => !characters.includes(unit)),
    'Integer indexOfChar(Integer character)': (self: string, code: number) => self.indexOf(String.fromCodePoint(code)),
    'Integer indexOfChar(Integer character, Integer startIndex)': (self: string, code: number, from: number) =>
      self.indexOf(String.fromCodePoint(code), from),
    'Integer indexOfDifference(String stringToCompare)': javaText.indexOfDifference,
    'Integer indexOfIgnoreCase(String substr)': (self: string, part: string) => lower(self).indexOf(lower(part)),
    'Integer indexOfIgnoreCase(String substr, Integer startPosition)': (self: string, part: string, from: number) =>
      lower(self).indexOf(lower(part), from),
    'Boolean isAllLowerCase()': (self: string) => javaText.every(self, /\p{Ll}/v),
    'Boolean isAllUpperCase()': (self: string) => javaText.every(self, /\p{Lu}/v),
    'Boolean isAlpha()': (self: string) => javaText.every(self, LETTER),
    'Boolean isAlphaSpace()': (self: string) => self === '' || javaText.every(self, LETTER_OR_SPACE),
    'Boolean isAlphanumeric()': (self: string) => javaText.every(self, LETTER_OR_DIGIT),
    'Boolean isAlphanumericSpace()': (self: string) => self === '' || javaText.every(self, LETTER_DIGIT_OR_SPACE),
    'Boolean isAsciiPrintable()': (self: string) => /^[ -~]*$/.test(self),
    'Boolean isNumeric()': (self: string) => javaText.every(self, DIGIT),
    'Boolean isNumericSpace()': (self: string) => self === '' || javaText.every(self, DIGIT_OR_SPACE),
    'Boolean isWhitespace()': javaText.isBlank,
    'Integer lastIndexOf(String substr)': (self: string, part: string) => self.lastIndexOf(part),
    'Integer lastIndexOf(String substr, Integer endPosition)': lastIndexOf,
    'Integer lastIndexOfChar(Integer character)': (self: string, code: number) =>
      self.lastIndexOf(String.fromCodePoint(code)),
    'Integer lastIndexOfChar(Integer character, Integer endIndex)': (self: string, code: number, from: number) =>
      lastIndexOf(self, String.fromCodePoint(code), from),
    'Integer lastIndexOfIgnoreCase(String substr)': (self: string, part: string) =>
      lower(self).lastIndexOf(lower(part)),
    'Integer lastIndexOfIgnoreCase(String substr, Integer endPosition)': (self: string, part: string, from: number) =>
      lastIndexOf(lower(self), lower(part), from),
    'String left(Integer length)': (self: string, length: number) => self.slice(0, Math.max(0, length)),
    'String leftPad(Integer length)': (self: string, length: number) => javaText.leftPad(self, length, ' '),
    'String leftPad(Integer length, String padStr)': javaText.leftPad,
    'Integer length()': (self: string) => self.length,
    'String mid(Integer startIndex, Integer length)': (self: string, start: number, length: number) =>
      length < 0 ? '' : self.slice(Math.max(0, start), Math.max(0, start) + length),
    'String normalizeSpace()': javaText.normalizeSpace,
    'Integer offsetByCodePoints(Integer index, Integer codePointOffset)': offsetByCodePoints,
    'String overlay(String s, Integer startIndex, Integer endIndex)': javaText.overlay,
    'String remove(String toRemove)': (self: string, part: string) => (part === '' ? self : self.replaceAll(part, '')),
    'String removeEnd(String toRemove)': (self: string, part: string) =>
      self.endsWith(part) ? self.slice(0, self.length - part.length) : self,
    'String removeEndIgnoreCase(String toRemove)': (self: string, part: string) =>
      lower(self).endsWith(lower(part)) ? self.slice(0, self.length - part.length) : self,
    'String removeStart(String toRemove)': (self: string, part: string) =>
      self.startsWith(part) ? self.slice(part.length) : self,
    'String removeStartIgnoreCase(String toRemove)': (self: string, part: string) =>
      lower(self).startsWith(lower(part)) ? self.slice(part.length) : self,
    'String repeat(Integer numberOfTimes)': (self: string, times: number) => self.repeat(Math.max(0, times)),
    'String repeat(String separator, Integer numberOfTimes)': (self: string, separator: string, times: number) =>
      Array.from({ length: Math.max(0, times) }, () => self).join(separator),
    'String replace(String target, String replacement)': (self: string, target: string, replacement: string) =>
      self.replaceAll(target, () => replacement),
    'String replaceAll(String regExp, String replacement)': (self: string, pattern: string, replacement: string) =>
      replaceByRegex(pattern, self, replacement, false),
    'String replaceFirst(String regExp, String replacement)': (self: string, pattern: string, replacement: string) =>
      replaceByRegex(pattern, self, replacement, true),
    'String reverse()': (self: string) => Array.from(self).reverse().join(''),
    'String right(Integer length)': (self: string, length: number) =>
      length <= 0 ? '' : self.slice(Math.max(0, self.length - length)),
    'String rightPad(Integer length)': (self: string, length: number) => javaText.rightPad(self, length, ' '),
    'String rightPad(Integer length, String padStr)': javaText.rightPad,
    'List<String> split(String regExp)': (self: string, pattern: string) => texts(splitByRegex(pattern, self, 0)),
    'List<String> split(String regExp, Integer limit)': (self: string, pattern: string, limit: number) =>
      texts(splitByRegex(pattern, self, limit)),
    'List<String> splitByCharacterType()': (self: string) => texts(javaText.splitByCharacterType(self, false)),
    'List<String> splitByCharacterTypeCamelCase()': (self: string) => texts(javaText.splitByCharacterType(self, true)),
    'Boolean startsWith(String prefix)': (self: string, prefix: string) => self.startsWith(prefix),
    'Boolean startsWithIgnoreCase(String prefix)': (self: string, prefix: string) =>
      lower(self).startsWith(lower(prefix)),
    'String stripHtmlTags()': (self: string) => self.replaceAll(/<[^>]*>/g, ''),
    'String substring(Integer startIndex)': (self: string, start: number) => substring(self, start, self.length),
    'String substring(Integer startIndex, Integer endIndex)': substring,
    'String substringAfter(String separator)': (self: string, separator: string) => {
      const index = self.indexOf(separator);
      return index === -1 ? '' : self.slice(index + separator.length);
    },
    'String substringAfterLast(String separator)': (self: string, separator: string) => {
      const index = self.lastIndexOf(separator);
      return index === -1 || separator === '' ? '' : self.slice(index + separator.length);
    },
    'String substringBefore(String separator)': (self: string, separator: string) => {
      const index = self.indexOf(separator);
      return index === -1 ? self : self.slice(0, index);
    },
    'String substringBeforeLast(String separator)': (self: string, separator: string) => {
      const index = self.lastIndexOf(separator);
      return index === -1 ? self : self.slice(0, index);
    },
    'String substringBetween(String tag)': (self: string, tag: string) => between(self, tag, tag),
    'String substringBetween(String open, String close)': between,
    'String swapCase()': javaText.swapCase,
    'String toLowerCase()': lower,
    'String toLowerCase(String locale)': (self: string, locale: string) => self.toLocaleLowerCase(intlLocale(locale)),
    'String toUpperCase()': (self: string) => self.toUpperCase(),
    'String toUpperCase(String locale)': (self: string, locale: string) => self.toLocaleUpperCase(intlLocale(locale)),
    'String trim()': javaText.trim,
    'String uncapitalize()': javaText.uncapitalize,
    'String unescapeCsv()': escapes.unescapeCsv,
    'String unescapeEcmaScript()': escapes.unescapeJava,
    'String unescapeHtml3()': escapes.unescapeHtml3,
    'String unescapeHtml4()': escapes.unescapeHtml4,
    'String unescapeJava()': escapes.unescapeJava,
    'String unescapeUnicode()': escapes.unescapeUnicode,
    'String unescapeXml()': escapes.unescapeXml,
  }),
  'static String format(String stringToFormat, List<Object> formattingArguments)': format,
  'static Boolean isBlank(String inputString)': (text: string | null) => text === null || javaText.isBlank(text),
  'static Boolean isEmpty(String inputString)': (text: string | null) => text === null || text === '',
  'static Boolean isNotBlank(String inputString)': (text: string | null) => text !== null && !javaText.isBlank(text),
  'static Boolean isNotEmpty(String inputString)': (text: string | null) => text !== null && text !== '',
  'static String valueOf(Date dateToConvert)': (date: DateValue | null) => date?.toString() ?? null,
  'static String valueOf(Datetime datetimeToConvert)': (datetime: DatetimeValue | null) =>
    datetime === null ? null : timestamp(datetime, currentTransaction().user.timeZone),
  'static String valueOf(Decimal decimalToConvert)': (value: Decimal | null) => value?.toString() ?? null,
  'static String valueOf(Double doubleToConvert)': (value: number | null) =>
    value === null ? null : doubleText(value),
  'static String valueOf(Integer integerToConvert)': (value: number | null) => value?.toString() ?? null,
  'static String valueOf(Long longToConvert)': (value: bigint | null) => value?.toString() ?? null,
  'static String valueOf(Object toConvert)': (value: unknown) => (value === null ? null : stringOf(value)),
  'static String valueOfGmt(Datetime datetimeToConvert)': (datetime: DatetimeValue) =>
    timestamp(required(datetime, 1), 'GMT'),
  'Boolean equals(Object stringOrId)': (self: string, other: unknown) => self === other,
  'Boolean equalsIgnoreCase(String secondString)': (self: string, other: string | null) =>
    other !== null && lower(self) === lower(other),
  'String toString()': (self: string) => self,
};

export const stringClass = libraryClass('System.String', withLimitedTexts(members));

/** The same methods; those that make a text refuse to make one that is too long. */
function withLimitedTexts(all: Members): Members {
  return Object.fromEntries(
    Object.entries(all).map(([signature, member]) => {
      if (typeof member !== 'function' || !/^(?:static )?String /.test(signature)) return [signature, member];
      const limited: Behaviour = (...args) => {
        const text = member(...args) as string | null;
        return text === null ? null : limitedText(text);
      };
      return [signature, limited];
    }),
  );
}

function lower(text: string): string {
  return text.toLowerCase();
}

function texts(items: string[]): ApexList<string> {
  return new ApexList(types.String, items);
}

function timestamp(datetime: DatetimeValue, timeZone: string): string {
  return formatByPattern(datetime, 'yyyy-MM-dd HH:mm:ss', timeZone, 'en_US');
}

function format(template: string | null, values: ApexList | null): string {
  try {
    return formatMessage(required(template, 1), (values?.items ?? []).map(stringOf));
  } catch (error) {
    if (error instanceof MessageFormatError) throwApex('System.StringException', error.message);
    throw error;
  }
}

function substring(text: string, start: number, end: number): string {
  if (start < 0 || start > text.length)
    throwApex('System.StringException', `Starting position out of bounds: ${start}`);
  if (end < start || end > text.length) throwApex('System.StringException', `Ending position out of bounds: ${end}`);
  return text.slice(start, end);
}

function inRange(text: string, index: number): string {
  if (index < 0 || index >= text.length) throwApex('System.StringException', `String index out of range: ${index}`);
  return text;
}

function abbreviate(text: string, offset: number, maxWidth: number): string {
  const least = offset > 4 ? 7 : 4;
  return (
    javaText.abbreviate(text, offset, maxWidth) ??
    throwApex('System.StringException', `Minimum abbreviation width ${least === 7 ? 'with offset ' : ''}is ${least}`)
  );
}

/** Java's: the difference of the first code units that differ, or of the lengths. */
function compareUnits(left: string, right: string): number {
  const index = javaText.indexOfDifference(left, right);
  if (index === -1) return 0;
  if (index === left.length || index === right.length) return left.length - right.length;
  return left.charCodeAt(index) - right.charCodeAt(index);
}

function indexWhere(text: string, accept: (unit: string) => boolean): number {
  for (let index = 0; index < text.length; index++) if (accept(text[index])) return index;
  return -1;
}

function lastIndexOf(text: string, part: string, from: number): number {
  return from < 0 ? -1 : text.lastIndexOf(part, from);
}

function offsetByCodePoints(text: string, index: number, offset: number): number {
  const points =
    offset < 0 ? Array.from(text.slice(0, index)).slice(offset) : Array.from(text.slice(index)).slice(0, offset);
  if (points.length < Math.abs(offset)) throwApex('System.StringException', `String index out of range: ${index}`);
  return index + Math.sign(offset) * points.join('').length;
}

function between(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  if (start === -1) return null;
  const end = text.indexOf(close, start + open.length);
  return end === -1 ? null : text.slice(start + open.length, end);
}
