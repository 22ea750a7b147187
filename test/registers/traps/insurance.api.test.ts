// The cares of registers §20: what is insured is not what is covered, and dibao is what the roster in force says.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insuranceDues } from '../../../src/modules/insurance/server/index.ts';
import { parameterSettings } from '../../../src/modules/parameters/server/index.ts';
import { systemActor } from '../../../src/platform/server/actor.ts';
import { refusalOf, type TestServer, type TestUser } from '../../harness.ts';
import {
  COUNTY,
  idNumber,
  NEXT_VILLAGE,
  OTHER_COUNTY,
  openSmallRegistry,
  REGION,
  VILLAGE,
} from '../../small-registry.ts';
import { formText } from '../form-text.ts';

let server: TestServer;
let county: TestUser;
let stranger: TestUser;
const id = () => crypto.randomUUID();
const NAMES = ['其其格', '巴图', '乌云', '那顺'];
const TODAY = '2022-06-15';

beforeAll(async () => {
  server = await openSmallRegistry(
    NAMES.map((name, i) => ({
      ...{ number: `户000${i + 1}`, village: i < 3 ? VILLAGE : NEXT_VILLAGE, ...(i === 3 ? { wage: '90000' } : {}) },
      members: [{ name, id: idNumber(19800501 + i, 2 * i + 2) }],
    })),
  );
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  stranger = await server.as({ role: 'county-officer', areaCode: OTHER_COUNTY });
  server.moveClock(new Date(`${TODAY}T04:00:00Z`));
  // By the registry three earn 14,000 a head: under this line, the fourth is not.
  const line = { regionCode: REGION, key: 'income.line', effectiveFrom: '2022-01-01', value: 15_000, note: '' };
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => {
    await parameterSettings.keep(tx, [line], 'test');
    for (const [month, number] of [
      ['2022-05-01', '户0001'],
      ['2022-05-01', '户0002'],
      ['2022-06-01', '户0001'],
    ] as const)
      await tx.run(sql`insert into feed_dibao_roster (part, batch_id, line, county_code, household_id, person_id, month, monthly_fen)
        select 0, 1, 1, p.county_code, p.household_id, p.id, ${month}::date, 40000
        from households h join persons p on p.county_code = h.county_code and p.household_id = h.id where h.number = ${number}`);
    return { result: undefined, audit: [] };
  });
  await policy('P-1', { insuredPersons: 100, personsCovered: 400, coverThrough: '2022-06-20' });
});
afterAll(() => server.close());

const add = async (code: string, values: Record<string, unknown>) =>
  county.client.registers[code]?.add({ requestId: id(), values });

function policy(number: string, more: Record<string, unknown> = {}) {
  const values = {
    number,
    regionCode: COUNTY,
    insuranceKind: 'poverty-insurance',
    insurer: '示例财险',
    coverFrom: '2021-06-21',
  };
  return add('insurance-policies', { ...values, coverThrough: '2022-12-31', insuredPersons: 1, ...more });
}

function claim(number: string, householdNumber: string, more: Record<string, unknown> = {}) {
  const name = NAMES[Number(householdNumber.slice(-1)) - 1];
  const values = { number, policyNumber: 'P-1', householdNumber, name, lossOn: '2022-03-01', reason: 'illness' };
  return add('insurance-claims', {
    ...values,
    lossAmountFen: 900_000,
    claimAmountFen: 500_000,
    claimPaidOn: '2022-04-01',
    ...more,
  });
}

const floor = (user = county) => user.client.insurance.floor({});
/** Page by page, one household each. */
async function numbers(look: 'neither' | 'both' | 'dibao-only' | 'claim-only', cursor?: string): Promise<string[]> {
  const { items, next } = await county.client.insurance.households({ look, limit: 1, ...(cursor ? { cursor } : {}) });
  const shown = items.map(({ number }) => number);
  return next ? [...shown, ...(await numbers(look, next))] : shown;
}

test('registers §20: insured persons and covered persons are two numbers, of policies in force alone', async () => {
  await policy('P-0', { coverFrom: '2020-01-01', coverThrough: '2020-12-31', insuredPersons: 7, personsCovered: 7 });
  await policy('P-X', { insuranceKind: 'other', insuredPersons: 9, personsCovered: 9 });
  const { total } = await floor();
  expect(total).toMatchObject({ policies: 1, insured: 100, covered: 400 });
});

test('registers §20: dibao is the newest roster handed in, not whoever was ever on one', async () => {
  const { total, dibaoMonth } = await floor();
  expect({ dibaoMonth, persons: total.dibaoPersons }).toEqual({ dibaoMonth: '2022-06', persons: 1 });
});

test('registers §20: who is in both nets, who in neither though poor, and who is not poor is not asked for', async () => {
  await claim('C-1', '户0001');
  await claim('C-2', '户0002');
  expect(await numbers('both')).toEqual(['户0001']);
  expect(await numbers('claim-only')).toEqual(['户0002']);
  expect(await numbers('dibao-only')).toEqual([]);
  expect(await numbers('neither')).toEqual(['户0003']);
  expect((await floor()).total).toMatchObject({ both: 1, neither: 1, claims: 2, claimFen: 1_000_000 });
});

test('registers §20: the cause of a claim is sealed, and a claim before its loss is refused', async () => {
  const { items } = (await county.client.registers['insurance-claims']?.list({ area: COUNTY })) ?? { items: [] };
  expect(JSON.stringify(items)).not.toMatch(/illness|因病/);
  expect(await refusalOf(Promise.resolve(claim('C-0', '户0001', { claimPaidOn: '2022-02-01' })))).toBe(
    'registers.refused',
  );
});

test('what cannot be right of policies and claims asks for a look until it is', async () => {
  await claim('C-3', '户0003', { lossOn: '2021-01-01', claimAmountFen: 950_000 });
  await policy('P-2', { insuredPersons: 10, personsCovered: 5, premiumFen: 100_000, premiumPerPersonFen: 5000 });
  const { concerns } = await floor();
  expect(concerns.map(({ concern, subject }) => `${concern} ${subject}`)).toEqual([
    'claim-above-loss C-3',
    'claim-outside-cover C-3',
    'insured-above-covered P-2',
    'premium-differs P-2',
  ]);
  expect((await floor(stranger)).concerns).toEqual([]);
});

test('a county is told before its policy ends, and not once the next one is there', async () => {
  const [renew] = insuranceDues;
  const due = () => server.shouwang.db.bulkRead(async (tx) => renew?.rows(tx, TODAY));
  const { items } = (await county.client.registers['insurance-policies']?.list({ area: COUNTY, text: 'P-2' })) ?? {
    items: [],
  };
  const [second] = items;
  if (!second) throw new Error('P-2 is not there');
  const { countyCode, id: recordId, version } = second;
  await county.client.registers['insurance-policies']?.void({
    ...{ requestId: id(), countyCode, id: recordId, version },
    voided: true,
    reason: '登记错误',
  });
  expect(await due()).toEqual([{ placeCode: COUNTY, dueOn: '2022-06-20' }]);
  await policy('P-3', { coverFrom: '2022-06-21', coverThrough: '2023-06-20' });
  expect(await due()).toEqual([]);
});

test('the forms of policies and claims: those in force, those paid, and nothing of why', async () => {
  const policies = await formText(county, '/insurance/forms/policies');
  expect(policies).toContain('防贫保参保台账');
  expect(policies).not.toContain('P-0');
  const claims = await formText(county, '/insurance/forms/claims');
  expect(claims).toMatch(/防贫保理赔台账.*C-1.*其其格/);
  expect(claims).not.toMatch(/因病|illness/);
  expect(await formText(stranger, '/insurance/forms/claims')).not.toContain('C-1');
});
