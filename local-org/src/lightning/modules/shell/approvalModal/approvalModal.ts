/** The window that asks for comments, and for an approver where there is one to choose. Closes with `true` when it is done. */
import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { messageOf } from '../errors/errors.ts';
import { ServerError } from '../http/http.ts';

export interface ApprovalAnswer {
  readonly comments: string;
  readonly userId: string | undefined;
}

export interface ApprovalDialog {
  readonly title: string;
  readonly button: string;
  readonly asksComments: boolean;
  readonly asksUser: boolean;
  /** Does what was asked for; its error is shown and the window stays. */
  readonly run: (answer: ApprovalAnswer) => Promise<void>;
}

export default class ApprovalModal extends LightningModal {
  @api request!: ApprovalDialog;
  comments = '';
  problem: string | undefined;
  isBusy = false;
  /** The process leaves the next approver to the user: found out when it refused. */
  private mustChoose = false;
  private userId: string | undefined;

  get asksComments(): boolean {
    return this.request.asksComments;
  }

  get asksUser(): boolean {
    return this.request.asksUser || this.mustChoose;
  }

  get userLabel(): string {
    return this.request.asksUser ? 'Reassign To' : 'Next Approver';
  }

  handleComments(event: CustomEvent<{ value: string }>): void {
    this.comments = event.detail.value;
  }

  handleUser(event: CustomEvent<{ recordId: string | null }>): void {
    this.userId = event.detail.recordId ?? undefined;
  }

  handleCancel(): void {
    this.close(false);
  }

  async handleConfirm(): Promise<void> {
    if (this.asksUser && this.userId === undefined) {
      this.problem = 'Choose a user.';
      return;
    }
    this.isBusy = true;
    this.problem = undefined;
    try {
      await this.request.run({ comments: this.comments, userId: this.userId });
      this.close(true);
    } catch (error) {
      if (isMissingApprover(error)) {
        this.mustChoose = true;
        this.problem = 'Choose the next approver.';
      } else {
        this.problem = messageOf(error);
      }
    } finally {
      this.isBusy = false;
    }
  }
}

function isMissingApprover(error: unknown): boolean {
  return error instanceof ServerError && error.message.includes('nextApproverIds');
}
