/**
 * Pictures of pages, kept beside the tests at a quarter of their size. They are compared roughly, by the mean colour of blocks, so that
 * another font or a finer edge is no difference, and a chart that is gone, a tile out of place or a wrong colour is.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Picture, readPng, shrunk, writePng } from './png.ts';

const FOLDER = path.join(import.meta.dirname, 'pictures');
/** Pixels of the page for one of the kept picture. */
const KEPT = 4;
/** Pixels of the kept picture that are compared as one. */
const BLOCK = 4;
/** Difference of mean colours, of 255, above which a block differs. */
const TOLERANCE = 24;

/** Share of the blocks that differ from the kept picture; one that is not there yet, or wanted anew, is kept. */
export function differenceFromKept(screenshot: Buffer, name: string): number {
  const file = path.join(FOLDER, `${name}.png`);
  const taken = shrunk(readPng(screenshot), KEPT);
  if (!existsSync(file) || process.env.KEEP_PICTURES === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, writePng(taken));
    return 0;
  }
  return difference(shrunk(taken, BLOCK), shrunk(readPng(readFileSync(file)), BLOCK));
}

function difference(left: Picture, right: Picture): number {
  const [width, height] = [Math.max(left.width, right.width), Math.max(left.height, right.height)];
  let different = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [a, b] = [at(left, x, y), at(right, x, y)];
      if (a === undefined || b === undefined || a.some((value, index) => Math.abs(value - b[index]) > TOLERANCE)) {
        different++;
      }
    }
  }
  return different / (width * height);
}

function at({ width, height, pixels }: Picture, x: number, y: number): number[] | undefined {
  if (x >= width || y >= height) return undefined;
  return [...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}
