// Files of departments in lanes: some are read at a time, whatever those that have been read wait for.

import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { FEEDS } from '../../src/modules/feeds/domain/datasets/index.ts';
import type { FeedDefinition } from '../../src/modules/feeds/domain/feed-definition.ts';

/** Files read side by side. */
const AT_ONCE = 2;

export type FeedFile = { dataset: string; name: string };

/** The files of a dataset in a folder, by name. */
export async function filesOf(folder: string, dataset: string): Promise<string[]> {
  const pattern = new RegExp(`^${dataset}(-\\d+)?\\.(csv|xlsx)$`);
  return (await readdir(folder)).filter((name) => pattern.test(name)).sort();
}

/** Those with most bytes first, so that two lanes end at about the same time. */
async function feedsBySize(folder: string): Promise<{ feed: FeedDefinition; names: string[] }[]> {
  const sized = await Promise.all(
    FEEDS.map(async (feed) => {
      const names = await filesOf(folder, feed.code);
      const sizes = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).size));
      return { feed, names, bytes: sizes.reduce((sum, bytes) => sum + bytes, 0) };
    }),
  );
  return sized.sort((a, b) => b.bytes - a.bytes);
}

export type Lanes = {
  /** Loads a file and answers its rows; calls `onRead` when it has been read. */
  load: (file: FeedFile, onRead: () => void) => Promise<number>;
  /** Called for each dataset whose files are all loaded. */
  onLoaded: (feed: FeedDefinition) => void;
};

/**
 * Loads all files of a folder and answers their rows. A file that has been read waits for the registry, or for a file of its
 * dataset that came first, and leaves its place to the next.
 */
export async function loadInLanes(folder: string, { load, onLoaded }: Lanes): Promise<number> {
  const feeds = await feedsBySize(folder);
  const waiting: FeedFile[] = feeds.flatMap(({ feed, names }) => names.map((name) => ({ dataset: feed.code, name })));
  const loads = new Map<string, Promise<number>[]>(feeds.map(({ feed }) => [feed.code, []]));
  const beingRead = new Set<string>();
  /** Files of a dataset are read one after the other. */
  const takeNext = () => {
    const at = waiting.findIndex(({ dataset }) => !beingRead.has(dataset));
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  const lane = async () => {
    for (let next = takeNext(); next; next = takeNext()) {
      const { promise: read, resolve } = Promise.withResolvers<void>();
      beingRead.add(next.dataset);
      const loading = load(next, resolve);
      loads.get(next.dataset)?.push(loading);
      await Promise.race([read, loading]);
      beingRead.delete(next.dataset);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  const rows = await Promise.all(
    feeds.map(async ({ feed }) => {
      const loaded = await Promise.all(loads.get(feed.code) ?? []);
      onLoaded(feed);
      return loaded.reduce((sum, n) => sum + n, 0);
    }),
  );
  return rows.reduce((sum, n) => sum + n, 0);
}
