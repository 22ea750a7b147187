// 预警: the households found by the newest screening, in the order of their deadlines.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { download } from '../../../../platform/web/downloads.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListFilter } from '../../../../platform/web/list/list-types.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { warningPath } from '../../domain/addresses.ts';
import { STATE_NAMES, STATES } from '../../domain/lifecycle.ts';
import { LEVELS } from '../../domain/rules.ts';
import { warnings } from '../api.ts';
import { AssignDialog } from '../parts/assign-dialog.tsx';
import { WARNING_COLUMNS } from '../parts/warning-columns.tsx';
import { LEVEL_WORDS } from '../parts/words.tsx';
import { type WarningsSearch, warningsSearch } from '../searches.ts';
import type { WarningItem } from '../types.ts';

const choice = (value: string, label: string) => ({ value, label });

function filtersOf(rules: { code: string; name: string }[], days: string[]): ListFilter[] {
  return [
    { kind: 'choice', key: 'level', label: '级别', choices: LEVELS.map((level) => choice(level, LEVEL_WORDS[level])) },
    {
      kind: 'choice',
      key: 'rule',
      label: '规则',
      choices: rules.map(({ code, name }) => choice(code, `${code} ${name}`)),
    },
    {
      kind: 'choice',
      key: 'state',
      label: '状态',
      choices: [...STATES.map((state) => choice(state, STATE_NAMES[state])), choice('checked', '已核实（全部）')],
    },
    {
      kind: 'choice',
      key: 'due',
      label: '期限',
      choices: [choice('overdue', '已逾期'), choice('today', '今日到期'), choice('week', '本周内到期')],
    },
    {
      kind: 'choice',
      key: 'assignee',
      label: '指派',
      choices: [choice('me', '指派给我'), choice('nobody', '未指派'), choice('somebody', '已指派')],
    },
    {
      kind: 'choice',
      key: 'monitored',
      label: '是否在监测',
      more: true,
      choices: [choice('yes', '是'), choice('no', '否')],
    },
    { kind: 'day', key: 'found', label: '发现时间不早于', more: true },
    { kind: 'choice', key: 'asOf', label: '筛查日', more: true, choices: days.map((day) => choice(day, day)) },
  ];
}

/** The filter as the server takes it: a day begins at midnight in Beijing. */
function inputOf({ found, ...search }: WarningsSearch, area: number) {
  const foundSince = found && found.length === 10 ? `${found}T00:00:00+08:00` : found;
  const { sort, ...filter } = search;
  const order = sort as 'due' | '-due' | 'level' | '-level' | undefined;
  return { ...filter, sort: order, foundSince, area };
}

type Assigning = { rows: WarningItem[]; done: () => void; cancelled: () => void };

export function WarningsPage() {
  const navigate = useNavigate();
  const mayAssign = useMay('warnings.assign');
  const rules = useQuery(warnings.query.rules.queryOptions({ staleTime: 600_000 }));
  const screenings = useQuery(warnings.query.screenings.queryOptions({ staleTime: 60_000 }));
  const [assigning, setAssigning] = useState<Assigning>();
  const filters = useMemo(
    () => filtersOf(rules.data ?? [], screenings.data?.map(({ asOf }) => asOf) ?? []),
    [rules.data, screenings.data],
  );

  function assign(rows: WarningItem[]): Promise<void> {
    return new Promise((done, cancelled) => setAssigning({ rows, done, cancelled }));
  }

  return (
    <>
      <ListPage
        id="warnings.list"
        title="预警"
        unit="户"
        search={warningsSearch}
        filters={filters}
        columns={WARNING_COLUMNS}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={warnings.query.list.key()}
        fetch={({ cursor, ...search }, area, signal) =>
          warnings.client.list({ ...inputOf(search, area), cursor }, { signal })
        }
        onOpen={(row) => void navigate({ to: warningPath(row) })}
        rowTone={({ daysLeft, state }) => {
          if (state !== 'open') return 'quiet';
          return daysLeft !== undefined && daysLeft < 0 ? 'red' : daysLeft === 0 ? 'orange' : undefined;
        }}
        onExport={({ cursor: _cursor, ...search }, area) =>
          download('warnings/export', inputOf(search, area), '预警.xlsx')
        }
        bulk={
          mayAssign
            ? [{ label: '指派核实人', allowed: (rows) => rows.every(({ state }) => state === 'open'), run: assign }]
            : []
        }
        emptyHint="装载部门数据并筛查后，发现的农牧户会列在这里。"
      />
      {assigning ? (
        <AssignDialog
          rows={assigning.rows}
          onDone={assigning.done}
          onClose={() => {
            assigning.cancelled();
            setAssigning(undefined);
          }}
        />
      ) : null}
    </>
  );
}
