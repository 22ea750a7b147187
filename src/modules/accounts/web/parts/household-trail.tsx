// 查阅记录: who looked at a household or its cases, and who changed them, the newest first.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { accounts } from '../api.ts';
import type { AuditEntry } from '../types.ts';
import { roleName } from './role-name.ts';

const SHOWN = 20;
/** Operations after which nothing is other than before. */
const LOOKING = /\.(get|file|photo|clue-file|unmask|unmask-clue|document|print-\w+|export[\w-]*|download[\w-]*)$/;

const COLUMNS: ListColumn<AuditEntry>[] = [
  { key: 'at', title: '时间', render: ({ at }) => formatInstant(at, 'second'), width: 154 },
  {
    ...{ key: 'way', title: '方式', width: 70 },
    render: ({ operation }) =>
      LOOKING.test(operation) ? <StateTag>查阅</StateTag> : <StateTag tone="orange">改动</StateTag>,
  },
  { key: 'account', title: '用户', render: ({ accountName }) => accountName, width: 100 },
  { key: 'role', title: '角色', render: ({ role }) => roleName(role), width: 150 },
  { key: 'operation', title: '操作', render: ({ operationTitle }) => operationTitle, width: 180 },
  { key: 'subject', title: '对象', render: ({ subjectTitle }) => subjectTitle, width: 100 },
  { key: 'reason', title: '原因', render: ({ reason }) => reason || UNKNOWN, width: 200 },
];

export function HouseholdTrail({ householdId }: { householdId: number }) {
  const query = useQuery(accounts.query.searchAudit.queryOptions({ input: { householdId, limit: SHOWN } }));
  if (query.isPending) return <Loading rows={3} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <SmallTable
        label="查阅记录"
        columns={COLUMNS}
        rows={query.data.items}
        rowKey={({ id }) => id}
        none="还没有查阅和改动的记录"
      />
      <Link to="/system/audit" search={{ householdId } as object}>
        在操作日志中查看全部
      </Link>
    </>
  );
}
