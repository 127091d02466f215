/** System.ApexPages ("ApexPages Class", Apex Reference Guide). */
import { ApexException, ApexList, type ApexEnumValue } from '../../runtime/index.ts';
import { libraryType } from '../../types/apex-type.ts';
import { currentPage, pageMessages } from '../apexpages/current-page.ts';
import { MessageValue, severity } from '../apexpages/message.ts';
import { enumConstant, libraryClass } from '../define.ts';
import { required } from '../support/arguments.ts';

export const apexPagesClass = libraryClass('System.ApexPages', {
  'static System.PageReference currentPage()': currentPage,
  'static void addMessage(ApexPages.Message message)': (message: MessageValue | null) => {
    pageMessages().push(required(message, 1));
  },
  'static void addMessages(Exception exceptionThrown)': (thrown: unknown) => {
    const text = thrown instanceof ApexException ? thrown.message : String(thrown);
    pageMessages().push(new MessageValue(enumConstant(severity, 'ERROR'), text));
  },
  'static List<ApexPages.Message> getMessages()': () =>
    new ApexList(libraryType('ApexPages.Message'), [...pageMessages()]),
  'static Boolean hasMessages()': () => pageMessages().length > 0,
  'static Boolean hasMessages(ApexPages.Severity severity)': (level: ApexEnumValue | null) =>
    pageMessages().some((message) => message.severity === level),
});
