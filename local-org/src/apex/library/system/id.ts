/** System.Id ("Id Class", Apex Reference Guide). */
import { currentTransaction } from '../../../database/transaction.ts';
import { isId, to18 } from '../../../schema/ids.ts';
import { toId } from '../../runtime/casts.ts';
import { objectToken, throwApex } from '../../runtime/index.ts';
import { libraryClass } from '../define.ts';
import { refusingNulls } from '../support/arguments.ts';

export const idClass = libraryClass('System.Id', {
  ...refusingNulls({
    'static Id valueOf(String toId)': toId,
    'static Id valueOf(String str, Boolean restoreCasing)': (text: string, restoreCasing: boolean) =>
      toId(restoreCasing ? restoredCase(text) : text),
    'Schema.SObjectType getSobjectType()': (self: string) => {
      const object = currentTransaction().org.schema.objectOfId(self);
      if (object === undefined) throwApex('System.SObjectException', `Cannot locate Apex Type for ID: ${self}`);
      return objectToken(object);
    },
    'String to15()': (self: string) => self.slice(0, 15),
  }),
  'Boolean equals(String stringToCompare)': (self: string, other: string | null) =>
    other !== null && isId(other) && to18(other) === to18(self),
});

/** The last three characters of an 18-character id say which of the first fifteen are upper case. */
function restoredCase(text: string): string {
  if (!/^[a-zA-Z0-9]{15}[a-zA-Z0-5]{3}$/.test(text)) return text;
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
  const marks = Array.from(text.slice(15).toUpperCase(), (character) => alphabet.indexOf(character));
  const cased = Array.from(text.slice(0, 15), (character, index) => {
    const upper = (marks[Math.floor(index / 5)] >> (index % 5)) & 1;
    return upper === 1 ? character.toUpperCase() : character.toLowerCase();
  });
  return cased.join('') + text.slice(15).toUpperCase();
}
