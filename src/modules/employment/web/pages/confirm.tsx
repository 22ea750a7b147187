// 务工点选确认: of a village the list to tap, of everything above it how far its parts have come.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Progress as Bar } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea, useRegionPath } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { employment, type Progress } from '../api.ts';
import { MonthSelect, monthOf } from '../parts/month-select.tsx';
import { shareOf } from '../parts/share-of.ts';
import { confirmSearch } from '../searches.ts';
import { VillageJobs } from './village-jobs.tsx';
import '../employment.css';

export function ConfirmPage() {
  const { code: area } = useArea();
  const path = useRegionPath(area);
  const { search, change } = useAddress(confirmSearch);
  const level = path.data?.at(-1)?.level;
  const month = monthOf(search.month);
  return (
    <div className="sw-page">
      <PageTitle
        title="务工点选确认"
        actions={<MonthSelect value={month} onChange={(value) => change({ month: value })} />}
      />
      {path.isError ? <Failed error={path.error} onRetry={() => void path.refetch()} /> : null}
      {level === undefined ? <Loading rows={8} /> : null}
      {level === 'village' ? (
        <VillageJobs
          key={`${area} ${month}`}
          area={area}
          month={month}
          way={search.way ?? 'phone'}
          onWay={(way) => change({ way })}
        />
      ) : null}
      {level !== undefined && level !== 'village' ? <ProgressTable area={area} month={month} /> : null}
    </div>
  );
}

type Row = Progress['rows'][number];

const COLUMNS: ListColumn<Row>[] = [
  { key: 'name', title: '地区', render: ({ name }) => name, width: 160 },
  {
    key: 'done',
    title: '已确认',
    render: ({ done, spells }) => `${formatCount(done)} / ${formatCount(spells)}`,
    width: 130,
    align: 'right',
  },
  {
    key: 'share',
    title: '进度',
    render: ({ done, spells, name }) => (
      <Bar aria-label={`${name}确认进度`} percent={shareOf(done, spells)} size="small" />
    ),
    width: 160,
  },
  { key: 'stale', title: '长期未确认', render: ({ stale }) => formatCount(stale), width: 110, align: 'right' },
  {
    key: 'unreached',
    title: '联系不上',
    render: ({ unreached }) => formatCount(unreached),
    width: 100,
    align: 'right',
  },
];

function ProgressTable({ area, month }: { area: number; month: string }) {
  const { setArea } = useArea();
  const query = useQuery({
    ...employment.query.confirmProgress.queryOptions({ input: { area, month } }),
    placeholderData: keepPreviousData,
  });
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Loading rows={8} />;
  const { rows, total, byOn } = query.data;
  return (
    <>
      <p className="sw-job-total">
        已确认 <b>{formatCount(total.done)}</b> / {formatCount(total.spells)}
        <span className="sw-quiet">
          {byOn} 前完成；长期未确认 {formatCount(total.stale)}，联系不上 {formatCount(total.unreached)}
        </span>
      </p>
      <SmallTable
        label="月确认进度"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ code }) => code}
        onOpen={({ code }) => setArea(code)}
        none="当前区域这个月没有在岗的务工就业。"
      />
    </>
  );
}
