// My queue by action: what waits for my level now, with the number of each; one click and they come one by one. Above the
// levels nobody has a queue of cases: there stands what is late, by area.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { ACTIONS } from '../../domain/actions.ts';
import { monitoring } from '../api.ts';
import type { CaseItem } from '../types.ts';
import { todayText } from './action-form.tsx';
import { nextKind } from './case-reading.ts';
import { ReadThrough } from './read-through.tsx';

/** One sitting: what is left comes with the next click. */
const MOST = 100;

type Queued = Awaited<ReturnType<typeof monitoring.client.queue>>[number];

function labelOf({ state, paused }: Queued): string {
  const kind = nextKind({ state, paused, turn: 'village' });
  return kind ? ACTIONS[kind].title : '办理';
}

/** The same deed on both ways is one entry. */
function grouped(queue: readonly Queued[]) {
  return [...Map.groupBy(queue, labelOf)].map(([label, own]) => ({
    label,
    states: own.map(({ state }) => state),
    count: own.reduce((sum, each) => sum + each.count, 0),
    late: own.reduce((sum, each) => sum + each.late, 0),
  }));
}

export function HomeQueue({ area }: { area: number }) {
  const cache = useQueryClient();
  const showFailure = useShowFailure();
  const queue = useQuery(monitoring.query.queue.queryOptions({ input: { area } }));
  const [rows, setRows] = useState<CaseItem[]>();

  async function begin(states: readonly CaseItem['state'][]) {
    try {
      const pages = await Promise.all(
        states.map((state) => monitoring.client.cases({ area, desk: 'mine', state, limit: MOST })),
      );
      setRows(pages.flatMap(({ items }) => items).slice(0, MOST));
    } catch (error) {
      showFailure(error);
    }
  }

  if (!queue.data || queue.data.length === 0) return null;
  return (
    <Section title="按事项逐户办理">
      <div className="sw-deeds">
        {grouped(queue.data).map(({ label, states, count, late }) => (
          <Button key={label} onClick={() => void begin(states)}>
            {label} <strong>{formatCount(count)}</strong>
            {late > 0 ? <span className="sw-tone-red"> 逾期 {formatCount(late)}</span> : null}
          </Button>
        ))}
      </div>
      {rows ? (
        <ReadThrough
          rows={rows}
          onClose={() => {
            setRows(undefined);
            void cache.invalidateQueries({ queryKey: monitoring.query.key() });
          }}
        />
      ) : null}
    </Section>
  );
}

type Supervised = Awaited<ReturnType<typeof monitoring.client.bulletin>>['rows'][number];

const SUPERVISED: ListColumn<Supervised>[] = [
  {
    key: 'name',
    title: '地区',
    width: 160,
    render: ({ code, name }) => (
      <Link to="/monitoring/cases" search={{ area: code, desk: 'late' } as never}>
        {name}
      </Link>
    ),
  },
  { key: 'open', title: '正在办理', width: 90, align: 'right', render: ({ open }) => formatCount(open) },
  {
    key: 'late',
    title: '已逾期',
    width: 90,
    align: 'right',
    render: ({ late }) => <span className={late > 0 ? 'sw-tone-red' : ''}>{formatCount(late)}</span>,
  },
  { key: 'escalated', title: '已上提', width: 90, align: 'right', render: ({ escalated }) => formatCount(escalated) },
];

/** 督办 by area, the most late first. */
export function HomeSupervision({ area }: { area: number }) {
  const to = todayText();
  const from = `${to.slice(0, 4)}-01-01`;
  const query = useQuery(monitoring.query.bulletin.queryOptions({ input: { area, from, to } }));
  if (query.isPending) return <Loading rows={4} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const rows = [...query.data.rows].sort((a, b) => b.escalated - a.escalated || b.late - a.late);
  return (
    <Section title="督办:各地逾期">
      <SmallTable
        label="各地逾期"
        columns={SUPERVISED}
        rows={rows.filter(({ open }) => open > 0)}
        rowKey={({ code }) => code}
        none="当前区域没有正在办理的监测个案"
      />
    </Section>
  );
}
