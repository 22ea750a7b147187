// 项目待办 on the home page: what is overdue of the year's projects. Nothing where nothing is.

import { useQuery } from '@tanstack/react-query';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { CONCERN_NAMES } from '../../domain/contract.ts';
import { money } from '../api.ts';

const SHOWN = ['not-started', 'not-accepted', 'not-settled', 'asset-missing'] as const;

export function HomeProjects() {
  const { code: area } = useArea();
  const { data } = useQuery(money.query.concerns.queryOptions({ input: { area } }));
  if (!data || SHOWN.every((concern) => data.counts[concern] === 0)) return null;
  return (
    <Section title="项目待办">
      <StatRow>
        {SHOWN.map((concern) => (
          <StatCard
            key={concern}
            title={CONCERN_NAMES[concern]}
            value={formatCount(data.counts[concern])}
            unit="个"
            tone={(data.counts[concern] ?? 0) > 0 ? 'orange' : 'plain'}
            to="/money/concerns"
            search={{ concern }}
          />
        ))}
      </StatRow>
    </Section>
  );
}
