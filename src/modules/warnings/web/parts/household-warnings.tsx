// The warnings of one household, for its page.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { warningPath } from '../../domain/addresses.ts';
import { warnings } from '../api.ts';
import { columnsNamed } from './warning-columns.tsx';

const COLUMNS = columnsNamed('asOf', 'level', 'rules', 'state', 'due', 'assignee');

type Household = { countyCode: number; householdId: number };

export function HouseholdWarnings(input: Household) {
  const navigate = useNavigate();
  const query = useQuery(warnings.query.ofHousehold.queryOptions({ input }));
  if (query.isPending) return <Loading rows={2} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <SmallTable
      label="该户的预警"
      columns={COLUMNS}
      rows={query.data.filter(({ active }) => active)}
      rowKey={({ id }) => id}
      onOpen={(row) => void navigate({ to: warningPath(row) })}
      none="历次筛查没有发现该户有返贫致贫风险"
    />
  );
}
