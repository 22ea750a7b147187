// Which rows made the figure change since last week. Asked for by a click: it compares all rows of two days.

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { download } from '../../../../platform/web/downloads.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { figures } from '../../../figures/web/api.ts';
import type { Board } from '../api.ts';

type Changes = Awaited<ReturnType<typeof figures.client.changes>>;
type Row = Changes['rows'][number];

const COLUMNS: ListColumn<Row>[] = [
  {
    ...{ key: 'change', title: '变化', width: 80 },
    render: ({ change }) =>
      change === 'came' ? <StateTag tone="green">增加</StateTag> : <StateTag tone="orange">减少</StateTag>,
  },
  { key: 'part', title: '部分', render: ({ part }) => part, width: 80 },
  { key: 'register', title: '台账', render: ({ registerTitle }) => registerTitle, width: 130 },
  { key: 'key', title: '编号', render: ({ key }) => key, width: 220 },
  { key: 'object', title: '对象', render: ({ object }) => object, width: 180 },
  { key: 'amount', title: '数额', render: ({ amount }) => amount, width: 130, align: 'right' },
  { key: 'source', title: '来源', render: ({ source }) => source ?? '屏幕登记', width: 180 },
];

export function FigureChanges({ board, figure, name }: { board: Board; figure: string; name: string }) {
  const [asked, setAsked] = useState('');
  const showFailure = useShowFailure();
  const input = { id: figure, area: board.area, day: board.day, since: board.week };
  const key = JSON.stringify(input);
  const query = useQuery({ ...figures.query.changes.queryOptions({ input }), enabled: asked === key });
  const { data } = query;
  return (
    <Section
      title={`比上周（${board.week}）增减的行`}
      extra={
        data && asked === key ? (
          <Button
            size="small"
            onClick={() => {
              const { id, ...rest } = input;
              void download(`figures/${id}/changes/export`, rest, `${name}增减.csv`).catch(showFailure);
            }}
          >
            导出
          </Button>
        ) : (
          <Button size="small" onClick={() => setAsked(key)}>
            看是哪些行
          </Button>
        )
      }
    >
      {asked !== key ? <p className="sw-quiet">逐行比较两个时点，列出新计入的和不再计入的。</p> : null}
      {asked === key && query.isPending ? <Loading rows={4} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {asked === key && data ? (
        <>
          <p>
            {data.before.shown} → {data.now.shown}：增加 {data.came} 行，减少 {data.went} 行
            {data.rows.length < data.came + data.went ? `，各列前 100 行，全部的请导出` : ''}。
          </p>
          <SmallTable<Row>
            label="增减的行"
            columns={COLUMNS}
            rows={data.rows}
            rowKey={({ change, part, register, key: own, object }) => `${change} ${part} ${register} ${own} ${object}`}
            none="这七天里没有增减的行"
          />
        </>
      ) : null}
    </Section>
  );
}
