/** Pieces of the two HTML pages. */

export { escapeHtml } from '../../schema/escape-html.ts';

/** JSON that may stand inside a `<script>` element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

export const STYLE_SHEET = '/assets/styles/salesforce-lightning-design-system.min.css';

/** What browsers may load: only what the org itself serves; inline scripts by the page's nonce. */
export function contentSecurityPolicy(nonce?: string): string {
  return [
    "default-src 'self'",
    nonce === undefined ? "script-src 'none'" : `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "font-src 'self' data:",
    "frame-ancestors 'self'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}
