// Every operation × every role × every area. Who may not call is refused before the input is looked at; who may call sees
// and changes nothing outside its own area: not in rows, counts, files, nor in what a refusal says.

import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../../src/kernel/operation.ts';
import { LEVELS, type RegionLevel, type RegionRange, rangeOf } from '../../src/kernel/region-code.ts';
import { checkRole } from '../../src/modules/accounts/domain/roles.ts';
import { COUNTY, OTHER, openScreenedRegion, REGION, type ScreenedRegion } from '../screened-region.ts';
import { targetInputs } from './access-inputs.ts';
import { ROUTES, ROUTES_OF_EACH_KIND, type Route } from './routes.ts';

/** Rows about regions are public to everybody signed in. */
const PUBLIC_ROWS = /^regions\./;
/** A league without a single household of the test. */
const ELSEWHERE = { league: 152900000000, county: 152921000000 };

let region: ScreenedRegion;
let villages: number[];
let world: World;

type World = {
  inputs: Record<string, object>;
  /** What names a household or a member, and the village it belongs to. */
  numbers: Map<string, number>;
  /** Every region there is: twelve digits that are none (a part of a request id) name no place. */
  regions: Set<string>;
};

type Place = { relation: string; areas: Partial<Record<RegionLevel, number>> };

beforeAll(async () => {
  region = await openScreenedRegion();
  const { db } = region.server.shouwang;
  villages = (
    await db.bulkRead((tx) =>
      tx.rows(sql<{ villageCode: number }>`
        select w.village_code from warnings w where w.village_code / 1000000 = ${COUNTY / 1e6}
        group by w.village_code order by count(*) desc, w.village_code`),
    )
  ).map(({ villageCode }) => villageCode);
  const rows = await db.bulkRead((tx) =>
    tx.rows(sql<{ number: string; villageCode: number }>`
      select number, village_code from households union all select number, village_code from persons`),
  );
  const regions = await db.bulkRead((tx) => tx.rows(sql<{ code: string }>`select code::text as code from regions`));
  world = {
    regions: new Set(regions.map(({ code }) => code)),
    inputs: await targetInputs(region.server, villages[0] ?? 0),
    numbers: new Map(rows.map(({ number, villageCode }) => [number, villageCode])),
  };
});
afterAll(() => region.close());

/** An area of this role's kind at a place, or undefined where the role is bound to other levels. */
function areaFor(role: Role, { areas }: Place): number | undefined {
  for (const level of LEVELS) {
    const code = areas[level];
    if (code === undefined) continue;
    try {
      checkRole(role, level, role === 'data-officer' ? 'yibao' : '');
      return code;
    } catch {}
  }
  return undefined;
}

function township(village: number): number {
  return Math.floor(village / 1000) * 1000;
}

/** Around the target, which lies in the first village of the county. */
function places(): Place[] {
  const [target = 0] = villages;
  const otherVillage = villages.find((code) => township(code) === township(target) && code !== target);
  const otherTownship = villages.find((code) => township(code) !== township(target)) ?? 0;
  return [
    { relation: 'own', areas: { village: target, township: township(target), county: COUNTY } },
    { relation: 'parent', areas: { prefecture: 150900000000, 'autonomous-region': REGION } },
    {
      relation: 'child',
      areas: {
        township: township(otherTownship),
        ...(otherVillage ? { village: otherVillage } : { village: otherTownship }),
      },
    },
    { relation: 'sibling', areas: { county: OTHER, prefecture: 152200000000 } },
    { relation: 'none', areas: { county: ELSEWHERE.county, prefecture: ELSEWHERE.league } },
  ];
}

async function call(cookie: string, { method, path }: Route, input: object): Promise<{ status: number; text: string }> {
  const rest = { ...input } as Record<string, unknown>;
  const address = path.replace(/\{(\w+)\}/g, (_all, key: string) => {
    const value = rest[key] ?? 1;
    delete rest[key];
    return encodeURIComponent(String(value));
  });
  const url = new URL(`${region.server.url}/api${address}`);
  const body = method === 'GET' ? undefined : JSON.stringify({ ...rest, ...requestIdOf(rest) });
  if (method === 'GET') for (const [key, value] of Object.entries(rest)) url.searchParams.set(key, String(value));
  const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
  const response = await fetch(url, { method, headers, ...(body ? { body } : {}) });
  return { status: response.status, text: Buffer.from(await response.arrayBuffer()).toString('latin1') };
}

/** Each call is a request of its own. */
function requestIdOf(input: Record<string, unknown>): object {
  return 'requestId' in input ? { requestId: crypto.randomUUID() } : {};
}

/** Numbers and region codes in an answer that this range may not see. */
function leaks(text: string, range: RegionRange): string[] {
  const inside = (code: number) => code >= range.low && code <= range.high;
  const above = (code: number) =>
    LEVELS.some((level) => {
      const { low, high } = rangeOf(code, level);
      return low === code && low <= range.low && range.high <= high;
    });
  const words = new Set(text.match(/[A-Za-z0-9]{9,}/g) ?? []);
  return [...words].filter((word) => {
    const village = world.numbers.get(word);
    if (village !== undefined) return !inside(village);
    return world.regions.has(word) && !inside(Number(word)) && !above(Number(word));
  });
}

describe('who may call', () => {
  it('the search for leaks finds a foreign village and a foreign household, and not the regions above', () => {
    const [number = ''] = [...world.numbers].find(([, village]) => village === villages[0]) ?? [];
    const range = rangeOf(OTHER, 'county');
    expect(leaks(`{"code":${villages[0]},"number":"${number}"}`, range)).toHaveLength(2);
    expect(leaks(`{"path":[${REGION},152200000000,${OTHER}]}`, range)).toEqual([]);
  });

  it('the test knows an input for every operation', () => {
    expect(ROUTES.filter(({ meta }) => !(meta.name in world.inputs)).map(({ meta }) => meta.name)).toEqual([]);
    expect(ROUTES.length).toBeGreaterThan(30);
  });

  it('nobody without signing in, but to sign in and to declare', async () => {
    const open = [];
    for (const route of ROUTES) {
      const { status } = await call('', route, world.inputs[route.meta.name] ?? {});
      if (status !== 401) open.push(route.meta.name);
    }
    expect(open).toEqual(['accounts.sign-in', 'declare.ticket', 'declare.villages', 'declare.send', 'declare.status']);
  });

  it.each(ROLES)('%s: only the operations of the role', async (role) => {
    const own = areaFor(role, places()[0] as Place) ?? REGION;
    const user = await region.server.as(identity(role, own));
    const open = [];
    for (const route of ROUTES.filter(({ meta }) => meta.roles !== 'public' && !meta.roles.includes(role))) {
      const { status, text } = await call(user.cookie, route, world.inputs[route.meta.name] ?? {});
      if (status !== 403 || !text.includes('http.forbidden')) open.push(`${route.meta.name} ${status}`);
    }
    expect(open).toEqual([]);
  });
});

function identity(role: Role, areaCode: number) {
  return { role, areaCode, ...(role === 'data-officer' ? { department: 'yibao' } : {}) };
}

/** These end the session or change the caller's own account; the accounts' own tests cover them. */
const OF_ONESELF = new Set(['accounts.sign-out', 'accounts.sign-out-everywhere', 'accounts.change-password']);

describe('what is seen from where', () => {
  const cases = ROLES.flatMap((role) =>
    ['own', 'parent', 'child', 'sibling', 'none'].map((relation) => ({ role, relation })),
  );

  it.each(cases)('$role from $relation: no row, count, file or refusal leaks', async ({ role, relation }) => {
    const place = places().find((each) => each.relation === relation) as Place;
    const area = areaFor(role, place);
    if (area === undefined) return;
    const level = LEVELS.find((each) => place.areas[each] === area) as RegionLevel;
    const range = rangeOf(area, level);
    const user = await region.server.as(identity(role, area));
    const mine = ROUTES_OF_EACH_KIND.filter(
      ({ meta }) => meta.roles !== 'public' && meta.roles.includes(role) && !OF_ONESELF.has(meta.name),
    );
    const sees = relation === 'own' || relation === 'parent';
    const faults = [];
    for (const route of mine) {
      const { name, writes } = route.meta;
      const { status, text } = await call(user.cookie, route, world.inputs[name] ?? {});
      if (status >= 500) faults.push(`${name}: ${status} ${text.slice(0, 200)}`);
      if (!PUBLIC_ROWS.test(name)) {
        // A refusal may repeat what it was asked.
        const asked = status >= 400 ? JSON.stringify(world.inputs[name] ?? {}) : '';
        const leaked = leaks(text, range).filter((word) => !asked.includes(word));
        if (leaked.length > 0) faults.push(`${name}: shows ${leaked.slice(0, 5).join(' ')}`);
      }
      if (!sees && writes && status < 400 && !ANYWHERE.has(name)) faults.push(`${name}: changed what it does not see`);
      if (!sees && /"total":[1-9]/.test(text) && /"items":\[\]/.test(text))
        faults.push(`${name}: counts what it does not show`);
    }
    expect(faults).toEqual([]);
  });
});

/** Writes that name no household: they make something of the caller's own area, or of its own. */
const ANYWHERE = new Set([
  // Answers each item by itself; what is not seen is refused in the answer.
  'field.push',
  // The account's own desk.
  'accounts.save-list',
  'board.choose',
  // The rules of the installation, which the region alone sets.
  'accounts.save-policy',
  'messages.mark-read',
  'messages.save-settings',
  'warnings.start-screening',
  'feeds.create-batch',
  'registry-import.preview',
  'process.save-calendar',
]);
