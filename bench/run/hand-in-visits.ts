// Phones that hand in visits of a round while somebody keeps its board open: each phone is one account of one village, all through HTTP.

import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openApi } from '../../src/app/open-api.ts';
import type { Shouwang } from '../../src/app/open-shouwang.ts';
import { createAccounts } from '../../src/modules/accounts/server/index.ts';
import { DEMO_PASSWORD } from '../../src/modules/demo/server/index.ts';
import { signIn } from './sign-in.ts';

type Asked = { number: string; on: string; phones: number; visits: number; minutes: number };
type Taken = { visits: number[]; boards: number[]; refused: number };
type Household = { villageCode: number; countyCode: number; id: number };

const ANSWERS = { housing: 'ok', school: 'ok', water: 'ok', insured: 'ok', income: 'same', 'self-paid': 'same' };
const HELPED = { measures: 'yes', cadre: 'yes' };
/** Between two looks at the board. */
const LOOK_MS = 2000;
const REGION = 150_000_000_000;

/** Villages with households that nobody has seen. */
function unseen({ db }: Shouwang, { phones, visits }: Asked) {
  return db.bulkRead((tx) =>
    tx.rows(sql<Household>`select i.village_code, i.county_code, i.household_id as id
      from (select village_code from sweep_villages where items - done >= ${visits} order by village_code limit ${phones}) v,
        lateral (select * from sweep_items i where i.sweep_id = (select max(id) from sweeps) and i.village_code = v.village_code and i.visit_result is null
          order by i.household_id limit ${visits}) i`),
  );
}

/** Milliseconds of every visit and every look at the region's board. */
export async function handInVisits(shouwang: Shouwang, asked: Asked): Promise<Taken> {
  const api = await openApi(shouwang, { logLevel: 'error', limitFactor: 1000, trustProxy: 1 });
  const url = await api.http.listen({ host: '127.0.0.1', port: 0 });
  const taken: Taken = { visits: [], boards: [], refused: 0 };
  async function call(cookie: string, address: string, body?: object): Promise<number> {
    const from = performance.now();
    const headers = { cookie, 'content-type': 'application/json' };
    const sent: RequestInit = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers: { cookie } };
    const answer = await fetch(`${url}/api/sweeps/${asked.number}/${address}`, sent);
    await answer.arrayBuffer();
    if (!answer.ok) taken.refused++;
    return performance.now() - from;
  }
  const open = async (username: string, role: 'village-worker' | 'region-officer', areaCode: number, n: number) => {
    await createAccounts(shouwang.db, [{ username, name: username, role, areaCode }], DEMO_PASSWORD, false);
    return signIn(url, username, `10.2.${Math.floor(n / 250)}.${(n % 250) + 1}`, DEMO_PASSWORD);
  };
  const pause = (asked.minutes * 60_000) / asked.visits;
  async function carry(cookie: string, own: readonly Household[]): Promise<void> {
    await sleep(Math.random() * pause);
    for (const [n, { countyCode, id }] of own.entries()) {
      const filledAt = new Date(Date.parse(`${asked.on}T00:00:00Z`) + n * 600_000).toISOString();
      const visit = { requestId: crypto.randomUUID(), household: { countyCode, id }, visitedOn: asked.on, filledAt };
      const told = { mode: 'in-person', result: 'no-risk', secondVisitor: '嘎查村干部', signed: true };
      const ms = await call(cookie, 'visits', { ...visit, ...told, answers: { ...ANSWERS, ...HELPED } });
      taken.visits.push(ms);
      await sleep(Math.max(0, pause - ms));
    }
  }
  try {
    const officer = await open('looker', 'region-officer', REGION, 5000);
    const phones: { cookie: string; own: Household[] }[] = [];
    for (const [villageCode, own] of Map.groupBy(await unseen(shouwang, asked), (one) => one.villageCode)) {
      const n = phones.length;
      phones.push({ cookie: await open(`phone${n}`, 'village-worker', villageCode, n), own });
    }
    let isOver = false;
    const looking = (async () => {
      while (!isOver) {
        taken.boards.push(await call(officer, `board?area=${REGION}`));
        await sleep(LOOK_MS);
      }
    })();
    await Promise.all(phones.map(({ cookie, own }) => carry(cookie, own)));
    isOver = true;
    await looking;
    return taken;
  } finally {
    await api.close();
  }
}
