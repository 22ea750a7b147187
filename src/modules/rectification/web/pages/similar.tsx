// 同类问题查询: what is looked for in registers because a problem was found, and the rules that stay on.

import { Segmented } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { QueriesTable } from '../parts/queries-table.tsx';
import { similarSearch } from '../searches.ts';

export function SimilarPage() {
  const { search, change } = useAddress(similarSearch);
  return (
    <div className="sw-page">
      <PageTitle title="同类问题查询" />
      <div className="sw-filters">
        <Segmented
          aria-label="查询"
          value={search.watched ? 'watched' : ''}
          options={[
            { value: '', label: '全部查询' },
            { value: 'watched', label: '长期核对规则' },
          ]}
          onChange={(value) => change({ watched: value === 'watched' ? true : undefined }, 'replace')}
        />
      </div>
      <QueriesTable watched={search.watched} />
    </div>
  );
}
