// npm run bench -- compare --data-folder DIR [--rows 300000]
// A file as the national system exports it, of so many rows, handed in as the region's county officers do and compared as a
// job; every tenth row differs, and rows beyond the registry are refused. Prints the seconds and the largest memory of this
// process. DIR is kept by `npm run bench -- --keep DIR`.

import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { openApi } from '../src/app/open-api.ts';
import { openShouwang, type Shouwang } from '../src/app/open-shouwang.ts';
import { createAccounts } from '../src/modules/accounts/server/index.ts';
import { PASSWORD, signIn } from './run/sign-in.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: { 'data-folder': { type: 'string' }, rows: { type: 'string', default: '300000' } },
});

const REGION = 150_000_000_000;

type Household = { id: number; number: string };

/** Households of the registry first, then numbers that it does not know. */
async function* linesOf({ db }: Shouwang, rows: number): AsyncGenerator<string> {
  yield '户编号,监测对象类别,风险是否已消除,识别监测时间,消除监测时间,消除方式,帮扶责任人\n';
  let [after, written] = [0, 0];
  for (;;) {
    const from = after;
    const part = await db.bulkRead((tx) =>
      tx.rows(sql<Household>`select id, number from households where id > ${from} and valid_to is null
        order by id limit ${Math.min(5000, rows - written)}`),
    );
    const lines = part.map(({ number }, i) => `${number},${i % 10 === 0 ? '边缘易致贫户,否' : ','},,,,\n`);
    yield lines.join('');
    written += part.length;
    after = part.at(-1)?.id ?? after;
    if (part.length === 0 || written >= rows) break;
  }
  for (; written < rows; written++) yield `UNKNOWN${written},,,,,,\n`;
}

const shouwang = await openShouwang({ ...process.env, SHOUWANG_DATA: values['data-folder'] ?? '' });
const api = await openApi(shouwang, { logLevel: 'error', limitFactor: 1e9 });
const folder = await mkdtemp(join(tmpdir(), 'shouwang-compare-'));
try {
  const file = join(folder, 'export.csv');
  await pipeline(Readable.from(linesOf(shouwang, Number(values.rows))), createWriteStream(file));
  const username = `compare${Date.now()}`;
  await createAccounts(
    shouwang.db,
    [{ username, name: username, role: 'county-officer', areaCode: REGION }],
    PASSWORD,
    false,
  );
  const url = await api.http.listen({ host: '127.0.0.1', port: 0 });
  const headers = { 'content-type': 'application/json' };
  const cookie = await signIn(url, username);
  const form = new FormData();
  form.append('file', await openAsBlob(file), '国家系统导出.csv');
  const sent = await fetch(`${url}/api/uploads`, { method: 'POST', headers: { cookie }, body: form });
  const { fileId } = (await sent.json()) as { fileId: string };
  const from = performance.now();
  const asked = JSON.stringify({ requestId: crypto.randomUUID(), fileId, again: true });
  const made = await fetch(`${url}/api/national/comparisons`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: asked,
  });
  const { id } = (await made.json()) as { id: number };
  let peak = 0;
  while (api.services.jobs.progressOf(`national.export-comparison:${id}`)) {
    peak = Math.max(peak, process.memoryUsage.rss());
    await sleep(50);
  }
  const seconds = (performance.now() - from) / 1000;
  const answer = await fetch(`${url}/api/national/comparisons/${id}`, { headers: { cookie } });
  const { state, counts, problem } = (await answer.json()) as { state: string; counts?: object; problem?: string };
  console.log(
    `${values.rows} rows: ${state} in ${seconds.toFixed(1)} s, memory at most ${Math.round(peak / 2 ** 20)} MB`,
  );
  console.log(JSON.stringify(counts ?? problem));
} finally {
  await rm(folder, { recursive: true, force: true });
  await api.close();
  await shouwang.close();
}
