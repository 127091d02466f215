/** The page of sent emails: what would have left the machine. */
import { queryAsUser, type UiApiContext } from '../../api/ui-api/context.ts';
import { ApiError } from '../../api/http/errors.ts';
import { jsonValue } from '../../api/ui-api/field-values.ts';
import { isId } from '../../schema/ids.ts';
import type { SObject } from '../../schema/sobject.ts';
import type { SetupTable } from './setup.ts';

const COLUMNS = [
  { name: 'Subject', label: 'Subject', link: 'SentEmail' },
  { name: 'ToAddress', label: 'To' },
  { name: 'FromAddress', label: 'From' },
  { name: 'MessageDate', label: 'Sent', type: 'datetime' },
  { name: 'Status', label: 'Status' },
] as const;

const DETAILS = [
  'Subject',
  'MessageDate',
  'Status',
  'BounceReason',
  'FromName',
  'FromAddress',
  'ReplyTo',
  'ToAddress',
  'CcAddress',
  'BccAddress',
  'TextBody',
  'HtmlBody',
  'Headers',
];
const MOST_ROWS = 1000;

export function sentEmails(context: UiApiContext): SetupTable {
  const names = COLUMNS.map(({ name }) => name);
  const { records } = queryAsUser(
    context,
    `SELECT Id, ${names.join(', ')} FROM LocalSentEmail ORDER BY MessageDate DESC, Id DESC LIMIT ${MOST_ROWS}`,
  );
  return {
    columns: COLUMNS,
    rows: records.map((row) => ({ ...values(row, names), Id: row.id, Subject: subjectOf(row) })),
  };
}

export function sentEmail(context: UiApiContext, id: string) {
  const [row] = isId(id)
    ? queryAsUser(context, `SELECT Id, ${DETAILS.join(', ')} FROM LocalSentEmail WHERE Id = '${id}'`).records
    : [];
  if (row === undefined) throw new ApiError(404, 'NOT_FOUND', 'There is no such email.');
  const files = queryAsUser(
    context,
    `SELECT Id, Name, BodyLength FROM LocalSentEmailFile WHERE SentEmailId = '${id}' ORDER BY Id`,
  );
  return {
    ...values(row, DETAILS),
    Subject: subjectOf(row),
    files: files.records.map((file) => ({
      name: String(file.get('Name')),
      size: Number(file.get('BodyLength') ?? 0),
      url: `/servlet/servlet.FileDownload?file=${file.id ?? ''}`,
    })),
  };
}

function subjectOf(row: SObject): string {
  const subject = row.get('Subject') as string | null;
  return subject === null || subject === '' ? '(no subject)' : subject;
}

function values(row: SObject, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, jsonValue(row.get(name))]));
}
