// npm run bench -- field [--phones 500] [--items 10] [--photos 2] [--minutes 5] [--households 4000] [--heavy 5000]
// Phones that come home: in so many minutes each sends its items and photos, one of them with very many items beside; before that a
// hundred take their village along at once. On a fresh product in a folder of its own, with audit and row-level security, clients in
// the same process. Prints median and 95 of 100, and at last items a second when nobody waits, with the ratio to 199–268 a second, which
// is what another product's server was measured to take in on two cores.

import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { DEMO_PASSWORD } from '../src/modules/demo/server/index.ts';
import { drawSignature } from '../src/modules/demo/server/signature-picture.ts';
import { openRegion } from './run/open-region.ts';
import { signIn } from './run/sign-in.ts';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    phones: { type: 'string', default: '500' },
    items: { type: 'string', default: '10' },
    photos: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '5' },
    households: { type: 'string', default: '4000' },
    heavy: { type: 'string', default: '5000' },
  },
});
const asked = (name: keyof typeof values) => Number(values[name]);
const PULLING = 100;
const PER_PUSH = 50;
const OTHERS_TAKE: readonly [number, number] = [199, 268];

const region = await openRegion(asked('households'));
const { url } = region;

type Household = { countyCode: number; id: number; villageCode: number };
const households = await region.db.bulkRead((tx) =>
  tx.rows(
    sql<Household>`select county_code, id, village_code from households where valid_to is null order by village_code, id`,
  ),
);
const byVillage = [...Map.groupBy(households, ({ villageCode }) => villageCode)];
type Phone = { cookie: string; own: Household[]; seq: number };

async function openPhone(n: number): Promise<Phone> {
  const [areaCode = 0, own = []] = byVillage[n % byVillage.length] ?? [];
  const username = `phone${n}`;
  await region.addWorker(username, `外业${n}`, areaCode);
  const address = `10.1.${Math.floor(n / 250)}.${(n % 250) + 1}`;
  return { cookie: await signIn(url, username, address, DEMO_PASSWORD), own, seq: 0 };
}

async function call({ cookie }: Phone, address: string, body: object) {
  const headers = { cookie, 'content-type': 'application/json' };
  const from = performance.now();
  const answer = await fetch(`${url}/api${address}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const json = (await answer.json()) as { items?: { state: string }[] };
  return { ms: performance.now() - from, ok: answer.ok, json };
}

function itemOf(phone: Phone): object {
  phone.seq += 1;
  const { countyCode, id } = phone.own[phone.seq % phone.own.length] ?? { countyCode: 0, id: 0 };
  const input = {
    channel: 'visit',
    countyCode,
    householdId: id,
    receivedOn: '2026-06-01',
    text: '走访发现收入下降，请核实',
  };
  const of = { household: { countyCode, id }, operation: 'clues.add', input };
  return { id: randomUUID(), seq: phone.seq, ...of, madeAt: new Date().toISOString() };
}

const taken = { push: [] as number[], photo: [] as number[], refused: 0, stored: 0 };

async function push(phone: Phone, count: number): Promise<void> {
  const { ms, ok, json } = await call(phone, '/field/push', {
    items: Array.from({ length: count }, () => itemOf(phone)),
  });
  const stored = json.items?.filter(({ state }) => state === 'stored').length ?? 0;
  taken.stored += stored;
  taken.refused += ok ? count - stored : count;
  taken.push.push(ms / count);
}

const encoded = (text: string) => Buffer.from(text).toString('base64');

async function sendPhoto({ cookie }: Phone, seed: number): Promise<void> {
  const bytes = Buffer.concat([drawSignature(seed % 250), Buffer.alloc(150_000, seed)]);
  const [id, sha256] = [randomUUID(), createHash('sha256').update(bytes).digest('hex')];
  const tus = { cookie, 'tus-resumable': '1.0.0' };
  const meta = `id ${encoded(id)},sha256 ${encoded(sha256)}`;
  const from = performance.now();
  const begin = { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': meta };
  await fetch(`${url}/api/field/files`, { method: 'POST', headers: begin });
  const piece = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
  const answer = await fetch(`${url}/api/field/files/${id}`, { method: 'PATCH', headers: piece, body: bytes });
  if (answer.status !== 204) taken.refused += 1;
  taken.photo.push(performance.now() - from);
}

const at = (all: number[], share: number) => {
  const sorted = [...all].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1).padStart(9);
};
const print = (what: string, all: number[]) =>
  console.log(`${what.padEnd(40)}${at(all, 0.5)}${at(all, 0.95)}${String(all.length).padStart(8)}`);

/** Somebody comes home at any time of these minutes. */
async function comeHome(phone: Phone, n: number): Promise<void> {
  await sleep(Math.random() * asked('minutes') * 60_000);
  await push(phone, asked('items'));
  for (let i = 0; i < asked('photos'); i++) await sendPhoto(phone, n + i);
}

async function heavyPhone(phone: Phone): Promise<void> {
  for (let sent = 0; sent < asked('heavy'); sent += PER_PUSH)
    await call(phone, '/field/push', { items: Array.from({ length: PER_PUSH }, () => itemOf(phone)) });
}

try {
  const phones: Phone[] = [];
  for (let n = 0; n < asked('phones'); n++) phones.push(await openPhone(n));
  const heavy = await openPhone(asked('phones'));
  console.log(`${'ms'.padEnd(40)}${'50%'.padStart(9)}${'95%'.padStart(9)}${'calls'.padStart(8)}`);
  const first = await Promise.all(phones.slice(0, PULLING).map((phone) => call(phone, '/field/pull', {})));
  print(
    `first pull, ${first.length} at once`,
    first.map(({ ms }) => ms),
  );
  const again: number[] = [];
  for (const [n, { json }] of first.entries()) {
    const phone = phones[n];
    const { token } = json as { token?: string };
    if (phone) again.push((await call(phone, '/field/pull', { since: token })).ms);
  }
  print('pull with nothing new', again);
  await Promise.all([...phones.map(comeHome), heavyPhone(heavy)]);
  print(`an item, in ${values.minutes} minutes beside ${values.heavy} of one phone`, taken.push);
  print('a photo', taken.photo);
  console.log(`stored ${taken.stored}, not stored ${taken.refused}`);
  const [before, from] = [taken.stored, performance.now()];
  await Promise.all(phones.map((phone) => push(phone, PER_PUSH)));
  const perSecond = ((taken.stored - before) * 1000) / (performance.now() - from);
  const ratios = OTHERS_TAKE.map((other) => (perSecond / other).toFixed(1)).reverse();
  console.log(`items a second when nobody waits: ${perSecond.toFixed(0)}, ratio ${ratios.join('–')}`);
} finally {
  await region.close();
}
