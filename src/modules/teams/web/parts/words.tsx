// Marks of days, gaps and tasks, as every page of teams shows them; a mark has its word beside it or behind it.

import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { StateTag, type Tone } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { todayText } from '../../../../platform/web/today.ts';
import { memberPath, teamPath } from '../../domain/addresses.ts';
import { ATTEND_KINDS, ATTEND_MARKS, type AttendKind, GAPS, POSTS } from '../../domain/words.ts';
import type { GapLine, SheetLine } from '../api.ts';

const TONES: Partial<Record<AttendKind, Tone>> = { absent: 'red', leave: 'orange', rest: 'yellow' };

export function KindTag({ kind }: { kind: AttendKind }) {
  return <StateTag tone={TONES[kind] ?? (kind === 'holiday' ? 'plain' : 'green')}>{ATTEND_KINDS[kind]}</StateTag>;
}

function DayMark({ kind }: { kind: AttendKind | null }) {
  if (!kind) return null;
  return (
    <span title={ATTEND_KINDS[kind]} className={`sw-tone-${TONES[kind] ?? 'plain'}`}>
      {ATTEND_MARKS[kind]}
    </span>
  );
}

export const LEGEND = (Object.keys(ATTEND_KINDS) as AttendKind[])
  .map((kind) => `${ATTEND_MARKS[kind]} ${ATTEND_KINDS[kind]}`)
  .join('　');

export const toMember = ({ cadreNumber, name }: { cadreNumber: string; name: string }) => (
  <Link to={memberPath(cadreNumber)} search={(old: object) => old} onClick={(event) => event.stopPropagation()}>
    {name}
  </Link>
);

type Day = { day: string; isWorking: boolean };

/** A row a member, a column a day. */
export function MonthTable({ lines, days, none }: { lines: SheetLine[]; days: readonly Day[]; none: string }) {
  const count = (key: string, title: string, of: (line: SheetLine) => number): ListColumn<SheetLine> => ({
    ...{ key, title, width: 56, align: 'right' },
    render: (line) => formatCount(of(line)),
  });
  const columns: ListColumn<SheetLine>[] = [
    { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 96 },
    { key: 'name', title: '姓名', render: toMember, width: 72 },
    { key: 'post', title: '身份', render: ({ post }) => POSTS[post], width: 76 },
    ...days.map(
      ({ day, isWorking }, i): ListColumn<SheetLine> => ({
        ...{ key: day, title: `${Number(day.slice(8))}${isWorking ? '' : '·'}`, width: 26 },
        render: ({ cells }) => <DayMark kind={cells[i] ?? null} />,
      }),
    ),
    count('inPost', '在岗', ({ inPost }) => inPost),
    count('required', '应在岗', ({ required }) => required),
    count('absent', '缺岗', ({ counts }) => counts.absent ?? 0),
    count('open', '待说明', ({ open }) => open),
  ];
  return (
    <SmallTable
      label="逐日考勤"
      columns={columns}
      rows={lines}
      rowKey={({ cadreNumber, villageCode }) => `${cadreNumber} ${villageCode}`}
      none={none}
    />
  );
}

/** Months back from today, the newest first. */
export function MonthSelect({ value, onChange }: { value: string; onChange: (month: string) => void }) {
  const [year = 0, month = 1] = todayText().split('-').map(Number);
  const months = Array.from({ length: 18 }, (_, i) =>
    new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 7),
  );
  return (
    <Select
      aria-label="月份"
      value={value}
      onChange={onChange}
      options={months.map((each) => ({ value: each, label: `${each.slice(0, 4)} 年 ${Number(each.slice(5))} 月` }))}
      style={{ width: 140 }}
    />
  );
}

const GAP_COLUMNS: ListColumn<GapLine>[] = [
  { key: 'gap', title: '缺什么', render: ({ gap }) => <StateTag tone="orange">{GAPS[gap]}</StateTag>, width: 170 },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 120 },
  {
    ...{ key: 'village', title: '嘎查村', width: 120 },
    render: ({ villageCode, villageName }) => (
      <Link to={teamPath(villageCode)} search={(old: object) => old}>
        {villageName}
      </Link>
    ),
  },
  { key: 'name', title: '姓名', render: ({ name }) => name ?? '', width: 90 },
  { key: 'since', title: '自', render: ({ since }) => since ?? '', width: 110 },
];

export function GapTable({ gaps }: { gaps: GapLine[] }) {
  return (
    <SmallTable
      label="缺项"
      columns={GAP_COLUMNS}
      rows={gaps}
      rowKey={({ gap, villageCode, cadreNumber }) => `${gap} ${villageCode} ${cadreNumber ?? ''}`}
      none="没有缺项。"
    />
  );
}
