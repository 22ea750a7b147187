// The rounds a household was listed in, for its page: who saw it when, and what came of it.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { sweepItemsPath, sweepPath } from '../../domain/addresses.ts';
import { SWEEP_KINDS, SWEEP_LISTS, VISIT_MODES, VISIT_RESULTS } from '../../domain/words.ts';
import { type HouseholdRound, sweeps } from '../api.ts';

const COLUMNS: ListColumn<HouseholdRound>[] = [
  { key: 'name', title: '轮次', render: ({ number, name }) => <Link to={sweepPath(number)}>{name}</Link>, width: 220 },
  { key: 'kind', title: '类型', render: ({ kind }) => SWEEP_KINDS[kind], width: 90 },
  { key: 'lists', title: '清单', render: ({ lists }) => lists.map((list) => SWEEP_LISTS[list]).join('、'), width: 180 },
  { key: 'assigned', title: '承办人', render: ({ assignedTo }) => assignedTo ?? '', width: 90 },
  {
    ...{ key: 'visited', title: '核查日期', width: 140 },
    render: ({ visitedOn, late }) => (
      <>
        {visitedOn ?? '还没核查'} {late ? <StateTag tone="orange">过期</StateTag> : null}
      </>
    ),
  },
  { key: 'mode', title: '方式', render: ({ mode }) => (mode ? VISIT_MODES[mode] : ''), width: 80 },
  { key: 'result', title: '结论', render: ({ result }) => (result ? VISIT_RESULTS[result] : ''), width: 130 },
  { key: 'visitors', title: '核查人', render: ({ visitors }) => visitors ?? '', width: 140 },
  {
    ...{ key: 'rechecked', title: '复核', width: 110 },
    render: ({ rechecked, differed }) =>
      rechecked === 0 ? '' : differed === 0 ? `${rechecked} 次，一致` : `${rechecked} 次，${differed} 次不一致`,
  },
];

export function HouseholdRounds({ countyCode, id, number }: { countyCode: number; id: number; number: string }) {
  const navigate = useNavigate();
  const query = useQuery(sweeps.query.ofHousehold.queryOptions({ input: { countyCode, id } }));
  if (query.isPending) return <Loading rows={2} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <SmallTable
      label="历次集中监测和摸排"
      columns={COLUMNS}
      rows={query.data}
      rowKey={(row) => row.number}
      onOpen={(row) => void navigate({ to: sweepItemsPath(row.number), search: { look: 'all', text: number } })}
      none="还没有列入过集中监测和摸排的清单。"
    />
  );
}
