// Rules that listen to registers: silent until a county sets its days, each with the row it was read from, and known to what-if.

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestServer, TestUser } from '../../../../../test/harness.ts';
import { COUNTY, idNumber, openSmallRegistry, REGION, VILLAGE } from '../../../../../test/small-registry.ts';
import { systemActor } from '../../../../platform/server/actor.ts';
import { PARAMETERS } from '../../../parameters/domain/parameters.ts';
import { parameterSettings } from '../../../parameters/server/index.ts';
import { FACTS } from '../../domain/facts.ts';
import { screen } from './screen.ts';
import { rescreenTouched } from './screen-some.ts';

const AS_OF = '2022-05-31';
const NAMES = ['其其格', '巴图', '乌云', '那顺', '娜仁', '特木尔', '白音'];
/** Of each register rule its household, and the setting that wakes it. */
const WOKEN = [
  ['R13', '户0001', 'employment.lostDays', 60],
  ['R14', '户0002', 'employment.unconfirmedDays', 62],
  ['R15', '户0003', 'loan.overdueDays', 30],
  ['R16', '户0004', 'contract.unpaidDays', 365],
  ['R17', '户0005', 'workshop.stoppedDays', 30],
  ['R18', '户0006', 'policy.lapsedDays', 15],
  ['R19', '户0007', 'income.registerRatio', 0.7],
] as const;
/** Found by one of the twelve first rules, whatever registers say. */
const POOR = ['R06', '户0008'];

let server: TestServer;
let county: TestUser;
const id = () => crypto.randomUUID();
const add = async (code: string, values: Record<string, unknown>) =>
  county.client.registers[code]?.add({ requestId: id(), values });

function job(n: number, more: Record<string, unknown>) {
  const person = { householdNumber: `户000${n}`, name: NAMES[n - 1], personNumber: `户000${n}1` };
  return add('employment-spells', {
    number: `W-${n}`,
    ...person,
    jobForm: 'nearby',
    organisedBy: 'self',
    workRegionCode: '150923',
    ...more,
  });
}

function income(incomeYear: number, wageIncomeFen: number) {
  const row = { householdNumber: '户0007', incomeYear, yearEndMembers: 1, wageIncomeFen, businessIncomeFen: 0 };
  return add('household-incomes', { ...row, propertyIncomeFen: 0, transferIncomeFen: 0, businessCostFen: 0 });
}

beforeAll(async () => {
  server = await openSmallRegistry(
    [...NAMES, '高娃'].map((name, i) => ({
      // Only the sixth is lifted: the lapse of a policy is told of such households alone.
      ...{
        number: `户000${i + 1}`,
        village: VILLAGE,
        kind: i === 5 ? '脱贫户' : '一般农户',
        wage: i === 7 ? '0' : '10000',
      },
      members: [{ name, id: idNumber(19800501 + i, 2 * i + 2) }],
    })),
  );
  county = await server.as({ role: 'county-officer', areaCode: COUNTY });
  // Thresholds that none of the twelve first rules reaches, but for one income.
  const rows = PARAMETERS.flatMap(({ key, unit, fallback }) => {
    const value = key.startsWith('medical') ? 100 : unit === 'yuan' ? 5000 : unit === 'grade' ? 4 : 0;
    return fallback === undefined ? [{ regionCode: REGION, key, effectiveFrom: '2020-01-01', value, note: '' }] : [];
  });
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => ({
    result: await parameterSettings.keep(tx, rows, 'test'),
    audit: [],
  }));
  await job(1, { startedOn: '2021-03-01', leftOn: '2022-04-30' });
  await job(2, { startedOn: '2021-03-01' });
  await add('employment-confirmations', {
    spellNumber: 'W-2',
    month: '2022-03-01',
    workState: 'working',
    confirmedOn: '2022-03-20',
  });
  const loan = {
    number: 'L-3',
    householdNumber: '户0003',
    name: '乌云',
    loanProduct: 'lifted-credit',
    lender: '示例银行',
  };
  await add('micro-loans', {
    ...loan,
    loanAmountFen: 5_000_000,
    lentOn: '2021-03-01',
    dueOn: '2022-03-01',
    loanPurpose: '养羊',
  });
  const contract = { number: 'K-4', businessEntity: '示例合作社', householdNumber: '户0004', linkageWay: 'shares' };
  await add('linkage-contracts', { ...contract, startedOn: '2021-03-01', agreedYearlyFen: 100_000 });
  const workshop = {
    number: 'S-5',
    villageCode: VILLAGE,
    workshopName: '示例车间',
    openedOn: '2020-01-01',
    aidedByBeijing: false,
  };
  await add('workshops', workshop);
  for (const [month, running] of [
    ['2022-03-01', true],
    ['2022-04-01', false],
  ] as const)
    await add('workshop-months', { workshopNumber: 'S-5', month, running, ...(running ? { workers: 8 } : {}) });
  await job(5, { startedOn: '2021-03-01', jobForm: 'workshop', workshopNumber: 'S-5' });
  await add('employment-confirmations', {
    spellNumber: 'W-5',
    month: '2022-05-01',
    workState: 'working',
    confirmedOn: '2022-05-20',
  });
  const policy = { number: 'P-6', regionCode: COUNTY, insuranceKind: 'poverty-insurance', insurer: '示例财险' };
  await add('insurance-policies', {
    ...policy,
    coverFrom: '2021-05-01',
    coverThrough: '2022-04-30',
    insuredPersons: 10,
  });
  await income(2020, 1_000_000);
  await income(2021, 600_000);
});
afterAll(() => server.close());

const run = () => screen(server.shouwang.db, systemActor('test'), AS_OF);

/** Rules by household. */
async function hits() {
  const rows = await server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql<{ number: string; rules: string[] }>`select h.number, w.rules from warnings w
      join households h on h.county_code = w.county_code and h.id = w.household_id where w.as_of = ${AS_OF}::date and w.active order by h.number`),
  );
  return rows.map(({ number, rules }) => [rules.join(), number]);
}

const keep = (regionCode: number) =>
  server.shouwang.db.bulk(systemActor('test'), async (tx) => ({
    result: await parameterSettings.keep(
      tx,
      WOKEN.map(([, , key, value]) => ({ regionCode, key, effectiveFrom: '2022-01-01', value, note: '' })),
      'test',
    ),
    audit: [],
  }));

/** Households of whom the facts of the day know something out of a register. */
async function known() {
  const names = sql.join(FACTS.map(({ name }) => sql.ref(name)).slice(-8));
  const [row] = await server.shouwang.db.bulkRead((tx) =>
    tx.rows(sql<{ n: number }>`select count(*)::int as n from facts where num_nonnulls(${names}) > 0`),
  );
  return row?.n;
}

it('says nothing until a county sets its days, nothing of another county’s, and does not even ask', async () => {
  await run();
  expect(await hits()).toEqual([POOR]);
  await keep(150922000000);
  await run();
  expect(await hits()).toEqual([POOR]);
  expect(await known()).toBe(0);
});

it('what-if knows what setting one would change', async () => {
  const { counties } = await county.client.warnings.whatIf({
    regionCode: COUNTY,
    changes: [{ key: 'loan.overdueDays', value: 30 }],
  });
  expect(counties).toMatchObject([{ before: 1, after: 2, gained: 1, lost: 0 }]);
});

it('finds each household by its own register, with the row it was read from, beside what the first rules found', async () => {
  await keep(COUNTY);
  await run();
  expect(await hits()).toEqual([...WOKEN.map(([rule, number]) => [rule, number]), POOR]);
  expect(await known()).toBeGreaterThanOrEqual(7);
  const { items } = await county.client.warnings.list({ limit: 50 });
  const details = await Promise.all(
    items.map(({ countyCode, id: warningId }) => county.client.warnings.get({ countyCode, id: warningId })),
  );
  const told = details.flatMap(({ evidence }) =>
    evidence
      .filter(({ code }) => code !== 'R06')
      .map(({ code, rows }) => [
        code,
        rows.map(({ datasetTitle, cells }) => `${datasetTitle} ${cells[0]?.value}`).join(),
      ]),
  );
  expect(Object.fromEntries(told)).toEqual({
    R13: '务工就业 W-1',
    R14: '务工就业 W-2',
    R15: '小额信贷 L-3',
    R16: '利益联结协议 K-4',
    R17: '帮扶车间 S-5 示例车间',
    R18: '防贫保保单 P-6',
    R19: '家庭收支 2021 年',
  });
});

it('falls silent once the register says it is right again, and what-if told so before', async () => {
  const [effect] = (
    await county.client.warnings.whatIf({ regionCode: COUNTY, changes: [{ key: 'loan.overdueDays', value: 0 }] })
  ).counties;
  expect(effect).toMatchObject({ before: 8, after: 7, lost: 1 });
  await add('employment-confirmations', {
    spellNumber: 'W-2',
    month: '2022-05-01',
    workState: 'working',
    confirmedOn: '2022-05-25',
  });
  await add('household-payouts', {
    number: 'F-4',
    householdNumber: '户0004',
    name: '那顺',
    payoutKind: 'linkage',
    period: '2021',
    paidOn: '2022-01-05',
    amountFen: 100_000,
    agreementNumber: 'K-4',
  });
  await run();
  expect((await hits()).map(([rule]) => rule)).toEqual(['R13', 'R15', 'R17', 'R18', 'R19', 'R06']);
});

it('a rule that asks a register without a switch is answered for everybody by the next rows, though the screening did not ask', async () => {
  await server.shouwang.db.bulk(systemActor('test'), async (tx) => {
    await tx.run(sql`delete from parameters where region_code = ${COUNTY} and key = 'loan.overdueDays'`);
    return { result: null, audit: [] };
  });
  await run();
  expect((await hits()).map(([rule]) => rule)).not.toContain('R15');
  const region = await server.as({ role: 'region-officer', areaCode: REGION });
  const rule = (await region.client.warnings.rules({})).find(({ code }) => code === 'R15');
  if (!rule) throw new Error('no R15');
  const condition = { gte: [{ fact: 'loan_overdue_days' }, { number: 30 }] } as const;
  await region.client.warnings.saveRule({
    ...{
      requestId: id(),
      code: 'R15',
      version: rule.version,
      name: rule.name,
      text: rule.text,
      enabled: true,
      condition,
    },
  });
  // The household with the loan is not the one that was touched.
  await rescreenTouched(
    server.shouwang.db,
    systemActor('test'),
    `select id as household_id, village_code from households where number = '户0001'`,
  );
  expect(await hits()).toContainEqual(['R15', '户0003']);
});
