// Classes for a map: as many places in each class as ties allow, so that one outlier does not paint all others pale.

export type MapClass = { low: number; high: number; count: number };

/** At most `wanted` classes, low to high, that hold every value once; equal values share a class. */
export function quantileClasses(values: number[], wanted: number): MapClass[] {
  const sorted = [...values].sort((a, b) => a - b);
  const classes: MapClass[] = [];
  let start = 0;
  for (let k = 1; k <= wanted && start < sorted.length; k++) {
    let end = Math.max(start + 1, Math.round((sorted.length * k) / wanted));
    while (end < sorted.length && sorted[end] === sorted[end - 1]) end++;
    const low = sorted[start] ?? 0;
    classes.push({ low, high: sorted[end - 1] ?? low, count: end - start });
    start = end;
  }
  return classes;
}

export function classOf(classes: MapClass[], value: number): number {
  return classes.findIndex(({ high }) => value <= high);
}
