/** Places of components that follow each other on the grid of a dashboard, row by row. */
export const GRID_COLUMNS = 12;

export interface Size {
  readonly colspan: number;
  readonly rowspan: number;
}

export interface Place extends Size {
  readonly column: number;
  readonly row: number;
}

export function packed(sizes: readonly Size[]): Place[] {
  let [column, row, height] = [0, 0, 0];
  return sizes.map(({ colspan, rowspan }) => {
    if (column + colspan > GRID_COLUMNS) [column, row, height] = [0, row + height, 0];
    const place = { colspan, rowspan, column, row };
    column += colspan;
    height = Math.max(height, rowspan);
    return place;
  });
}

/** In the order in which they are read. */
export function readingOrder(places: readonly Place[]): number[] {
  return places
    .map((_, index) => index)
    .sort((left, right) => places[left]!.row - places[right]!.row || places[left]!.column - places[right]!.column);
}
