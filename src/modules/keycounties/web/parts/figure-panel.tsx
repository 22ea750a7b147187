// Figures of an area as they are published, each open to its rows.

import { useQuery } from '@tanstack/react-query';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { figures } from '../api.ts';

export const COUNTY_FIGURES = [
  'income.per_capita',
  'income.per_capita.growth',
  'employment.persons',
  'employment.growth',
  'fund.spent_rate',
  'fund.industry_share',
  'project.count',
  'project.start_rate',
  'industry.workshops',
];

type FigurePanelProps = { area: number; day: string; ids: readonly string[] };

/** What is not defined for the area is left out; what has no record says so. */
export function FigurePanel({ area, day, ids }: FigurePanelProps) {
  const query = useQuery(figures.query.list.queryOptions({ input: { area, day, ids: [...ids] } }));
  if (query.isPending) return <Loading rows={2} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <StatRow>
      {query.data.figures
        .filter(({ status }) => status !== 'not-defined')
        .map(({ id, name, unit, status, shown }) => (
          <StatCard
            key={id}
            title={name}
            value={shown}
            {...(status === 'value' ? { unit } : {})}
            to={`/figures/${id}`}
            search={{ area: String(area), day }}
          />
        ))}
    </StatRow>
  );
}
