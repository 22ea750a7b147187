// A member's month day by day: what the day was, punches with both times, households visited, the diary. Positions for the township alone.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { DetailPage, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { FormDialog } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { teamPath } from '../../domain/addresses.ts';
import { EVIDENCE, POSTS, PUNCH_CONCERNS } from '../../domain/words.ts';
import { type MemberDay, type MemberTold, teams } from '../api.ts';
import { KindTag, MonthSelect } from '../parts/words.tsx';
import { monthSearch } from '../searches.ts';

export function MemberPage() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const { search, change } = useAddress(monthSearch);
  const input = { cadreNumber: number, ...(search.month ? { month: `${search.month}-01` } : {}) };
  const query = useQuery(teams.query.member.queryOptions({ input }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneMember member={query.data} onMonth={(month) => change({ month })} />;
}

function OneMember({ member, onMonth }: { member: MemberTold; onMonth: (month: string) => void }) {
  const { name, post, villageName, villageCode, sendingUnit, month, asOf, days, inPost, required, counts } = member;
  const days_ = days.filter(({ day }) => day <= asOf);
  const visited = new Set(days.flatMap((each) => each.visited.map(({ household }) => household))).size;
  return (
    <DetailPage
      title={name}
      state={<StateTag>{POSTS[post]}</StateTag>}
      note={`${villageName} · ${sendingUnit ?? ''} · ${member.appointedOn} 到任`}
      listPath="/teams"
      actions={<MonthSelect value={month.slice(0, 7)} onChange={onMonth} />}
    >
      <StatRow>
        <StatCard title="本月在岗" value={inPost} unit="天" note={`要求 ${required} 天`} />
        <StatCard
          title="请假"
          value={counts.leave ?? 0}
          unit="天"
          to="/registers/team-leaves"
          search={{ text: member.cadreNumber }}
        />
        <StatCard title="缺岗" value={counts.absent ?? 0} unit="天" tone={counts.absent ? 'orange' : 'plain'} />
        <StatCard title="走访" value={visited} unit="户" basis="本月走访、线索、核实、集中监测记录里的户" />
        <StatCard
          title="今年在岗"
          value={member.yearDays}
          unit="天"
          note={`到今天应有 ${member.yearRequired} 天，缺岗 ${member.absentDays} 天`}
        />
      </StatRow>
      <Section
        title="逐日"
        extra={
          <>
            <Positions member={member} />{' '}
            <Link to={teamPath(villageCode)} search={(old: object) => old}>
              工作队
            </Link>
          </>
        }
      >
        <SmallTable label="逐日" columns={COLUMNS} rows={days_} rowKey={({ day }) => day} none="这个月还没有开始。" />
      </Section>
    </DetailPage>
  );
}

const CLOCK = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
/** Arrived within this it was sent at once. */
const AT_ONCE_MS = 10 * 60_000;

function Punches({ punches }: Pick<MemberDay, 'punches'>) {
  return punches.map(({ at, arrivedAt, camp, note, concerns, placed }) => (
    <div key={at}>
      {CLOCK.format(new Date(at))} {camp ?? (placed ? '营地以外' : '没有记录位置')}
      {note ? `，${note}` : ''}
      {Date.parse(arrivedAt) - Date.parse(at) > AT_ONCE_MS ? (
        <span className="sw-quiet">（{CLOCK.format(new Date(arrivedAt))} 收到）</span>
      ) : null}
      {concerns.map((concern) => (
        <StateTag key={concern} tone="orange">
          {PUNCH_CONCERNS[concern]}
        </StateTag>
      ))}
    </div>
  ));
}

const COLUMNS: ListColumn<MemberDay>[] = [
  { key: 'day', title: '日期', render: ({ day }) => day.slice(5), width: 66 },
  { key: 'kind', title: '考勤', render: ({ kind }) => (kind ? <KindTag kind={kind} /> : ''), width: 90 },
  { key: 'punches', title: '打卡', render: ({ punches }) => <Punches punches={punches} />, width: 260 },
  {
    ...{ key: 'visited', title: '走访的户', width: 220 },
    render: ({ visited }) =>
      visited
        .map(({ household, what }) => `${household}（${what.map((each) => EVIDENCE[each]).join('、')}）`)
        .join('，'),
  },
  {
    ...{ key: 'diary', title: '日志', width: 320 },
    render: ({ diary }) =>
      diary ? (
        <>
          {diary.items}
          {diary.late ? <StateTag tone="yellow">迟写</StateTag> : null}
          {diary.repeats ? <StateTag tone="yellow">与 {diary.repeats} 重复</StateTag> : null}
        </>
      ) : (
        ''
      ),
  },
];

type Shown = Awaited<ReturnType<typeof teams.client.positions>>['positions'];

/** Every look says why, and is recorded. */
function Positions({ member: { cadreNumber, month, name } }: { member: MemberTold }) {
  const [isAsked, setAsked] = useState(false);
  const [shown, setShown] = useState<Shown>();
  if (!useMay('teams.positions')) return null;
  return (
    <>
      <Button size="small" onClick={() => setAsked(true)}>
        查看打卡位置
      </Button>
      {shown ? (
        <span className="sw-quiet">
          {shown.length === 0
            ? '没有位置，或已到期清除。'
            : shown
                .map(
                  ({ at, longitude, latitude }) => `${CLOCK.format(new Date(at))} 东经 ${longitude} 北纬 ${latitude}`,
                )
                .join('；')}
        </span>
      ) : null}
      {isAsked ? (
        <FormDialog<{ reason: string }, { positions: Shown }>
          title={`查看${name} ${month.slice(0, 7)} 的打卡位置`}
          about="位置是敏感信息，只用于核对考勤；查看会留下记录。"
          deed={{ label: '查看' }}
          onSend={(fields, requestId) => teams.client.positions({ requestId, cadreNumber, month, ...fields })}
          done="已查看"
          onSent={({ positions }) => setShown(positions)}
          onClose={() => setAsked(false)}
        >
          <Form.Item name="reason" label="查看原因" rules={[{ required: true, min: 5, message: '请写清楚为什么要看' }]}>
            <Input.TextArea rows={2} maxLength={200} />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}
