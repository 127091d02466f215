import { api, LightningElement } from 'lwc';

export interface Candidate {
  resourceId: string;
  name: string;
  roleName?: string;
  practiceName?: string;
  regionName?: string;
  freeHours?: number;
  /** 0 to 100. */
  score?: number;
  /** What speaks for and against the candidate, in sentences. */
  reasons: string[];
  /** What rules the person out. */
  misses: string[];
}

export interface Candidates {
  requestId: string;
  /** The best first. */
  candidates: Candidate[];
  /** How many qualify; more than are listed when the list was cut. */
  qualifiedCount: number;
  /** Who comes closest when nobody qualifies. */
  nearestMisses: Candidate[];
  summary: string;
}

interface CandidateItem extends Candidate {
  rank: number;
  place: string;
  free: string;
  holdLabel: string;
  bookLabel: string;
  reasonItems: Reason[];
}

/**
 * Ranked candidates of one request with the reasons for their rank; when nobody qualifies, the nearest misses and what they
 * lack. Fires `hold` and `book` ({ resourceId }).
 */
export default class CandidateList extends LightningElement {
  @api candidates!: Candidates;
  @api canHold = false;
  /** False for an opportunity, whose requests can only be held. */
  @api canBook = false;
  @api isBusy = false;

  get hasCandidates(): boolean {
    return this.candidates.candidates.length > 0;
  }

  get hasMisses(): boolean {
    return this.candidates.nearestMisses.length > 0;
  }

  get items(): CandidateItem[] {
    return this.candidates.candidates.map((candidate, index) => ({
      ...candidate,
      rank: index + 1,
      place: [candidate.roleName, candidate.practiceName, candidate.regionName].filter((part) => part).join(' · '),
      free: `${candidate.freeHours ?? 0} h free, score ${candidate.score ?? 0} of 100`,
      holdLabel: `Hold ${candidate.name}`,
      bookLabel: `Book ${candidate.name}`,
      reasonItems: reasonItems(candidate.reasons),
    }));
  }

  get misses(): { key: string; name: string; reasonItems: Reason[] }[] {
    return this.candidates.nearestMisses.map((miss) => ({
      key: miss.resourceId,
      name: miss.name,
      reasonItems: reasonItems(miss.misses),
    }));
  }

  handleHold(event: Event): void {
    this.choose('hold', event);
  }

  handleBook(event: Event): void {
    this.choose('book', event);
  }

  private choose(name: 'hold' | 'book', event: Event): void {
    const resourceId = (event.currentTarget as HTMLElement).dataset.id;
    this.dispatchEvent(new CustomEvent(name, { detail: { resourceId } }));
  }
}

interface Reason {
  key: string;
  text: string;
}

function reasonItems(reasons: readonly string[]): Reason[] {
  return reasons.map((text, index) => ({ key: `${index}`, text }));
}
