import { api, LightningElement } from 'lwc';
import { errorMessages } from 'c/errorMessages';

/** Shows an error where content should be, with what it says and, when the owner can retry, a button that fires `retry`. */
export default class ErrorPanel extends LightningElement {
  /** The error or errors, as a wire or a rejected call gives them. */
  @api errors: unknown;
  /** What could not be done, e.g. "The plan could not be loaded." */
  @api summary = 'This could not be loaded.';
  /** Whether trying again can help. */
  @api canRetry = false;

  get messages(): { key: string; text: string }[] {
    return errorMessages(this.errors).map((text) => ({ key: text, text }));
  }

  retry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
