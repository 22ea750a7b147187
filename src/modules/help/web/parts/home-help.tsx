// Home: visits that are due, and for offices where help is missing. Every number opens the rows it counts.

import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { SOON_DAYS } from '../../domain/visits.ts';
import { help } from '../api.ts';

const VISITS = '/help/visits-due';
const GAPS = '/help/gaps';

export function HomeHelp() {
  const { code: area } = useArea();
  const summary = useQuery(help.query.helpSummary.queryOptions({ input: { area } }));
  if (summary.isPending) return <Loading rows={3} />;
  if (summary.isLoadingError) return <Failed error={summary.error} onRetry={() => void summary.refetch()} />;
  const { visits, gaps } = summary.data;
  return (
    <StatRow>
      <StatCard
        title="走访已逾期"
        value={formatCount(visits.late)}
        unit="户"
        basis="按规定频次早该走访、还没有走访记录的监测户"
        tone={visits.late > 0 ? 'red' : 'plain'}
        to={VISITS}
        search={{ due: 'late' }}
      />
      <StatCard
        title={`走访 ${SOON_DAYS} 天内到期`}
        value={formatCount(visits.soon)}
        unit="户"
        tone={visits.soon > 0 ? 'orange' : 'plain'}
        to={VISITS}
        search={{ due: 'soon' }}
      />
      <StatCard
        title="风险没有对应措施"
        value={formatCount(gaps.risk)}
        unit="户"
        basis="监测帮扶中，有的风险没有对应措施的农牧户"
        tone={gaps.risk > 0 ? 'orange' : 'plain'}
        to={GAPS}
        search={{ kind: 'risk' }}
      />
      <StatCard
        title="措施到期未落实"
        value={formatCount(gaps.late)}
        unit="户"
        tone={gaps.late > 0 ? 'red' : 'plain'}
        to={GAPS}
        search={{ kind: 'late' }}
      />
    </StatRow>
  );
}
