// 责任链: who answers from the region down to the area on a day, and in the regions below.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LEVEL_NAMES } from '../../../../kernel/region-code.ts';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DayInput } from '../../../../platform/web/form/index.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { type Chain, duties } from '../api.ts';
import { LinkTable } from '../parts/link-table.tsx';
import { chainSearch } from '../searches.ts';

export function ChainPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(chainSearch);
  const query = useQuery({
    ...duties.query.chain.queryOptions({ input: { area, on: search.on } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="责任链"
        note={data ? `截至 ${data.asOf}` : ''}
        actions={<DayInput value={search.on} onChange={(on) => change({ on: on || undefined })} />}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? <Shown data={data} /> : null}
    </div>
  );
}

function Shown({ data: { above, below, complete } }: { data: Chain }) {
  const navigate = useNavigate();
  return (
    <>
      <StatRow>
        {complete.map(({ level, regions, whole }) => (
          <StatCard
            key={level}
            title={`${LEVEL_NAMES[level]}责任链完整`}
            value={`${formatCount(whole)} / ${formatCount(regions)}`}
            unit="个"
            tone={whole < regions ? 'orange' : 'plain'}
            basis="应有的岗位都有人在任的地区"
            to="/duties/gaps"
            search={{ kind: 'vacant-post' }}
          />
        ))}
      </StatRow>
      <Section title="上级和本级">
        <LinkTable label="上级和本级" links={above} none="没有登记责任岗位。" />
      </Section>
      {below.length > 0 ? (
        <Section title={`下级 ${below.length} 个地区`}>
          <LinkTable
            label="下级"
            links={below}
            none=""
            onOpen={({ code }) => void navigate({ to: '.', search: (old: object) => ({ ...old, area: code }) })}
          />
        </Section>
      ) : null}
    </>
  );
}
