// 同类问题查询: what is looked for in registers, cases and warnings because a problem was found, and the rules that stay on.

import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { QueriesTable } from '../parts/queries-table.tsx';
import { SearchedDialog } from '../parts/searched-dialog.tsx';
import type { SearchedRows } from '../searched.ts';
import { similarSearch } from '../searches.ts';

export function SimilarPage({ searched }: { searched: SearchedRows }) {
  const mayAdd = useMay('rectification.add-query');
  const [open, setOpen] = useState(false);
  const { search, change } = useAddress(similarSearch);
  return (
    <div className="sw-page">
      <PageTitle
        title="同类问题查询"
        actions={mayAdd ? <Button onClick={() => setOpen(true)}>在个案、预警中查</Button> : undefined}
      />
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
      {open ? <SearchedDialog searched={searched} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
