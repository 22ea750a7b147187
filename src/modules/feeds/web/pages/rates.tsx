// 匹配率与核实率: how well the data of each department finds people, and how often its warnings were real.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { FilterBar } from '../../../../platform/web/list/list-filters.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { feeds } from '../api.ts';
import { RatesTable } from '../parts/rates-table.tsx';
import { ratesSearch } from '../searches.ts';

export function RatesPage() {
  const { search, change } = useAddress(ratesSearch);
  const { code: area } = useArea();
  const query = useQuery({
    ...feeds.query.rates.queryOptions({ input: { area, ...search } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="sw-page">
      <PageTitle title="匹配率与核实率" note="已撤销和待确认的批次不计" />
      <FilterBar
        filters={[{ kind: 'days', key: 'from', endKey: 'to', label: '装载日期' }]}
        values={search}
        onChange={change}
      />
      {query.isPending ? <Loading rows={10} /> : null}
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data?.length === 0 ? (
        <Empty what="没有可以统计的数据" hint="装载部门数据后，这里按部门和数据种类统计。" />
      ) : null}
      {query.data && query.data.length > 0 ? <RatesTable rates={query.data} /> : null}
    </div>
  );
}
