// A small registry written by hand: who lives where is known exactly, so that a test can say what it must find.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Shouwang } from '../src/app/open-shouwang.ts';
import { checkCharacter, sexOf } from '../src/kernel/id-number.ts';
import { fillPinyin } from '../src/modules/households/server/index.ts';
import { importRegistry } from '../src/modules/registry-import/server/index.ts';
import { systemActor } from '../src/platform/server/actor.ts';
import { openTestServer, type TestServer } from './harness.ts';

export const COUNTY = 150923000000;
export const TOWNSHIP = 150923101000;
export const VILLAGE = 150923101001;
export const NEXT_VILLAGE = 150923101002;
export const OTHER_COUNTY = 150922000000;
export const OTHER_VILLAGE = 150922103001;
export const REGION = 150000000000;

/** A sound ID of somebody born on `birth` (yyyymmdd); an odd `order` is a man. */
export function idNumber(birth: number, order: number, place = 150923): string {
  const first17 = `${place}${birth}${String(order).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

export type SmallMember = {
  name: string;
  sex?: string;
  id: string;
  relation?: string;
  dibao?: boolean;
  phone?: string;
};
export type SmallHousehold = {
  number: string;
  village: number;
  kind?: '一般农户' | '脱贫户';
  category?: string;
  phone?: string;
  wage?: string;
  members: SmallMember[];
};

const HOUSEHOLD_HEADER =
  '户编号,嘎查村代码,户类型,监测对象类别,风险是否已消除,联系电话,收入年度,工资性收入,生产经营性收入,财产性收入,转移性收入,生产经营性支出,理赔收入,合规自付支出,上年纯收入';
const MEMBER_HEADER =
  '人编号,户编号,姓名,性别,证件号码,与户主关系,民族,文化程度,在校生状况,健康状况,劳动技能,是否务工,是否低保,手机号码';

export function householdsCsv(households: SmallHousehold[]): string {
  const lines = households.map(({ number, village, kind = '一般农户', category = '', phone = '', wage = '10000.00' }) =>
    [
      number,
      village,
      kind,
      category,
      category ? '否' : '',
      phone,
      2021,
      wage,
      '5000',
      '100',
      '900',
      '2000',
      '0',
      '0',
      '13000',
    ].join(','),
  );
  return `${[HOUSEHOLD_HEADER, ...lines].join('\n')}\n`;
}

export function membersCsv(households: SmallHousehold[]): string {
  const lines = households.flatMap(({ number, members }) =>
    members.map(({ name, id, sex = sexOf(id) === 1 ? '男' : '女', relation = '户主', dibao = false, phone = '' }, i) =>
      [
        `${number}${i + 1}`,
        number,
        name,
        sex,
        id,
        relation,
        '汉族',
        '初中',
        '',
        '健康',
        '普通劳动力',
        '否',
        dibao ? '是' : '否',
        phone,
      ].join(','),
    ),
  );
  return `${[MEMBER_HEADER, ...lines].join('\n')}\n`;
}

/**
 * A server over a database that holds these households; `close` ends it. Where every test of a file begins from them anew, they are
 * loaded once, and kept under a name that no other file has.
 */
export async function openSmallRegistry(households: SmallHousehold[], keptAs?: string): Promise<TestServer> {
  const make = (shouwang: Shouwang) => importHouseholds(shouwang, households);
  if (keptAs) return openTestServer({ name: keptAs, make });
  const server = await openTestServer();
  await make(server.shouwang);
  return server;
}

export async function importHouseholds({ db, keys }: Shouwang, households: SmallHousehold[]): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'shouwang-registry-'));
  const write = async (name: string, text: string) => {
    await writeFile(path.join(folder, name), text);
    return { path: path.join(folder, name), name };
  };
  await importRegistry(db, keys, systemActor('test'), {
    households: await write('households.csv', householdsCsv(households)),
    members: await write('members.csv', membersCsv(households)),
  });
  await fillPinyin(db);
  await rm(folder, { recursive: true, force: true });
}
