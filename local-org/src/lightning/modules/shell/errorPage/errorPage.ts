/** A whole page that says why there is nothing to see. */
import { LightningElement, api } from 'lwc';
import { ServerError } from '../http/http.ts';
import { messageOf } from '../errors/errors.ts';
import { setTitle } from '../router/title.ts';

export default class ErrorPage extends LightningElement {
  /** What went wrong; undefined for a url of no page. */
  @api problem: unknown;

  connectedCallback(): void {
    setTitle('Error');
  }

  get heading(): string {
    if (this.problem === undefined) return "Page doesn't exist";
    if (!(this.problem instanceof ServerError)) return 'Something went wrong';
    if (this.problem.status === 403) return 'Insufficient privileges';
    if (this.problem.status === 404) return "This record isn't available";
    return this.problem.status === 501 ? 'Not supported' : 'Something went wrong';
  }

  /** Of access that lacks, and of what is not there, in words for people: those of the API speak to programs. */
  get text(): string {
    if (this.problem === undefined) return 'Enter a valid URL and try again.';
    const status = this.problem instanceof ServerError ? this.problem.status : undefined;
    if (status === 403) return NO_ACCESS;
    return status === 404 ? GONE : messageOf(this.problem);
  }
}

const NO_ACCESS =
  'You do not have the level of access necessary to perform the operation you requested. ' +
  'Ask the owner of the record or your administrator if you need it.';
const GONE = 'The record may have been deleted, or the link may be wrong.';
