// What stands in a circular, with its paper; on demand what the same day counts now, and the difference.

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { RegisterRow } from '../../../../kernel/register/register-contract.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { SETTER_KEYS, SETTERS } from '../../domain/kinds.ts';
import { circulars } from '../api.ts';

type Row = Awaited<ReturnType<typeof circulars.client.rows>>[number];

const right = (key: string, title: string, render: (row: Row) => string): ListColumn<Row> => ({
  ...{ key, title, render, align: 'right' },
});
const signed = (n: number) => (n > 0 ? `+${formatCount(n)}` : formatCount(n));

const NAME: ListColumn<Row> = { key: 'name', title: '地区', render: ({ name }) => name };
const VALUE = right('value', '现有', ({ value }) => formatCount(value));
const OTHERS: ListColumn<Row>[] = [
  ...SETTER_KEYS.flatMap((by) => [
    right(`target-${by}`, `${SETTERS[by]}目标`, ({ targets }) => (targets[by] ? formatCount(targets[by]) : '')),
    right(`rate-${by}`, '完成率（%）', ({ rates }) => rates[by] ?? ''),
    right(`rank-${by}`, '名次', ({ ranks }) => String(ranks[by] ?? '')),
  ]),
  right('month', '比上月', ({ value, monthBefore }) => signed(value - monthBefore)),
  right('growth', '同比（%）', ({ growth }) => growth),
  { key: 'forecast', title: '预计完成', render: ({ forecast }) => forecast },
  { key: 'lags', title: '进度', render: ({ lags }) => (lags ? '落后于时间进度' : '') },
];

export function CircularContent({ row: { countyCode, id, values } }: { row: RegisterRow }) {
  const [isCompared, setCompared] = useState(false);
  const query = useQuery(circulars.query.rows.queryOptions({ input: { countyCode, id } }));
  const now = useQuery({ ...circulars.query.now.queryOptions({ input: { countyCode, id } }), enabled: isCompared });
  const today = new Map(now.data?.map(({ regionCode, value }) => [regionCode, value]));
  const compared = now.data
    ? [
        right('now', '现在的数', ({ regionCode }) => formatCount(today.get(regionCode) ?? 0)),
        right('differs', '相差', ({ regionCode, value }) => signed((today.get(regionCode) ?? 0) - value)),
      ]
    : [];
  const columns = [NAME, VALUE, ...compared, ...OTHERS];
  return (
    <Section
      title="通报内容"
      extra={
        <>
          <Button size="small" loading={now.isFetching} onClick={() => setCompared(true)}>
            与现在的数比对
          </Button>
          <DocumentActions
            address={{
              path: `circulars/${countyCode}/${id}/paper`,
              sheet: true,
              name: `通报 ${String(values.number)}`,
            }}
          />
        </>
      }
    >
      {query.isPending ? <Loading rows={6} /> : null}
      {query.isLoadingError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {now.isError ? <Failed error={now.error} onRetry={() => void now.refetch()} /> : null}
      {query.data ? (
        <SmallTable
          label="通报内容"
          columns={columns}
          rows={query.data}
          rowKey={({ regionCode }) => regionCode}
          none="没有内容。请在“起草通报”里重新起草。"
        />
      ) : null}
    </Section>
  );
}
