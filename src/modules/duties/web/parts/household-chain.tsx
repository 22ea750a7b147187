// Who answers for a household, from the person in charge up to the region; printed for its file.

import { useQuery } from '@tanstack/react-query';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { duties } from '../api.ts';
import { LinkTable } from './link-table.tsx';

type Near = Awaited<ReturnType<typeof duties.client.ofHousehold>>['near'][number];

const COLUMNS: ListColumn<Near>[] = [
  { key: 'role', title: '责任', render: ({ role }) => role, width: 120 },
  { key: 'name', title: '姓名或单位', render: ({ name }) => name, width: 160 },
  { key: 'note', title: '说明', render: ({ note }) => note ?? '', width: 200 },
  { key: 'since', title: '开始日期', render: ({ since }) => since ?? UNKNOWN, width: 106 },
];

export function HouseholdChain({ countyCode, id }: { countyCode: number; id: number }) {
  const query = useQuery(duties.query.ofHousehold.queryOptions({ input: { countyCode, id } }));
  if (query.isPending) return <Loading rows={2} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { levels, near } = query.data;
  return (
    <>
      <SmallTable
        label="帮扶到户"
        columns={COLUMNS}
        rows={near}
        rowKey={({ role, name, since }) => `${role} ${name} ${since}`}
        none="没有登记帮扶责任人、工作队和结对单位。"
      />
      <LinkTable label="五级责任" links={levels} none="没有登记各级责任岗位。" />
      <DocumentActions address={{ path: `/duties/households/${countyCode}/${id}/paper`, name: '责任链' }} />
    </>
  );
}
