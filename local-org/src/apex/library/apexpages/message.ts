/** ApexPages.Message and Severity ("Message Class", Apex Reference Guide). */
import { LibraryObject, type ApexEnumValue } from '../../runtime/index.ts';
import { libraryClass, libraryEnum } from '../define.ts';

export const severity = libraryEnum('ApexPages.Severity', ['CONFIRM', 'INFO', 'WARNING', 'ERROR', 'FATAL']);

export class MessageValue extends LibraryObject {
  readonly typeName = 'ApexPages.Message';
  readonly severity: ApexEnumValue;
  readonly summary: string | null;
  readonly detail: string | null;
  readonly component: string | null;

  constructor(level: ApexEnumValue, summary: string | null, detail = summary, component: string | null = null) {
    super();
    this.severity = level;
    this.summary = summary;
    this.detail = detail;
    this.component = component;
  }

  override toString(): string {
    const { severity: level, summary, detail, component } = this;
    return `ApexPages.Message["${component ?? ''}": ${level.name} "${summary ?? ''}" "${detail ?? ''}"]`;
  }
}

export const messageClass = libraryClass('ApexPages.Message', {
  'Message(ApexPages.Severity severity, String summary)': (level: ApexEnumValue, summary: string | null) =>
    new MessageValue(level, summary),
  'Message(ApexPages.Severity severity, String summary, String detail)': (
    level: ApexEnumValue,
    summary: string | null,
    detail: string | null,
  ) => new MessageValue(level, summary, detail),
  'Message(ApexPages.Severity severity, String summary, String detail, String id)': (
    level: ApexEnumValue,
    summary: string | null,
    detail: string | null,
    component: string | null,
  ) => new MessageValue(level, summary, detail, component),
  'ApexPages.Severity getSeverity()': (self: MessageValue) => self.severity,
  'String getSummary()': (self: MessageValue) => self.summary,
  'String getDetail()': (self: MessageValue) => self.detail,
  'String getComponentLabel()': (self: MessageValue) => self.component,
});
