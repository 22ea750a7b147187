// 目标进度: what has been done of the year's targets, those of the state and of the region side by side, county by county.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { DayInput, todayText } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { ALL_SETTERS, SETTERS } from '../../domain/kinds.ts';
import { speaking } from '../../domain/targets-paper.ts';
import { circulars } from '../api.ts';
import { targetsSearch } from '../searches.ts';

type Targets = Awaited<ReturnType<typeof circulars.client.targets>>;
type Row = Targets['rows'][number];

function columnsOf({ isMoney, rows }: Targets): ListColumn<Row>[] {
  const setters = ALL_SETTERS.filter((by) => rows.some(({ targets }) => targets[by]));
  const shown = (value: number) => (isMoney ? formatMoney(value) : formatCount(value));
  const right = (key: string, title: string, render: (row: Row) => string, width = 100): ListColumn<Row> => ({
    ...{ key, title, render, width, align: 'right' },
  });
  return [
    { key: 'name', title: '地区', render: ({ name }) => name, width: 130 },
    right('value', '现有', ({ value }) => shown(value)),
    right(
      'month',
      '比上月',
      ({ value, monthBefore }) => `${value > monthBefore ? '+' : ''}${shown(value - monthBefore)}`,
    ),
    ...setters.flatMap((by) => [
      right(`target-${by}`, `${SETTERS[by]}目标`, ({ targets }) => (targets[by] ? shown(targets[by]) : '')),
      right(`rate-${by}`, '完成率（%）', ({ rates }) => rates[by] ?? '', 108),
    ]),
    { key: 'forecast', title: '预计完成', render: ({ forecast }) => forecast, width: 100 },
    {
      ...{ key: 'lags', title: '进度', width: 130 },
      render: ({ lags }) => (lags ? <StateTag tone="orange">落后于进度</StateTag> : null),
    },
  ];
}

export function TargetsPage() {
  const { code: area, setArea } = useArea();
  const navigate = useNavigate();
  const { search, change } = useAddress(targetsSearch);
  const query = useQuery({
    ...circulars.query.targets.queryOptions({ input: { area, ...search } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const shown = speaking(data?.rows ?? [], area);
  const silent = (data?.rows.length ?? 0) - shown.length;
  return (
    <div className="sw-page">
      <PageTitle
        title="目标进度"
        note={data ? `${data.asOf.slice(0, 4)} 年 · 截至 ${data.asOf}` : ''}
        actions={
          data?.figure ? (
            <DocumentActions
              address={{
                ...{ path: 'circulars/targets/paper', name: '目标进度', sheet: true },
                query: { area, asOf: data.asOf, figure: data.figure },
              }}
            />
          ) : null
        }
      />
      <div className="sw-filters">
        <Select
          aria-label="指标"
          className="sw-wide-select"
          placeholder="指标"
          value={data?.figure ?? null}
          options={data?.figures.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          onChange={(figure) => change({ figure: figure ?? undefined })}
          popupMatchSelectWidth={false}
        />
        <div className="sw-filter">
          <label className="sw-filter-label" htmlFor="targets-day">
            时点
          </label>
          <span className="sw-filter-field">
            <DayInput
              id="targets-day"
              allowClear={false}
              latest={todayText()}
              value={data?.asOf ?? ''}
              onChange={(asOf) => change({ asOf })}
            />
          </span>
        </div>
      </div>
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <SmallTable
          label="目标进度"
          columns={columnsOf(data)}
          rows={shown}
          rowKey={({ regionCode }) => regionCode}
          onOpen={({ regionCode }) => {
            if (regionCode !== area) return setArea(regionCode);
            void navigate({
              to: '/figures/$figure',
              params: { figure: data.figure ?? '' },
              search: { day: data.asOf },
            });
          }}
          none="当前区域当年没有下达的目标。目标在“目标任务”台账里登记。"
        />
      ) : null}
      {data && data.rows.length > 0 ? (
        <p className="sw-quiet">
          点旗县看该旗县；点本级的一行看这个数由哪些记录组成。各级下达的目标分开计算。
          {silent > 0 ? `另有 ${silent} 个旗县没有目标也没有登记，没有列出。` : ''}
        </p>
      ) : null}
    </div>
  );
}
