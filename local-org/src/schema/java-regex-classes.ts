/** Classes of characters by the names that Java gives them, as JavaScript writes them ("Pattern", Java SE API, predefined and POSIX classes). */

/** Predefined classes that hold inside and outside of brackets. */
export const classEscapes: Readonly<Record<string, string>> = {
  d: '[0-9]',
  D: '[^0-9]',
  s: '[ \\t\\n\\x0b\\f\\r]',
  S: '[^ \\t\\n\\x0b\\f\\r]',
  w: '[A-Za-z0-9_]',
  W: '[^A-Za-z0-9_]',
  h: '[ \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
  H: '[^ \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000]',
  v: '[\\n\\x0b\\f\\r\\x85\\u2028\\u2029]',
  V: '[^\\n\\x0b\\f\\r\\x85\\u2028\\u2029]',
};

const posixClasses: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7f',
  Alpha: 'A-Za-z',
  Digit: '0-9',
  Alnum: 'A-Za-z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1f\\x7f',
  XDigit: '0-9A-Fa-f',
  Space: ' \\t\\n\\x0b\\f\\r',
  javaLowerCase: '\\p{Ll}',
  javaUpperCase: '\\p{Lu}',
  javaWhitespace: '\\p{Z}\\t\\n\\x0b\\f\\r\\x1c-\\x1f',
  javaMirrored: '\\p{Bidi_M}',
  javaLetter: '\\p{L}',
  javaDigit: '\\p{Nd}',
  javaLetterOrDigit: '\\p{L}\\p{Nd}',
  IsAlphabetic: '\\p{Alphabetic}',
  IsIdeographic: '\\p{Ideographic}',
  IsLetter: '\\p{L}',
  IsLowercase: '\\p{Lowercase}',
  IsUppercase: '\\p{Uppercase}',
  IsTitlecase: '\\p{Lt}',
  IsPunctuation: '\\p{P}',
  IsControl: '\\p{Cc}',
  IsWhite_Space: '\\p{White_Space}',
  IsDigit: '\\p{Nd}',
  IsHex_Digit: '\\p{Hex_Digit}',
  L1: '\\x00-\\xff',
};

/** What stands in brackets for `\p{name}`; undefined for a name that Java does not have. */
export function memberClass(name: string): string | undefined {
  return posixClasses[name] ?? unicodeProperty(name);
}

function unicodeProperty(name: string): string | undefined {
  const plain = name.replace(/^(?:Is|In)/, '');
  const candidates = [
    plain,
    plain.replace(/^(?:script|sc)=/i, 'Script='),
    plain.replace(/^(?:general_category|gc)=/i, ''),
    `Script=${plain}`,
  ];
  for (const candidate of candidates) {
    try {
      new RegExp(`\\p{${candidate}}`, 'v');
      return `\\p{${candidate}}`;
    } catch {
      // not this one
    }
  }
  return undefined;
}
