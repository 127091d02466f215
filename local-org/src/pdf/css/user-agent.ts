/** What elements look like before any style sheet (Appendix D of CSS 2.1). */
export const USER_AGENT = `
html, address, blockquote, body, dd, div, dl, dt, fieldset, form, h1, h2, h3, h4, h5, h6, ol, p, ul, center, hr, pre,
article, aside, footer, header, main, nav, section, figure, figcaption { display: block }
head, style, script, title, meta, link { display: none }
li { display: list-item }
table { display: table; border-spacing: 1.5pt; text-indent: 0 }
tr { display: table-row } thead { display: table-header-group } tbody { display: table-row-group }
tfoot { display: table-footer-group } col { display: table-column } colgroup { display: table-column-group }
td, th { display: table-cell; padding: 1px; vertical-align: middle } caption { display: table-caption; text-align: center }
th { font-weight: bold; text-align: center }
body { margin: 0 }
h1 { font-size: 2em; margin: .67em 0; font-weight: bold } h2 { font-size: 1.5em; margin: .75em 0; font-weight: bold }
h3 { font-size: 1.17em; margin: .83em 0; font-weight: bold } h4 { margin: 1.12em 0; font-weight: bold }
h5 { font-size: .83em; margin: 1.5em 0; font-weight: bold } h6 { font-size: .75em; margin: 1.67em 0; font-weight: bold }
p, blockquote, ul, ol, dl, fieldset, form { margin-top: 1em; margin-bottom: 1em }
form, fieldset { margin-top: 0; margin-bottom: 0 }
blockquote { margin-left: 30pt; margin-right: 30pt } ol, ul, dd { margin-left: 30pt }
ol { list-style-type: decimal } ul { list-style-type: disc } li ul, li ol { margin-top: 0; margin-bottom: 0 }
b, strong { font-weight: bold } i, em, cite, var, address, dfn { font-style: italic }
pre, tt, code, kbd, samp { font-family: monospace } pre { white-space: pre; margin: 1em 0 }
big { font-size: 1.17em } small, sub, sup { font-size: .83em } sub { vertical-align: sub } sup { vertical-align: super }
s, strike, del { text-decoration: line-through } u, ins { text-decoration: underline }
a[href] { color: #0000ee; text-decoration: underline } center { text-align: center }
hr { border-top: 1px solid #808080; margin: .5em 0 }
`;
