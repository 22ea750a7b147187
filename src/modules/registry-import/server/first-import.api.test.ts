// The first import takes a way of its own; what comes of it must be what the general way makes of the same files.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openTestDatabase } from '../../../../test/harness.ts';
import type { Shouwang } from '../../../app/open-shouwang.ts';
import { systemActor } from '../../../platform/server/actor.ts';
import { importRegistry } from './index.ts';

const ACTOR = systemActor('test');
const VILLAGE = '150102008200';
const HOUSEHOLDS = `户编号,嘎查村代码,户类型,监测对象类别,风险是否已消除,联系电话,收入年度,工资性收入,生产经营性收入,财产性收入,转移性收入,生产经营性支出,理赔收入,合规自付支出,上年纯收入
H1,${VILLAGE},一般农户,,,13900000001,2021,100.50,0,0,0,0,0,0,90
H2,${VILLAGE},脱贫户,突发严重困难户,否,,2021,1,2,3,4,5,6,7,
H2,${VILLAGE},一般农户,,,,2021,1,1,1,1,1,1,1,1
H3,999999999999,一般农户,,,,,,,,,,,,
H4,${VILLAGE},别的,,,,二〇二一,1,,,,,,,
H5,${VILLAGE},一般农户,,,,,,,,,,,,
`;
const MEMBERS = `人编号,户编号,姓名,性别,证件号码,与户主关系,民族,文化程度,在校生状况,健康状况,劳动技能,是否务工,是否低保,手机号码
P1,H1,王秀英,女,150102196501136503,户主,汉族,初中,,健康,普通劳动力,是,否,13800000001
P2,H1," 其 其格",女,="150121197505201513",户主,蒙古族,,,,,否,否,
P1,H2,重复,男,150105195401276343,户主,,,,,,,,
P3,H2,巴图,男,150105195401276343,户主,,,,,,,,
P4,H2,娜仁·其木格,女,150105195401276343,配偶,,,,,,,,
P5,H9,无户,男,15010519540127634,之子,,,,,,,,
P6,H4,残疾,男,15012119750520151344,表弟,,,,,,,,
,H4,无编号,男,,,,,,,,,,
P7,H4,,男,,,,,,,,,,
`;

async function importedInto(
  shouwang: Shouwang,
  folder: string,
  { first, members }: { first: boolean; members: string },
) {
  await writeFile(path.join(folder, 'households.csv'), HOUSEHOLDS);
  await writeFile(path.join(folder, 'members.csv'), members);
  if (!first) {
    const lines = HOUSEHOLDS.split('\n');
    const earlier = path.join(folder, 'earlier.csv');
    await writeFile(earlier, `${lines[0]}\nH0,${VILLAGE},一般农户,,,,,,,,,,,,\n`);
    await importRegistry(shouwang.db, shouwang.keys, ACTOR, { households: { path: earlier, name: 'earlier.csv' } });
  }
  const result = await importRegistry(shouwang.db, shouwang.keys, ACTOR, {
    households: { path: path.join(folder, 'households.csv'), name: 'households.csv' },
    members: { path: path.join(folder, 'members.csv'), name: 'members.csv' },
  });
  const rows = await shouwang.db.bulkRead(async (tx) => ({
    households:
      await tx.rows(sql`select number, village_code, kind, monitoring_category, risk_cleared, head_name, member_count,
      phone_key is null as no_phone, income_year, line from households where number <> 'H0' order by number`),
    incomes:
      await tx.rows(sql`select h.number, i.wage_fen, i.business_cost_fen, i.previous_net_fen, i.year from household_incomes i
      join households h on h.id = i.household_id order by 1`),
    persons:
      await tx.rows(sql`select p.number, h.number as household, p.county_code, p.village_code, name, sex, birth, id_sex, id_sound,
      id_key is null as no_key, sealed is null as nothing, relation, working, p.line
      from persons p left join households h on h.id = p.household_id order by 1`),
    index: await tx.rows(sql`select p.number from person_index x join persons p on p.id = x.person_id
      and p.household_id = x.household_id and p.id_key = x.id_key and x.name_hash = hashtext(p.name) order by 1`),
    repeated: await tx.rows(sql`select count(*)::int as n from repeated_ids`),
    unsound: await tx.rows(sql`select number from unsound_ids where name_hash <> 0 order by number`),
    issues:
      await tx.rows(sql`select i.code, h.number as household, p.number as person, i.line, i.county_code, i.village_code
      from data_issues i left join households h on h.id = i.household_id left join persons p on p.id = i.person_id order by 1, 4, 3`),
    refused: await tx.rows(sql`select file, line, column_name, value, reason from refused_rows order by file, line`),
    names: await tx.rows(sql`select name from person_names order by name`),
    indexes: await tx.rows(sql`select indexrelid::regclass::text as name from pg_index
      where indrelid in ('persons'::regclass, 'households'::regclass, 'person_names'::regclass) order by 1`),
    nextIds:
      await tx.rows(sql`select (select last_value from household_ids) >= (select max(id) from households) as households,
      (select last_value from person_ids) >= (select max(id) from persons) as persons`),
  }));
  const { batchId: _, households, ...rest } = result;
  return { ...rows, result: { ...rest, households: { ...households, missing: 0 } } };
}

async function bothWays(members: string) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-first-'));
  const [one, two] = [await openTestDatabase(), await openTestDatabase()];
  try {
    return {
      first: await importedInto(one, folder, { first: true, members }),
      general: await importedInto(two, folder, { first: false, members }),
    };
  } finally {
    await one.close();
    await two.close();
    await rm(folder, { recursive: true, force: true });
  }
}

test('a first import, with repeated numbers and every kind of dirt, equals the general one', async () => {
  const { first, general } = await bothWays(MEMBERS);
  expect(first).toEqual(general);
  expect(first.persons).toHaveLength(6);
  expect(first.result.members).toMatchObject({ rows: 9, added: 6, refused: 3 });
  expect(first.result.issues).toMatchObject({ 'no-household': 1, 'second-head': 1, 'id-repeated': 4 });
  expect(first.unsound).not.toEqual([]);
  expect(first.nextIds).toEqual([{ households: true, persons: true }]);
});

test('so it does where no number comes twice, but IDs do', async () => {
  const { first, general } = await bothWays(MEMBERS.replace('\nP1,H2,', '\nP8,H2,'));
  expect(first).toEqual(general);
  expect(first.result.members).toMatchObject({ rows: 9, added: 7, refused: 2 });
  expect(first.result.issues).toMatchObject({ 'id-repeated': 5 });
  expect(first.repeated).toEqual([{ n: 2 }]);
});
