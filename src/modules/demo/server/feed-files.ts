// The feed files of one folder and, beside them, the right answers: for each row of a person feed its line, the person
// meant and the damage done.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { type FeedSink, PERSON_FEEDS, type PersonFeed, VILLAGE_FEEDS, type VillageFeed } from '../domain/feed-sink.ts';
import { encodeGb18030 } from './gb18030.ts';
import { type LineFile, openLineFile } from './line-file.ts';

type FeedFile = { name: string; data: LineFile; truth: LineFile | undefined };

export type FeedFiles = {
  sink: FeedSink;
  rows: () => Record<string, number>;
  bytes: () => number;
  close: () => Promise<void>;
};

const TRUTH_HEADER = 'file,line,pno,damage,bad,recoverable';

function openFeed(folder: string, truth: string | undefined, feed: PersonFeed, part: string): FeedFile {
  const name = `${feed}${part}.csv`;
  const encode = feed === 'school-enrolment' ? encodeGb18030 : undefined;
  const file = {
    name,
    data: openLineFile(join(folder, name), encode),
    truth: truth ? openLineFile(join(truth, name)) : undefined,
  };
  file.data.add(PERSON_FEEDS[feed]);
  file.truth?.add(TRUTH_HEADER);
  return file;
}

/** XLSX as departments send small tables: text cells, header first. Dated so that the same rows give the same bytes. */
async function writeSheet(path: string, header: string, rows: string[][]): Promise<number> {
  const sheet = {
    name: 'Sheet1',
    rows: [header.split(','), ...rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))],
  };
  const epoch = new Date(0);
  const bytes = await writeXlsx({ sheets: [sheet], properties: { created: epoch, modified: epoch } });
  writeFileSync(path, bytes);
  return bytes.length;
}

/** Opens every feed file in `folder`; the truth goes to `truth`, where there is one. */
export function openFeedFiles(folder: string, truth: string | undefined): FeedFiles {
  const feeds = Object.keys(PERSON_FEEDS) as PersonFeed[];
  const files = new Map<PersonFeed, FeedFile[]>();
  for (const feed of feeds) {
    const parts = feed === 'medical-settlement' ? ['-1', '-2'] : [''];
    files.set(
      feed,
      parts.map((part) => openFeed(folder, truth, feed, part)),
    );
  }
  const disasters = openLineFile(join(folder, 'disaster-report.csv'));
  disasters.add(VILLAGE_FEEDS['disaster-report']);
  const outages: string[][] = [];
  let sheetBytes = 0;

  const sink: FeedSink = {
    person(feed, line, number, damage, bad, recoverable, second = false) {
      const file = files.get(feed)?.[second ? 1 : 0];
      if (!file) throw new Error(`feed ${feed} has no such file`);
      file.data.add(line);
      file.truth?.add(`${file.name},${file.data.lines},${number || '""'},${damage},${bad},${recoverable}`);
    },
    village(feed: VillageFeed, cells) {
      if (feed === 'water-outage') outages.push(cells);
      else disasters.add(cells.join(','));
    },
  };

  return {
    sink,
    rows() {
      const counts: Record<string, number> = {};
      for (const [feed, parts] of files) counts[feed] = parts.reduce((sum, part) => sum + part.data.lines - 1, 0);
      return { ...counts, 'water-outage': outages.length, 'disaster-report': disasters.lines - 1 };
    },
    bytes: () => [...files.values()].flat().reduce((sum, file) => sum + file.data.bytes, disasters.bytes + sheetBytes),
    async close() {
      for (const file of [...files.values()].flat()) {
        file.data.close();
        file.truth?.close();
      }
      disasters.close();
      sheetBytes = await writeSheet(join(folder, 'water-outage.xlsx'), VILLAGE_FEEDS['water-outage'], outages);
    },
  };
}
