/** What layout knows beside the tree. */
import type { Image } from '../images.ts';

export interface LayoutContext {
  /** By url; undefined for one that is not there or cannot be shown. */
  readonly image: (url: string) => Image | undefined;
  readonly report: (problem: string) => void;
  /** In headers and footers, which are set page by page. */
  readonly page?: { readonly page: number; readonly pages: number };
}
