/** System.JSONGenerator ("JSONGenerator Class", Apex Reference Guide). */
import type { BlobValue, DatetimeValue } from '../../../schema/values/index.ts';
import { doubleText, LibraryObject } from '../../runtime/index.ts';
import { libraryClass, type Behaviour } from '../define.ts';
import { datetimeText, writeValue } from '../support/json-serialize.ts';
import { JsonWriter } from '../support/json-writer.ts';

export class JsonGeneratorValue extends LibraryObject {
  readonly typeName = 'System.JSONGenerator';
  readonly writer: JsonWriter;
  closed = false;

  constructor(pretty: boolean) {
    super();
    this.writer = new JsonWriter(pretty);
  }
}

/** `writeX(value)` and `writeXField(name, value)`; a null value is written as null. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- gives `write` its parameter's type
function writing<T>(
  name: string,
  type: string,
  write: (writer: JsonWriter, value: T) => void,
): Record<string, Behaviour> {
  const put = ({ writer }: JsonGeneratorValue, value: T | null): void =>
    value === null ? writer.raw('null') : write(writer, value);
  return {
    [`void write${name}(${type} value)`]: put,
    [`void write${name}Field(String fieldName, ${type} value)`]: (
      self: JsonGeneratorValue,
      fieldName: string,
      value: T | null,
    ) => {
      self.writer.fieldName(fieldName);
      put(self, value);
    },
  };
}

const asText = (writer: JsonWriter, value: unknown): void => writer.string(String(value));
const asNumber = (writer: JsonWriter, value: unknown): void => writer.raw(String(value));

export const jsonGeneratorClass = libraryClass('System.JSONGenerator', {
  'void close()': (self: JsonGeneratorValue) => {
    self.closed = true;
  },
  'String getAsString()': (self: JsonGeneratorValue) => {
    self.closed = true;
    return self.writer.text;
  },
  'Boolean isClosed()': (self: JsonGeneratorValue) => self.closed,
  ...writing('Blob', 'Blob', (writer, value: BlobValue) => writer.string(value.toBase64())),
  ...writing('Boolean', 'Boolean', asNumber),
  ...writing('Date', 'Date', asText),
  ...writing('DateTime', 'Datetime', (writer, value: DatetimeValue) => writer.string(datetimeText(value))),
  ...writing('Id', 'Id', asText),
  ...writing('Number', 'Decimal', asNumber),
  ...writing('Number', 'Double', (writer, value: number) => writer.raw(doubleText(value))),
  ...writing('Number', 'Integer', asNumber),
  ...writing('Number', 'Long', asNumber),
  ...writing('Object', 'Object', (writer, value) => writeValue(writer, value, false)),
  ...writing('String', 'String', asText),
  ...writing('Time', 'Time', asText),
  'void writeNull()': ({ writer }: JsonGeneratorValue) => writer.raw('null'),
  'void writeNullField(String fieldName)': ({ writer }: JsonGeneratorValue, name: string) => {
    writer.fieldName(name);
    writer.raw('null');
  },
  'void writeFieldName(String fieldName)': ({ writer }: JsonGeneratorValue, name: string) => writer.fieldName(name),
  'void writeStartArray()': ({ writer }: JsonGeneratorValue) => writer.startArray(),
  'void writeEndArray()': ({ writer }: JsonGeneratorValue) => writer.endArray(),
  'void writeStartObject()': ({ writer }: JsonGeneratorValue) => writer.startObject(),
  'void writeEndObject()': ({ writer }: JsonGeneratorValue) => writer.endObject(),
});
