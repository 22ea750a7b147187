// 文书 of a case: what can be had now and in which form, and why the rest cannot yet.

import { useQuery } from '@tanstack/react-query';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import type { CaseKey } from '../../../cases/domain/addresses.ts';
import type { Offer } from '../../domain/documents/catalogue.ts';
import { papers } from '../api.ts';

function columnsFor({ countyCode, id }: CaseKey): ListColumn<Offer>[] {
  return [
    { key: 'title', title: '文书', width: 240, always: true, render: ({ title }) => title },
    {
      key: 'actions',
      title: '打开、下载或打印',
      render: ({ key, title, ready, why }) =>
        ready ? (
          <DocumentActions address={{ path: `cases/${countyCode}/${id}/documents/${key}`, name: title }} />
        ) : (
          <span className="sw-quiet">{why}</span>
        ),
    },
  ];
}

export function CaseDocuments(input: CaseKey) {
  const query = useQuery(papers.query.documents.queryOptions({ input }));
  if (query.isPending) return <Loading rows={6} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <SmallTable
      label="文书"
      columns={columnsFor(input)}
      rows={query.data}
      rowKey={({ key }) => key}
      none="该个案还没有可以生成的文书"
    />
  );
}
