// The cases of one household, for its page.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { casePath } from '../../domain/addresses.ts';
import { cases } from '../api.ts';
import { columnsNamed } from './case-columns.tsx';

const COLUMNS = columnsNamed('opened', 'state', 'due', 'category', 'responsible', 'marks', 'cleared');

export function HouseholdCases(input: { countyCode: number; householdId: number }) {
  const navigate = useNavigate();
  const query = useQuery(cases.query.ofHousehold.queryOptions({ input }));
  if (query.isPending) return <Loading rows={2} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <SmallTable
      label="该户的监测个案"
      columns={COLUMNS}
      rows={query.data}
      rowKey={({ id }) => id}
      onOpen={(row) => void navigate({ to: casePath(row) })}
      none="该户没有监测个案"
    />
  );
}
