/** Records go through triggers and flows in batches of at most this many ("Trigger and Bulk Request Best Practices", Apex Developer Guide). */
export const BATCH_SIZE = 200;

export function inChunks<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
