// How large a folder and a slice may become, and that no files need each other in a circle.

import path from 'node:path';
import type { ImportMap } from './imports.ts';

const MOST_FILES = 25;
/** Lines of a slice without its tests. */
const MOST_LINES = 6000;

/** Folders that hold more files than they may. */
export function findLargeFolders(files: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(path.posix.dirname(file), (counts.get(path.posix.dirname(file)) ?? 0) + 1);
  return [...counts].flatMap(([folder, count]) => {
    return count > MOST_FILES
      ? [`${folder} holds ${count} files, at most ${MOST_FILES}: make subfolders by what they hold`]
      : [];
  });
}

/** Slices that have more lines than they may; `lines`: of each file. */
export function findLargeSlices(lines: ReadonlyMap<string, number>): string[] {
  const sums = new Map<string, number>();
  for (const [file, count] of lines) {
    const slice = /^src\/modules\/([^/]+)\//.exec(file)?.[1];
    if (slice) sums.set(slice, (sums.get(slice) ?? 0) + count);
  }
  return [...sums].flatMap(([slice, sum]) => {
    return sum > MOST_LINES ? [`${slice} has ${sum} lines, at most ${MOST_LINES}: it is more than one slice`] : [];
  });
}

/** One circle of files that need each other's values, as a path that comes back to its first; nothing where there is none. */
export function findCircle(imports: ImportMap): string[] {
  const done = new Set<string>();
  const under: string[] = [];
  const visit = (file: string): string[] => {
    const at = under.indexOf(file);
    if (at >= 0) return [...under.slice(at), file];
    if (done.has(file)) return [];
    under.push(file);
    for (const target of imports.get(file) ?? []) {
      const circle = imports.has(target) ? visit(target) : [];
      if (circle.length > 0) return circle;
    }
    under.pop();
    done.add(file);
    return [];
  };
  for (const file of imports.keys()) {
    const circle = visit(file);
    if (circle.length > 0) return circle;
  }
  return [];
}
