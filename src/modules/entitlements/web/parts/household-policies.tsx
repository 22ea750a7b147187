// What applies to a household, for its page: what it has, what it lacks, what to bring where; printed for the family.

import { useQuery } from '@tanstack/react-query';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { factWords } from '../../domain/papers.ts';
import { type Applying, entitlements } from '../api.ts';
import { ApplyingTable } from './applying-table.tsx';

const RECEIVED: ListColumn<Applying> = {
  ...{ key: 'received', title: '享受情况', width: 130 },
  render: ({ receivedOn, cycle }) =>
    receivedOn ? (
      <span title={cycle}>{receivedOn} 已享受</span>
    ) : (
      <StateTag tone="orange">{cycle === undefined ? '尚未享受' : `尚未享受（${cycle}）`}</StateTag>
    ),
};

export function HouseholdPolicies({ countyCode, id }: { countyCode: number; id: number }) {
  const query = useQuery(entitlements.query.ofHousehold.queryOptions({ input: { countyCode, id } }));
  if (query.isPending) return <Loading rows={2} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { clauses, facts, asOf } = query.data;
  const missing = clauses.filter(({ receivedOn }) => receivedOn === undefined).length;
  return (
    <>
      <p className="sw-quiet">
        截至 {asOf}：{factWords(facts) || '没有登记家庭情况'}。适用 {clauses.length} 条，尚未享受 {missing} 条。
      </p>
      <ApplyingTable label="适用的政策" rows={clauses} more={[RECEIVED]} none="没有登记适用于该户的政策条款。" />
      {clauses.length > 0 ? (
        <DocumentActions address={{ path: `/entitlements/households/${countyCode}/${id}/paper`, name: '政策明白卡' }} />
      ) : null}
    </>
  );
}
