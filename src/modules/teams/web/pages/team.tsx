// One team: its members' month, what it lacks, its camps, the tasks of the year with what proves them, its diaries.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Space } from 'antd';
import { DetailPage, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { narrowedTo } from '../../../../platform/web/registers/register-filters.ts';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { EVIDENCE } from '../../domain/words.ts';
import { type Team, teams } from '../api.ts';
import { GapTable, LEGEND, MonthTable, toMember } from '../parts/words.tsx';

export function TeamPage() {
  const { village = '' }: { village?: string } = useParams({ strict: false });
  const query = useQuery(teams.query.team.queryOptions({ input: { village: Number(village) } }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneTeam team={query.data} />;
}

function OneTeam({ team }: { team: Team }) {
  const { village, asOf, year, members, days, camps, gaps, tasks, diaries, confirmed } = team;
  const done = tasks.filter(({ state }) => state === 'done').length;
  const area = { area: String(village.code) };
  const register = (code: string, words: string) => (
    <Link to="/registers/$code" params={{ code }} search={(old: object) => ({ ...old, ...area })}>
      {words}
    </Link>
  );
  return (
    <DetailPage title={`${village.name}驻村工作队`} note={`${village.townshipName} · 截至 ${asOf}`} listPath="/teams">
      <StatRow>
        <StatCard title="成员" value={members.length} unit="人" to="/registers/team-postings" search={area} />
        <StatCard title="任务完成" value={`${done} / ${tasks.length}`} unit="项" />
        <StatCard title="缺项" value={gaps.length} unit="项" tone={gaps.length > 0 ? 'orange' : 'plain'} />
        <StatCard
          title="最近确认的月份"
          value={confirmed[0]?.month.slice(0, 7) ?? '没有'}
          to="/registers/team-months"
          search={area}
        />
      </StatRow>
      <Section title="本月考勤" extra={register('team-leaves', '请假')}>
        <p className="sw-quiet">{LEGEND}</p>
        <MonthTable lines={members} days={days} none="没有在任的驻村干部。" />
      </Section>
      {gaps.length > 0 ? (
        <Section title="缺项" extra={register('team-handovers', '驻村交接')}>
          <GapTable gaps={gaps} />
        </Section>
      ) : null}
      <Section
        title={`${year} 年任务清单`}
        extra={
          <Space>
            <TaskList />
            {register('team-task-rules', '佐证规则')}
            {register('team-task-records', '任务完成记录')}
          </Space>
        }
      >
        <SmallTable
          label="任务清单"
          columns={TASKS}
          rows={tasks}
          rowKey={({ no }) => no}
          none="还没有当年的驻村任务清单：打开“任务清单”，下载模板填好以后导入。"
        />
      </Section>
      <Section title="营地" extra={register('team-camps', '登记营地')}>
        <SmallTable
          label="营地"
          columns={CAMPS}
          rows={camps}
          rowKey={({ name }) => name}
          none="没有营地。没有营地时，按打卡时填的地点算。"
        />
      </Section>
      <Section title="近一个月的日志" extra={register('team-diaries', '全部日志')}>
        <SmallTable
          label="日志"
          columns={DIARIES}
          rows={diaries}
          rowKey={({ cadreNumber, day }) => `${cadreNumber} ${day}`}
          none="没有日志。"
        />
      </Section>
    </DetailPage>
  );
}

const STATES = { done: ['完成', 'green'], 'under-way': ['推进中', 'yellow'], open: ['未开展', 'plain'] } as const;
/** Where the list of the year is brought in by file. */
const TaskList = () => (
  <Link
    to="/registers/$code"
    params={{ code: 'list-items' }}
    search={(old: object) => ({ ...old, area: undefined, ...narrowedTo({ list: 'team-tasks' }) })}
  >
    任务清单
  </Link>
);

type Task = Team['tasks'][number];

function proofWords({ proof, least, told }: Task): string {
  const records = proof.map(({ evidence, records: n }) => `${EVIDENCE[evidence]} ${n} 条`);
  return [...records, ...(told > 0 ? [`任务记录 ${told} 条`] : []), ...(least ? [`要求 ${least} 条`] : [])].join('，');
}

const TASKS: ListColumn<Task>[] = [
  { key: 'no', title: '序号', render: ({ no }) => no, width: 60, align: 'right' },
  { key: 'aspect', title: '方面', render: ({ aspect }) => aspect, width: 100 },
  { key: 'content', title: '任务', render: ({ content }) => content, width: 300 },
  { key: 'frequency', title: '频次', render: ({ frequency }) => frequency ?? '', width: 80 },
  {
    key: 'state',
    title: '完成情况',
    render: ({ state }) => <StateTag tone={STATES[state][1]}>{STATES[state][0]}</StateTag>,
    width: 90,
  },
  { key: 'proof', title: '佐证', render: proofWords, width: 260 },
];

const CAMPS: ListColumn<Team['camps'][number]>[] = [
  { key: 'name', title: '营地', render: ({ name }) => name, width: 160 },
  { key: 'kind', title: '类别', render: ({ kind }) => (kind === 'pasture' ? '牧点' : '办公住宿点'), width: 110 },
  { key: 'months', title: '使用月份', render: ({ months }) => months, width: 120 },
  { key: 'radius', title: '半径（公里）', render: ({ radiusKm }) => radiusKm, width: 110, align: 'right' },
  { key: 'filed', title: '备案', render: ({ filed }) => (filed ? '已备案' : '待备案'), width: 90 },
];

const DIARIES: ListColumn<Team['diaries'][number]>[] = [
  { key: 'day', title: '日期', render: ({ day }) => day, width: 106 },
  { key: 'name', title: '姓名', render: toMember, width: 80 },
  { key: 'items', title: '工作内容', render: ({ items }) => items, width: 460 },
  {
    ...{ key: 'marks', title: '提示', width: 180 },
    render: ({ late, repeats }) => (
      <>
        {late ? <StateTag tone="yellow">迟写</StateTag> : null}
        {repeats ? <StateTag tone="yellow">与 {repeats} 重复</StateTag> : null}
      </>
    ),
  },
];
