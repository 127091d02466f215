import { api, LightningElement } from 'lwc';

export interface Candidate {
  resourceId: string;
  resourceName: string;
  roleName?: string;
  practiceName?: string;
  regionName?: string;
  rank: number;
  /** 0 to 100. */
  score: number;
  freeHours: number;
  /** Free hours as a share of the requested ones, at most 100. */
  availabilityPercent: number;
  /** What booking this person would be: all requested hours (Hard), at least half of them (Soft), or less. */
  wouldBe?: 'Hard' | 'Soft' | null;
  reasons: string[];
}

export interface NearestMiss {
  resourceId: string;
  resourceName: string;
  reasons: string[];
}

export interface Candidates {
  requestId: string;
  candidates: Candidate[];
  qualifiedCount: number;
  shownCount: number;
  isCut: boolean;
  cutReason?: string;
  nearestMisses: NearestMiss[];
  summary?: string;
}

/**
 * Ranked candidates of one request with the reasons for their rank; when nobody qualifies, the nearest misses and what they
 * lack. Fires `hold` and `book` ({ resourceId }).
 */
export default class CandidateList extends LightningElement {
  @api candidates!: Candidates;
  @api canStaff = false;
  @api isBusy = false;

  get hasCandidates(): boolean {
    return this.candidates.candidates.length > 0;
  }

  get hasMisses(): boolean {
    return this.candidates.nearestMisses.length > 0;
  }

  get items(): (Candidate & {
    place: string;
    free: string;
    holdLabel: string;
    bookLabel: string;
    reasonItems: Reason[];
  })[] {
    return this.candidates.candidates.map((candidate) => ({
      ...candidate,
      place: [candidate.roleName, candidate.practiceName, candidate.regionName].filter((part) => part).join(' · '),
      free: `${candidate.freeHours} h free (${candidate.availabilityPercent} %)`,
      holdLabel: `Hold ${candidate.resourceName}`,
      bookLabel: `Book ${candidate.resourceName}`,
      reasonItems: reasonItems(candidate.reasons),
    }));
  }

  get misses(): { key: string; name: string; reasonItems: Reason[] }[] {
    return this.candidates.nearestMisses.map((miss) => ({
      key: miss.resourceId,
      name: miss.resourceName,
      reasonItems: reasonItems(miss.reasons),
    }));
  }

  get cutText(): string {
    const { shownCount, qualifiedCount, cutReason } = this.candidates;
    return `Showing the first ${shownCount} of ${qualifiedCount} who qualify. ${cutReason ?? ''}`.trim();
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
