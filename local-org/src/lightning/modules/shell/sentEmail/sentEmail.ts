/** One email that was sent: its head, its files, and its body apart from the app. */
import { LightningElement, api } from 'lwc';
import { fileSize } from '../fileList/fileSize.ts';
import { appData } from '../http/http.ts';
import { urlOf } from '../router/router.ts';

interface SentEmailData {
  readonly Subject: string;
  readonly MessageDate: string;
  readonly Status: string;
  readonly BounceReason: string | null;
  readonly FromName: string | null;
  readonly FromAddress: string;
  readonly ReplyTo: string | null;
  readonly ToAddress: string | null;
  readonly CcAddress: string | null;
  readonly BccAddress: string | null;
  readonly TextBody: string | null;
  readonly HtmlBody: string | null;
  readonly Headers: string | null;
  readonly files: readonly { readonly name: string; readonly size: number; readonly url: string }[];
}

export default class SentEmail extends LightningElement {
  email: SentEmailData | undefined;
  problem: unknown;
  private shown = '';

  @api get emailId(): string {
    return this.shown;
  }

  set emailId(id: string) {
    this.shown = id;
    void this.open();
  }

  private async open(): Promise<void> {
    this.email = undefined;
    this.problem = undefined;
    try {
      this.email = await appData<SentEmailData>(`setup/SentEmail/${this.shown}`);
    } catch (error) {
      this.problem = error;
    }
  }

  get listUrl(): string {
    return urlOf({ type: 'shell__setup', attributes: { node: 'SentEmail' }, state: {} });
  }

  get rows(): readonly { readonly label: string; readonly value: string }[] {
    const { email } = this;
    if (email === undefined) return [];
    const from = email.FromName === null ? email.FromAddress : `${email.FromName} <${email.FromAddress}>`;
    const all: readonly (readonly [string, string | null])[] = [
      ['From', from],
      ['Reply To', email.ReplyTo],
      ['To', email.ToAddress],
      ['CC', email.CcAddress],
      ['BCC', email.BccAddress],
      ['Sent', new Date(email.MessageDate).toLocaleString()],
      ['Status', email.BounceReason === null ? email.Status : `${email.Status}: ${email.BounceReason}`],
      ['Headers', email.Headers],
    ];
    return all.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
  }

  get files(): readonly object[] {
    return (this.email?.files ?? []).map((file) => ({ ...file, label: `${file.name} (${fileSize(file.size)})` }));
  }

  get hasFiles(): boolean {
    return this.files.length > 0;
  }

  /** Nothing of the email can run, and nothing of the app can be reached from it. */
  renderedCallback(): void {
    const frame = this.template!.querySelector('iframe');
    if (frame !== null) frame.srcdoc = this.email?.HtmlBody ?? '';
  }
}
