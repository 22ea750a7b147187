// The auditor's home: who saw full numbers and took lists out in the last seven days, and the way to the whole trail.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ROLE_NAMES } from '../../../../kernel/operation.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatInstant } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { accounts } from '../api.ts';

type HandedOut = Awaited<ReturnType<typeof accounts.client.handedOut>>[number];

const COLUMNS: ListColumn<HandedOut>[] = [
  {
    key: 'account',
    title: '账号姓名',
    width: 140,
    render: ({ accountName }) => (
      <Link to="/system/audit" search={(old: object) => ({ ...old, account: accountName })}>
        {accountName}
      </Link>
    ),
  },
  { key: 'role', title: '角色', width: 160, render: ({ role }) => ROLE_NAMES[role] },
  { key: 'reveals', title: '查看完整号码', width: 120, align: 'right', render: ({ reveals }) => formatCount(reveals) },
  { key: 'exports', title: '导出', width: 90, align: 'right', render: ({ exports }) => formatCount(exports) },
  {
    key: 'offHours',
    title: '非工作时间',
    width: 110,
    align: 'right',
    render: ({ offHours }) => <span className={offHours > 0 ? 'sw-tone-orange' : ''}>{formatCount(offHours)}</span>,
  },
  { key: 'last', title: '最近一次', width: 150, render: ({ last }) => formatInstant(last) },
];

export function HomeHandedOut() {
  const query = useQuery(accounts.query.handedOut.queryOptions());
  if (query.isPending) return <Loading rows={6} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Section title="近七天谁查看和导出过" extra={<Link to="/system/audit">全部操作日志</Link>}>
      <SmallTable
        label="近七天查看和导出"
        columns={COLUMNS}
        rows={query.data}
        rowKey={({ accountName, role }) => `${accountName} ${role}`}
        none="近七天没有人查看完整号码或导出"
      />
    </Section>
  );
}
