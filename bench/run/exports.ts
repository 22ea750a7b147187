// The answers of the product as files of the contract, some of them while others are still to come.

import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { Shouwang } from '../../src/app/open-shouwang.ts';
import { exportMatches, exportQuarantine } from '../../src/modules/feeds/server/index.ts';
import { exportWarnings } from '../../src/modules/warnings/server/index.ts';
import type { Actor } from '../../src/platform/server/actor.ts';
import type { Tx } from '../../src/platform/server/db.ts';

/** Files written side by side. */
const AT_ONCE = 2;

/** Writes the files of the contract: matches as soon as a dataset is loaded, warnings once all have been screened. */
export function exporting(shouwang: Shouwang, actor: Actor, { output, asOf }: { output: string; asOf: string }) {
  const save = async (name: string, write: (tx: Tx, target: NodeJS.WritableStream) => Promise<void>) => {
    const target = createWriteStream(path.join(output, name));
    await shouwang.db.bulk(actor, async (tx) => {
      await write(tx, target);
      return { result: undefined, audit: { operation: 'bench.export', subjectKind: 'file', subjectId: name } };
    });
    target.end();
    await finished(target);
  };
  const waiting: (() => Promise<void>)[] = [];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  let early = Promise.resolve();
  return {
    /** Its matches do not change any more: they are written beside what else is done. */
    addMatches: (dataset: string) => {
      waiting.push(() => save(`matches-${dataset}.csv`, (tx, target) => exportMatches(tx, dataset, target)));
      early = early.then(lane);
    },
    end: async () => {
      waiting.unshift(() => save('warnings.csv', (tx, target) => exportWarnings(tx, asOf, target)));
      waiting.push(() => save('quarantine.csv', (tx, target) => exportQuarantine(tx, shouwang.keys, target)));
      await Promise.all([early.then(lane), ...Array.from({ length: AT_ONCE - 1 }, lane)]);
    },
  };
}
