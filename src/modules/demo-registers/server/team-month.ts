// A month of the teams where the demonstration has accounts of villages: the first secretary is whoever has the account, a camp is filed,
// the team punches, one of them is on leave, diaries are written. Nobody is posted for it: what is counted stays as it was.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'kysely';
import { addDays, formatDate, type PlainDate, yearOf } from '../../../kernel/plain-date.ts';
import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Database } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { recordPunch } from '../../teams/server/index.ts';
import { type Sheet, tableOf } from '../domain/sheet.ts';
import { csvOf, type ImportRegisters, type RegisterFile } from './load-registers.ts';

/** This month and the one before. */
const DAYS_BACK = 45;
const CENTRE = { longitude: 113.52, latitude: 41.56 };
const AWAY = { longitude: 113.7, latitude: 41.64 };
const DIARIES = [
  '上午和嘎查两委商量过冬饲草调运，下午走访监测户，查看取暖用煤。',
  '组织党员大会学习，讨论村集体养殖合作社分红办法。',
  '陪同苏木检查户厕，登记两处漏水，联系施工队维修。',
];

type Member = {
  cadreNumber: string;
  name: string;
  villageCode: number;
  post: string;
  regionCode: number;
  accountName: string;
};

/** The teams of villages that have an account of their own. */
function teamsOf(db: Database): Promise<Member[]> {
  return db.bulkRead((tx) =>
    tx.rows(sql<Member>`
      select p.cadre_number, c.name, p.village_code, p.status as post, c.region_code, a.name as account_name
      from accounts a join team_postings p on p.village_code = a.area_code and not p.voided and p.left_on is null
      join cadres c on c.number = p.cadre_number and not c.voided
      where a.role = 'village-worker' order by p.village_code, p.cadre_number limit 100`),
  );
}

/** The account’s own name for the first secretary: account and cadre of one village are one person. */
const nameOf = ({ post, name, accountName }: Member) => (post === 'first-secretary' ? accountName : name);

const PROOFS = [
  ...['驻村日志', '项目、嘎查村环境设施', '务工就业', '嘎查村环境设施', '积分记录'],
  '帮扶走访、入户核实、集中监测入户、上报线索',
];

function sheetsOf(members: readonly Member[], today: PlainDate): Sheet[] {
  const day = (ago: number) => formatDate(addDays(today, -ago));
  const of = (post: string) => members.filter((member) => member.post === post);
  const first = of('first-secretary');
  const leaveOf =
    (n: number, ...told: string[]) =>
    (member: Member) => [`QJ${member.villageCode}${n}`, member.cadreNumber, member.villageCode, ...told];
  return [
    tableOf(
      'cadres',
      '干部编号|姓名|地区代码|单位名称|职务|层级',
      first.map((member) => [member.cadreNumber, nameOf(member), member.regionCode, '示例单位', '驻村干部', '旗县']),
    ),
    tableOf(
      'team-camps',
      '营地编号|嘎查村代码|营地名称|营地类别|启用月份|停用月份|经度|纬度|半径|备案日期',
      first.map(({ villageCode }) => [
        ...[`YD${villageCode}1`, villageCode, '嘎查党群服务中心', '嘎查村办公住宿点', 1, 12],
        ...[CENTRE.longitude, CENTRE.latitude, 5, day(120)],
      ]),
    ),
    tableOf('team-leaves', '请假编号|干部编号|嘎查村代码|请假类型|开始日期|结束日期|事由|批准日期|销假日期', [
      ...of('team-leader').map(leaveOf(1, '事假', day(9), day(7), '家中老人就医陪护', day(10), day(7))),
      ...of('member').map(leaveOf(2, '参加培训', day(-2), day(-6), '旗委组织部驻村干部轮训')),
    ]),
    tableOf(
      'team-diaries',
      '干部编号|嘎查村代码|日期|工作内容',
      first.flatMap(({ cadreNumber, villageCode }) =>
        DIARIES.map((items, i) => [cadreNumber, villageCode, day(2 + i * 3), items]),
      ),
    ),
    tableOf(
      'team-task-rules',
      '地区代码|年度|任务序号|由哪些记录佐证|一年至少几条|启用日期',
      Array.from({ length: 12 }, (_, i) => [
        ...['150000000000', yearOf(today), i + 1, PROOFS[i % 6], i < 6 ? 1 : 6, `${yearOf(today)}-01-10`],
      ]),
    ),
  ];
}

/** Everyday but Sundays and the days of leave; now and then at the herders', a few sent days later. */
async function punchAll(db: Database, keys: Keys, member: Member, today: PlainDate): Promise<void> {
  const { villageCode, post } = member;
  const own: Actor = {
    ...systemActor(nameOf(member)),
    ...{ role: 'village-worker', areaCode: villageCode, range: { low: villageCode, high: villageCode } },
  };
  await db.write(own, undefined, async (tx) => {
    const audit: AuditEntry[] = [];
    for (let ago = DAYS_BACK; ago > 0; ago--) {
      const day = formatDate(addDays(today, -ago));
      const isAway = post === 'team-leader' ? ago >= 7 && ago <= 9 : post === 'member' && ago === 4;
      if (isAway || new Date(`${day}T00:00:00Z`).getUTCDay() === 0) continue;
      const at = new Date(`${day}T08:${String(10 + (ago % 40)).padStart(2, '0')}:00+08:00`);
      const isField = ago % 8 === 3;
      const place = isField ? { ...AWAY, note: '走访牧户，查看牲畜过冬' } : { ...CENTRE, note: '' };
      const kind = isField ? 'field' : 'in-village';
      const given = { kind, at: at.toISOString(), device: '', ...place } as const;
      const now = new Date(at.getTime() + (ago % 11 === 5 ? 2 * 86_400_000 : 60_000));
      audit.push(...[(await recordPunch(tx, { keys, now }, given)).audit].flat());
    }
    return { result: undefined, audit };
  });
}

type Opened = { db: Database; keys: Keys };

/** Throws where a row is refused. */
export async function workTeamMonth(
  { db, keys }: Opened,
  folder: string,
  importRegisters: ImportRegisters,
  today: PlainDate,
): Promise<void> {
  const members = await teamsOf(db);
  const files: RegisterFile[] = [];
  for (const sheet of sheetsOf(members, today)) {
    const name = `teams-${sheet.code}.csv`;
    const file = { path: path.join(folder, name), name, register: sheet.code };
    await writeFile(file.path, csvOf(sheet));
    files.push(file);
  }
  const refused = await importRegisters(files);
  if (refused.length > 0) throw new Error(`the month of the teams was refused: ${refused.join('; ')}`);
  for (const member of members) await punchAll(db, keys, member, today);
}
