// The first card of the home page: what my level has to do, by action, then in numbers, and the most urgent of it with the next action in the row.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { casePath } from '../../../cases/domain/addresses.ts';
import type { CaseItem } from '../../../cases/web/doors/rows.ts';
import { columnsNamed, NextAction, NextActionDialog } from '../../../cases/web/doors/rows.ts';
import { DESK_NAMES } from '../../domain/desks.ts';
import { caseload } from '../api.ts';
import type { WorklistCounts } from '../types.ts';
import { HomeQueue } from './home-queue.tsx';

const SHOWN = 8;

export function HomeWorklist() {
  const { code: area } = useArea();
  const acts = useMay('cases.object');
  const counts = useQuery(caseload.query.worklist.queryOptions({ input: { area } }));
  if (counts.isPending) return <Loading rows={8} />;
  if (counts.isLoadingError) return <Failed error={counts.error} onRetry={() => void counts.refetch()} />;
  // Those who only look on have no work of cases: they are shown where it is late.
  if (!acts) return null;
  return (
    <>
      <HomeQueue area={area} />
      <Numbers counts={counts.data} />
      <Mine area={area} total={counts.data.mine} />
    </>
  );
}

function Numbers({ counts }: { counts: WorklistCounts }) {
  const { mine, soon, late, escalated, waiting, clues } = counts;
  return (
    <StatRow>
      <StatCard
        title={DESK_NAMES.mine}
        value={formatCount(mine)}
        unit="户"
        basis="现在可以由本级办理、有期限的监测个案；公示期未满的不计"
        note={clues > 0 ? `另有待处理线索 ${formatCount(clues)} 条` : '没有待处理的线索'}
        to="/cases"
        search={{ desk: 'mine' }}
      />
      <StatCard
        title={DESK_NAMES.soon}
        value={formatCount(soon)}
        unit="户"
        basis="由本级办理，期限在流程模板规定的提醒天数以内"
        tone={soon > 0 ? 'orange' : 'plain'}
        to="/cases"
        search={{ desk: 'soon' }}
      />
      <StatCard
        title={DESK_NAMES.late}
        value={formatCount(late)}
        unit="户"
        basis="由本级办理，期限早于今天"
        tone={late > 0 ? 'red' : 'plain'}
        to="/cases"
        search={{ desk: 'late' }}
      />
      <StatCard
        title={`${DESK_NAMES.escalated}、${DESK_NAMES.waiting}`}
        value={`${formatCount(escalated)} / ${formatCount(waiting)}`}
        unit="户"
        basis="下级逾期、上提到本级督办的户数 / 由其他层级办理的户数"
        tone={escalated > 0 ? 'red' : 'plain'}
        to="/cases"
        search={{ desk: escalated > 0 ? 'escalated' : 'waiting' }}
      />
    </StatRow>
  );
}

function Mine({ area, total }: { area: number; total: number }) {
  const navigate = useNavigate();
  const [acting, setActing] = useState<CaseItem>();
  const list = useQuery(caseload.query.cases.queryOptions({ input: { area, desk: 'mine', limit: SHOWN } }));
  if (list.isPending) return <Loading rows={SHOWN} />;
  if (list.isLoadingError) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  const next: ListColumn<CaseItem> = {
    ...{ key: 'next', title: '办理', width: 130, fixed: 'right' },
    render: (item) => <NextAction item={item} onOpen={setActing} />,
  };
  return (
    <Section
      title="我的待办"
      extra={
        total > SHOWN ? (
          <Link to="/cases" search={(old: object) => ({ ...old, desk: 'mine' })}>
            全部 {formatCount(total)} 户
          </Link>
        ) : null
      }
    >
      <SmallTable
        label="我的待办"
        columns={[...columnsNamed('head', 'township', 'village', 'state', 'due', 'marks'), next]}
        rows={list.data.items}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        onOpen={(row) => void navigate({ to: casePath(row) })}
        none="当前区域没有由本级办理的监测个案"
      />
      {acting ? <NextActionDialog item={acting} onClose={() => setActing(undefined)} /> : null}
    </Section>
  );
}
