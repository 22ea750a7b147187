// The administrator's home: accounts that want looking after, and the room left on the server's disk.

import { useQuery } from '@tanstack/react-query';
import { formatBytes, formatCount, formatInstant } from '../../../../platform/web/numbers.ts';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { accounts } from '../api.ts';

/** Below this share of the disk somebody should clear it. */
const LITTLE = 0.1;

export function HomeState() {
  const query = useQuery(accounts.query.state.queryOptions());
  if (query.isPending) return <Loading rows={3} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { active, signedIn, locked, unused, disabled, freeBytes, totalBytes } = query.data;
  const isLow = freeBytes < totalBytes * LITTLE;
  return (
    <StatRow>
      <StatCard
        title="启用的账号"
        value={formatCount(active)}
        unit="个"
        note={`另有停用 ${formatCount(disabled)} 个`}
        to="/system/users"
        search={{ state: 'active' }}
      />
      <StatCard title="正在登录" value={formatCount(signedIn)} unit="个" basis="现在登录着的账号" />
      <StatCard
        title="因输错密码锁定"
        value={formatCount(locked)}
        unit="个"
        tone={locked > 0 ? 'orange' : 'plain'}
        to="/system/users"
      />
      <StatCard
        title="未改初始密码"
        value={formatCount(unused)}
        unit="个"
        tone={unused > 0 ? 'orange' : 'plain'}
        to="/system/users"
      />
      <StatCard
        title="服务器磁盘剩余"
        value={formatBytes(freeBytes)}
        tone={isLow ? 'red' : 'plain'}
        note={`共 ${formatBytes(totalBytes)}`}
      />
      <BackupCard backup={query.data.backup} />
    </StatRow>
  );
}

type Backup = { at: string; problem: string; daily: boolean };

/** Of a day's backup, one may be late; without one at all, somebody should begin. */
const LATE_DAYS = 2;
const DAY_MS = 86_400_000;

function BackupCard({ backup: { at, problem, daily } }: { backup: Backup }) {
  const days = at ? Math.floor((Date.now() - Date.parse(at)) / DAY_MS) : Number.POSITIVE_INFINITY;
  const isLate = days >= (daily ? LATE_DAYS : LATE_DAYS * 7) || problem !== '';
  const age = !at ? '还没有' : days === 0 ? '一天以内' : `${formatCount(days)} 天前`;
  return (
    <StatCard
      title="最近一次备份"
      value={age}
      tone={isLate ? 'red' : 'plain'}
      basis={problem || (daily ? '每天自动备份' : '没有设每日备份，需在服务器上运行 shouwang backup')}
      note={problem ? '最近一次没有备成' : at ? formatInstant(at) : daily ? '到点自动备份' : '未设每日备份'}
    />
  );
}
