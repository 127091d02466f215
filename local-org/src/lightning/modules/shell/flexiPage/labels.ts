/** Labels that pages name instead of spelling out: `Standard.Tab.detail`. */

const STANDARD: Readonly<Record<string, string>> = {
  'Standard.Tab.detail': 'Details',
  'Standard.Tab.details': 'Details',
  'Standard.Tab.relatedLists': 'Related',
  'Standard.Tab.activity': 'Activity',
  'Standard.Tab.collaborate': 'Chatter',
  'Standard.Tab.feed': 'Feed',
  'Standard.Tab.news': 'News',
};

export function labelOf(text: string): string {
  if (!text.startsWith('Standard.')) return text;
  const last = text.split('.').at(-1)!;
  return (
    STANDARD[text] ??
    last[0]!.toUpperCase() +
      last
        .slice(1)
        .replace(/([A-Z])/g, ' $1')
        .toLowerCase()
  );
}
