// 走访提醒: households whose visit is late or due within a week, the latest first.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Deadline } from '../../../../platform/web/detail-page.tsx';
import { download } from '../../../../platform/web/downloads.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { casePath } from '../../../cases/domain/addresses.ts';
import { VISIT_DUES } from '../../domain/measures-contract.ts';
import { SOON_DAYS } from '../../domain/visits.ts';
import { help, type VisitDueItem } from '../api.ts';
import {
  DANGER_FILTER,
  dangerColumn,
  householdColumns,
  NAME_FILTER,
  responsibleColumn,
} from '../parts/helped-columns.tsx';
import { visitsDueSearch } from '../searches.ts';

const DUE_NAMES: Record<(typeof VISIT_DUES)[number], string> = {
  late: '已逾期',
  soon: `${SOON_DAYS} 天内到期`,
  calm: '尚未到期',
};

const COLUMNS: ListColumn<VisitDueItem>[] = [
  {
    key: 'due',
    title: '走访期限',
    render: ({ daysLeft, dueOn }) => <Deadline daysLeft={daysLeft} date={dueOn} />,
    width: 110,
    always: true,
    sortable: true,
  },
  ...householdColumns<VisitDueItem>(),
  dangerColumn<VisitDueItem>(),
  {
    key: 'visited',
    title: '上次走访',
    render: ({ visitedOn }) => visitedOn ?? '尚未走访',
    width: 112,
  },
  { key: 'dueOn', title: '最迟日期', render: ({ dueOn }) => dueOn, width: 106 },
  { key: 'every', title: '走访频次', render: ({ everyDays }) => `每 ${everyDays} 天`, width: 92 },
  responsibleColumn<VisitDueItem>(),
];

const FILTERS: ListFilter[] = [
  {
    kind: 'choice',
    key: 'due',
    label: '期限',
    choices: VISIT_DUES.map((value) => ({ value, label: DUE_NAMES[value] })),
  },
  DANGER_FILTER,
  NAME_FILTER,
];

type Search = ReturnType<typeof visitsDueSearch>;

function inputOf({ sort, cursor: _cursor, ...filter }: Search, area: number) {
  const order = sort === 'due' || sort === '-due' ? { sort: sort as 'due' | '-due' } : {};
  return { ...filter, ...order, area };
}

export function VisitsDuePage() {
  const navigate = useNavigate();
  return (
    <ListPage
      id="help.visits-due"
      title="走访提醒"
      unit="户"
      search={visitsDueSearch}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      queryKey={help.query.visitsDue.key()}
      fetch={(search, area, signal) =>
        help.client.visitsDue({ ...inputOf(search, area), cursor: search.cursor }, { signal })
      }
      onOpen={(row) => void navigate({ to: casePath(row), search: (old: object) => ({ ...old, tab: 'visits' }) })}
      rowTone={({ daysLeft }) => (daysLeft < 0 ? 'red' : daysLeft <= 1 ? 'orange' : undefined)}
      onExport={(search, area) => download('help/visits-due/export', inputOf(search, area), '走访提醒.xlsx')}
      emptyHint={`没有逾期的走访，${SOON_DAYS} 天内也没有到期的走访。`}
    >
      <Summary />
    </ListPage>
  );
}

function Summary() {
  const { code: area } = useArea();
  const { data } = useQuery(help.query.helpSummary.queryOptions({ input: { area } }));
  if (!data) return null;
  const { late, soon } = data.visits;
  const to = '/help/visits-due';
  const others = { danger: undefined, text: undefined, cursor: undefined };
  return (
    <StatRow>
      <StatCard
        title="监测帮扶中"
        value={formatCount(data.helped)}
        unit="户"
        basis="旗县已审定纳入或已启动绿色通道，风险尚未消除"
      />
      <StatCard
        title="走访已逾期"
        value={formatCount(late)}
        unit="户"
        tone={late > 0 ? 'red' : 'plain'}
        to={to}
        search={{ due: 'late', ...others }}
      />
      <StatCard
        title={`${SOON_DAYS} 天内到期`}
        value={formatCount(soon)}
        unit="户"
        tone={soon > 0 ? 'orange' : 'plain'}
        to={to}
        search={{ due: 'soon', ...others }}
      />
    </StatRow>
  );
}
