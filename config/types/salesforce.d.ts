/** Types of the platform's modules that the components import. */

declare module '@salesforce/apex/*' {
  import type { WireAdapterConstructor } from 'lwc';
  const method: (<Result>(parameters?: object) => Promise<Result>) & WireAdapterConstructor;
  export default method;
}

declare module '@salesforce/apex' {
  export function refreshApex(wiredResult: unknown): Promise<void>;
  export function getSObjectValue(record: unknown, field: unknown): unknown;
}

declare module '@salesforce/label/*' {
  const label: string;
  export default label;
}

declare module '@salesforce/schema/*' {
  const reference: { readonly objectApiName: string; readonly fieldApiName: string };
  export default reference;
}

declare module '@salesforce/user/*' {
  const value: string;
  export default value;
}

declare module '@salesforce/customPermission/*' {
  const granted: boolean | undefined;
  export default granted;
}

declare module '@salesforce/resourceUrl/*' {
  const url: string;
  export default url;
}

declare module '@salesforce/i18n/*' {
  const value: string;
  export default value;
}

declare module '@salesforce/client/formFactor' {
  const formFactor: 'Large' | 'Medium' | 'Small';
  export default formFactor;
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(options: {
      title: string;
      message?: string;
      variant?: 'info' | 'success' | 'warning' | 'error';
      mode?: 'dismissible' | 'pester' | 'sticky';
      messageData?: unknown[];
    });
  }
}

declare module 'lightning/refresh' {
  export class RefreshEvent extends CustomEvent<undefined> {
    constructor();
  }
}

declare module 'lightning/pageReferenceUtils' {
  export function encodeDefaultFieldValues(values: Record<string, string>): string;
}

declare module 'lightning/navigation' {
  import { LightningElement } from 'lwc';
  interface PageReference {
    readonly type: string;
    readonly attributes: Record<string, string>;
    readonly state?: Record<string, string>;
  }
  const Navigate: unique symbol;
  const GenerateUrl: unique symbol;
  class NavigatingElement extends LightningElement {
    [Navigate](reference: PageReference, replace?: boolean): void;
    [GenerateUrl](reference: PageReference): Promise<string>;
  }
  export const NavigationMixin: ((base: typeof LightningElement) => typeof NavigatingElement) & {
    readonly Navigate: typeof Navigate;
    readonly GenerateUrl: typeof GenerateUrl;
  };
  export const CurrentPageReference: unknown;
}

declare module 'lightning/uiRecordApi' {
  import type { WireAdapterConstructor } from 'lwc';
  export const getRecord: WireAdapterConstructor;
  export function getFieldValue(record: unknown, field: unknown): unknown;
  export function createRecord(input: { apiName: string; fields: Record<string, unknown> }): Promise<{ id: string }>;
  export function updateRecord(input: { fields: Record<string, unknown> }): Promise<unknown>;
  export function deleteRecord(recordId: string): Promise<void>;
  export function notifyRecordUpdateAvailable(records: { recordId: string }[]): Promise<void>;
}

declare module 'lightning/modal' {
  import { LightningElement } from 'lwc';
  export default class LightningModal extends LightningElement {
    static open(options: Record<string, unknown>): Promise<unknown>;
    close(result?: unknown): void;
    disableClose: boolean;
  }
}

declare module 'lightning/confirm' {
  const LightningConfirm: {
    open(options: { message: string; label: string; theme?: string; variant?: string }): Promise<boolean>;
  };
  export default LightningConfirm;
}
