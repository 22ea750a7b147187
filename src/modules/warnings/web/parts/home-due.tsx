// Home: what of the warnings matters today, and the list under the numbers. Every number opens the rows it counts.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import { warningPath } from '../../domain/addresses.ts';
import { LEVELS } from '../../domain/rules.ts';
import { warnings } from '../api.ts';
import { columnsNamed } from './warning-columns.tsx';
import { LEVEL_WORDS } from './words.tsx';

const SHOWN = 10;
const COLUMNS = columnsNamed('level', 'head', 'township', 'village', 'rules', 'due', 'assignee');

export function HomeDue() {
  const { code: area } = useArea();
  const { lastSignInAt } = useViewer();
  const summary = useQuery(
    warnings.query.summary.queryOptions({ input: { area, ...(lastSignInAt ? { since: lastSignInAt } : {}) } }),
  );
  if (summary.isPending) return <Loading rows={3} />;
  if (summary.isLoadingError) return <Failed error={summary.error} onRetry={() => void summary.refetch()} />;
  const { asOf, dueToday, overdue, fresh, open, openByLevel } = summary.data;
  const found = lastSignInAt ? { found: new Date(lastSignInAt).toISOString() } : {};
  const levels = LEVELS.map((level) => `${LEVEL_WORDS[level]} ${formatCount(openByLevel[level] ?? 0)}`).join(' · ');
  return (
    <>
      <StatRow>
        <StatCard
          title="预警今日到期"
          value={formatCount(dueToday)}
          unit="户"
          basis="核实期限为今天、尚未核实的预警"
          tone={dueToday > 0 ? 'orange' : 'plain'}
          to="/warnings"
          search={{ due: 'today' }}
        />
        <StatCard
          title="预警已逾期"
          value={formatCount(overdue)}
          unit="户"
          basis="核实期限早于今天、尚未核实的预警"
          tone={overdue > 0 ? 'red' : 'plain'}
          to="/warnings"
          search={{ due: 'overdue' }}
        />
        <StatCard
          title="上次登录以来的新预警"
          value={formatCount(fresh)}
          unit="户"
          basis={lastSignInAt ? '上次登录以后发现、尚未核实的预警' : '尚未核实的预警'}
          to="/warnings"
          search={{ state: 'open', ...found }}
        />
        <StatCard
          title="未核实"
          value={formatCount(open)}
          unit="户"
          basis={asOf ? `${asOf} 筛查发现、尚未核实的预警` : '还没有筛查'}
          note={levels}
          to="/warnings"
          search={{ state: 'open' }}
        />
      </StatRow>
      <DueList area={area} open={open} />
    </>
  );
}

function DueList({ area, open }: { area: number; open: number }) {
  const navigate = useNavigate();
  const list = useQuery(
    warnings.query.list.queryOptions({ input: { area, state: 'open', sort: 'due', limit: SHOWN } }),
  );
  if (list.isPending) return <Loading rows={SHOWN} />;
  if (list.isLoadingError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <Section
      title="待核实的预警"
      extra={
        open > SHOWN ? (
          <Link to="/warnings" search={(old: object) => ({ ...old, state: 'open' })}>
            全部 {formatCount(open)} 户
          </Link>
        ) : null
      }
    >
      <SmallTable
        label="待核实的预警"
        columns={COLUMNS}
        rows={list.data.items}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        onOpen={(row) => void navigate({ to: warningPath(row) })}
        none="当前区域没有待核实的预警"
      />
    </Section>
  );
}
