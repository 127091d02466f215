/** The app's own mark: a cloud, used as favicon and on the log-in page. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 70"><g id="cloud"><path fill="#0176d3" d="M41 9a20 20 0 0 1 34 6 17 17 0 0 1 7-1 17 17 0 0 1 2 34 14 14 0 0 1-16 8 16 16 0 0 1-27 2A18 18 0 0 1 13 50 16 16 0 0 1 17 20 19 19 0 0 1 41 9z"/></g></svg>`;
