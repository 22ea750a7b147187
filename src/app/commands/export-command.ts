// `shouwang export`: files go out.

import { createWriteStream, fchmodSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { FEEDS } from '../../modules/feeds/domain/datasets/index.ts';
import { exportMatches, exportQuarantine } from '../../modules/feeds/server/index.ts';
import { exportWarnings } from '../../modules/warnings/server/index.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { Shouwang } from '../open-shouwang.ts';
import { UsageError } from '../usage-error.ts';
import { COMMAND_LINE, type Options } from './command.ts';

async function toFile(
  shouwang: Shouwang,
  out: string | undefined,
  write: (tx: Tx, target: NodeJS.WritableStream) => Promise<void>,
): Promise<unknown> {
  if (!out) throw new UsageError('要用 --out 写明输出文件');
  // Rows as they came may hold ID numbers: nobody else reads the file, also where it stood before.
  const target = createWriteStream(out, { mode: 0o600 });
  target.once('open', (fd) => fchmodSync(fd, 0o600));
  await shouwang.db.bulk(COMMAND_LINE, async (tx) => {
    await write(tx, target);
    return {
      result: undefined,
      audit: { operation: 'shouwang.export', subjectKind: 'file', subjectId: path.basename(out) },
    };
  });
  target.end();
  await finished(target);
  return { out };
}

/** `shouwang export`: warnings, matches or the quarantine into a file. */
export async function runExport(shouwang: Shouwang, what: string | undefined, options: Options): Promise<unknown> {
  const { dataset, out } = options;
  const asOf = options['as-of'];
  if (what === 'warnings') {
    if (!asOf) throw new UsageError('要用 --as-of 写明筛查日');
    return toFile(shouwang, out, (tx, target) => exportWarnings(tx, asOf, target));
  }
  if (what === 'matches') {
    if (!dataset || !FEEDS.some((feed) => feed.code === dataset)) throw new UsageError('要用 --dataset 写明数据种类');
    return toFile(shouwang, out, (tx, target) => exportMatches(tx, dataset, target));
  }
  if (what === 'quarantine') return toFile(shouwang, out, (tx, target) => exportQuarantine(tx, shouwang.keys, target));
  throw new UsageError('export 后面要写 warnings、matches 或 quarantine');
}
