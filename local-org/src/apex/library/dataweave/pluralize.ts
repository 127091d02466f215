/** English plurals ("pluralize", DataWeave Strings module). */
const IRREGULAR = new Map([
  ['child', 'children'],
  ['datum', 'data'],
  ['die', 'dice'],
  ['foot', 'feet'],
  ['goose', 'geese'],
  ['man', 'men'],
  ['mouse', 'mice'],
  ['ox', 'oxen'],
  ['person', 'people'],
  ['tooth', 'teeth'],
  ['woman', 'women'],
]);
const UNCHANGED = new Set(['deer', 'fish', 'series', 'sheep', 'species', 'aircraft', 'information', 'equipment']);

export function pluralize(word: string): string {
  if (UNCHANGED.has(word)) return word;
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}
