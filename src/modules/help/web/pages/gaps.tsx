// 措施缺口: households being helped in whose help something is missing, the longest decided first.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { download } from '../../../../platform/web/downloads.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatCount, formatRate, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { casePath } from '../../../cases/domain/addresses.ts';
import { GAP_KINDS, GAP_NAMES } from '../../domain/gaps.ts';
import { type GapItem, help } from '../api.ts';
import { GapTags } from '../parts/help-words.tsx';
import {
  DANGER_FILTER,
  dangerColumn,
  householdColumns,
  NAME_FILTER,
  responsibleColumn,
} from '../parts/helped-columns.tsx';
import { gapsSearch } from '../searches.ts';

const COLUMNS: ListColumn<GapItem>[] = [
  ...householdColumns<GapItem>('number', 'members'),
  { key: 'gaps', title: '缺口', render: ({ gaps }) => <GapTags gaps={gaps} />, width: 168, always: true },
  {
    key: 'words',
    title: '说明',
    render: ({ gaps }) => gaps.map(({ kind, words }) => <div key={`${kind} ${words}`}>{words}</div>),
    width: 262,
  },
  {
    key: 'measures',
    title: '措施',
    render: ({ measureCount }) => formatCount(measureCount),
    width: 60,
    align: 'right',
  },
  dangerColumn<GapItem>(),
  { key: 'decided', title: '纳入日期', render: ({ decidedOn }) => decidedOn ?? UNKNOWN, width: 106 },
  responsibleColumn<GapItem>(),
];

const FILTERS: ListFilter[] = [
  {
    kind: 'choice',
    key: 'kind',
    label: '缺口',
    choices: GAP_KINDS.map((value) => ({ value, label: GAP_NAMES[value] })),
  },
  DANGER_FILTER,
  NAME_FILTER,
];

export function GapsPage() {
  const navigate = useNavigate();
  return (
    <ListPage
      id="help.gaps"
      title="措施缺口"
      unit="户"
      search={gapsSearch}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      queryKey={help.query.gaps.key()}
      fetch={({ cursor, sort: _sort, ...filter }, area, signal) =>
        help.client.gaps({ ...filter, area, cursor }, { signal })
      }
      onOpen={(row) => void navigate({ to: casePath(row), search: (old: object) => ({ ...old, tab: 'plan' }) })}
      onExport={({ cursor: _cursor, sort: _sort, ...filter }, area) =>
        download('help/gaps/export', { ...filter, area }, '措施缺口.xlsx')
      }
      emptyHint="监测帮扶中的农牧户，每项风险都有对应的措施，没有到期未落实的措施。"
    >
      <Summary />
    </ListPage>
  );
}

function Summary() {
  const { code: area } = useArea();
  const { data } = useQuery(help.query.helpSummary.queryOptions({ input: { area } }));
  if (!data) return null;
  const { helped, fullyHelped, gaps } = data;
  const rate = formatRate(fullyHelped, helped);
  return (
    <StatRow>
      <StatCard
        title="监测帮扶中"
        value={formatCount(helped)}
        unit="户"
        basis="旗县已审定纳入或已启动绿色通道，风险尚未消除"
      />
      <StatCard
        title="应帮尽帮"
        value={rate.text}
        basis={`每项风险都有对应措施的户数 ÷ 监测帮扶中的户数：${rate.title}`}
        note={`${formatCount(fullyHelped)} 户风险都有对应措施`}
      />
      {GAP_KINDS.map((kind) => (
        <StatCard
          key={kind}
          title={GAP_NAMES[kind]}
          value={formatCount(gaps[kind])}
          unit="户"
          tone={gaps[kind] === 0 ? 'plain' : kind === 'late' ? 'orange' : 'red'}
          to="/help/gaps"
          search={{ kind, danger: undefined, text: undefined, cursor: undefined }}
        />
      ))}
    </StatRow>
  );
}
