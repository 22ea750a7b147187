// What somebody who hands in files finds on the home page: what is under way, what failed, which rows are to be mended.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Space } from 'antd';
import dayjs from 'dayjs';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { isUnderWay } from '../../domain/batch-state.ts';
import { feeds } from '../api.ts';
import type { BatchItem } from '../types.ts';
import { batchPath } from '../words.ts';
import { columnsNamed } from './batch-columns.tsx';

const DAYS = 30;
const COUNTED = 200;
const SHOWN = 8;
const REFRESH_MS = 5000;
const COLUMNS = columnsNamed('id', 'file', 'dataset', 'period', 'state', 'rows', 'matched', 'quarantined', 'createdAt');

export function HomeBatches() {
  const { code: area } = useArea();
  // Officers have the four numbers of their warnings above this; for a data officer these are the day's work.
  const isOfficer = useMay('feeds.review');
  const from = dayjs().subtract(DAYS, 'day').format('YYYY-MM-DD');
  const query = useQuery({
    ...feeds.query.batches.queryOptions({ input: { area, from, limit: COUNTED } }),
    refetchInterval: ({ state: { data } }) => (data?.items.some(({ state }) => isUnderWay(state)) ? REFRESH_MS : false),
  });
  if (query.isPending) return <Loading rows={SHOWN} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      {isOfficer ? null : <BatchStats batches={query.data.items} from={from} />}
      {isOfficer ? null : <Submissions area={area} />}
      <LatestBatches batches={query.data.items.slice(0, SHOWN)} />
    </>
  );
}

function BatchStats({ batches, from }: { batches: BatchItem[]; from: string }) {
  const count = (wanted: (batch: BatchItem) => boolean) => batches.filter(wanted).length;
  const loaded = batches.filter(({ state }) => state === 'loaded');
  const toMend = loaded.reduce((sum, { counts }) => sum + (counts?.quarantined ?? 0), 0);
  const failed = count(({ state }) => state === 'failed');
  const held = count(({ state }) => state === 'held');
  const within = batches.length < COUNTED ? `近 ${DAYS} 天提交的批次` : `最近 ${COUNTED} 个批次`;
  return (
    <StatRow>
      <StatCard
        title="待修正的行"
        value={formatCount(toMend)}
        unit="行"
        basis={`${within}中，因内容不合要求被隔离的行`}
        tone={toMend > 0 ? 'orange' : 'plain'}
        to="/feeds"
        search={{ state: 'loaded', from }}
      />
      <StatCard
        title="待确认装载"
        value={formatCount(held)}
        unit="个批次"
        basis={`${within}中因内容可疑而等待确认的`}
        tone={held > 0 ? 'red' : 'plain'}
        to="/feeds"
        search={{ state: 'held', from }}
      />
      <StatCard
        title="未能装载"
        value={formatCount(failed)}
        unit="个批次"
        basis={`${within}中未能装载的`}
        tone={failed > 0 ? 'red' : 'plain'}
        to="/feeds"
        search={{ state: 'failed', from }}
      />
      <StatCard
        title="处理中"
        value={formatCount(count(({ state }) => isUnderWay(state)))}
        unit="个批次"
        basis="排队、装载或撤销中的批次"
        to="/feeds"
        search={{ from }}
      />
    </StatRow>
  );
}

type Submission = Awaited<ReturnType<typeof feeds.client.submissions>>[number];

const SUBMISSIONS: ListColumn<Submission>[] = [
  { key: 'dataset', title: '数据种类', render: ({ datasetTitle }) => datasetTitle, width: 180 },
  {
    ...{ key: 'state', title: '本月', width: 110 },
    render: ({ thisMonth }) =>
      thisMonth ? <StateTag tone="green">已提交</StateTag> : <StateTag tone="orange">未提交</StateTag>,
  },
  { key: 'last', title: '最近提交', render: ({ lastAt }) => formatInstant(lastAt), width: 140 },
  { key: 'period', title: '最近的数据期间', render: ({ lastPeriod }) => lastPeriod || UNKNOWN, width: 130 },
  { key: 'held', title: '待确认', render: ({ held }) => formatCount(held), width: 80, align: 'right' },
  { key: 'failed', title: '未能装载', render: ({ failed }) => formatCount(failed), width: 90, align: 'right' },
  { key: 'toMend', title: '待修正的行', render: ({ toMend }) => formatCount(toMend), width: 110, align: 'right' },
];

/** What the department owes this month. */
function Submissions({ area }: { area: number }) {
  const navigate = useNavigate();
  const query = useQuery(feeds.query.submissions.queryOptions({ input: { area } }));
  if (!query.data) return null;
  return (
    <Section title="本月提交情况">
      <SmallTable
        label="本月提交情况"
        columns={SUBMISSIONS}
        rows={query.data}
        rowKey={({ dataset }) => dataset}
        onOpen={({ dataset }) => void navigate({ to: '/feeds', search: { dataset } as object })}
        none="本部门没有要提交的数据种类"
      />
    </Section>
  );
}

function LatestBatches({ batches }: { batches: BatchItem[] }) {
  const navigate = useNavigate();
  return (
    <Section
      title="最近的数据批次"
      extra={
        <Space size={16}>
          <Link to="/feeds/submit">提交数据文件</Link>
          <Link to="/feeds">全部批次</Link>
        </Space>
      }
    >
      <SmallTable
        label="最近的数据批次"
        columns={COLUMNS}
        rows={batches}
        rowKey={({ id }) => id}
        onOpen={(batch) => void navigate({ to: batchPath(batch) })}
        none={`近 ${DAYS} 天没有提交过数据文件`}
      />
    </Section>
  );
}
