/** Templates of Java's `MessageFormat` with text arguments, as `String.format` takes them. */

/** A template Java would refuse, in its words. */
export class MessageFormatError extends Error {
  override readonly name = 'MessageFormatError';
}

/**
 * Replaces `{0}`, `{1}`, …; an argument that is not there leaves its placeholder. A pair of single quotes stands for one;
 * text between single quotes is taken as it is.
 */
export function formatMessage(template: string, values: readonly string[]): string {
  let result = '';
  let quoting = false;
  for (let index = 0; index < template.length; index++) {
    const character = template[index];
    if (character === "'") {
      if (template[index + 1] === "'") {
        result += "'";
        index++;
      } else {
        quoting = !quoting;
      }
    } else if (quoting || character !== '{') {
      result += character;
    } else {
      const end = template.indexOf('}', index);
      if (end === -1) throw new MessageFormatError('Unmatched braces in the pattern.');
      result += argument(template.slice(index + 1, end), values);
      index = end;
    }
  }
  return result;
}

function argument(placeholder: string, values: readonly string[]): string {
  const number = placeholder.trim();
  if (!/^\d+$/.test(number)) throw new MessageFormatError(`can't parse argument number: ${placeholder}`);
  return values[Number(number)] ?? `{${Number(number)}}`;
}
