/** What goes into and comes out of the making of a PDF. */

/** Something that the markup refers to by url. */
export interface PdfResource {
  /** Empty when the content itself must tell. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface PdfResult {
  readonly bytes: Uint8Array;
  /** What the markup or its styles ask for and could not be had, each once. */
  readonly problems: readonly string[];
}
