// One batch: how far it is, what came of it, which rows are to be mended, what it is, and the way to take it back.

import { useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { DetailPage, type Fact, Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { DownloadButton } from '../../../../platform/web/file-jobs/download-button.tsx';
import { OneJob } from '../../../../platform/web/file-jobs/one-job.tsx';
import { formatBytes, formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Empty } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { isUnderWay } from '../../domain/batch-state.ts';
import { feeds } from '../api.ts';
import { BatchMethods, BatchStats } from '../parts/batch-counts.tsx';
import { BatchProgress } from '../parts/batch-progress.tsx';
import { BatchStateTag } from '../parts/batch-state-tag.tsx';
import { HeldAlert } from '../parts/held-alert.tsx';
import { QuarantineSection } from '../parts/quarantine-section.tsx';
import { UndoDialog } from '../parts/undo-dialog.tsx';
import { useCancel } from '../parts/use-cancel.ts';
import type { BatchDetail } from '../types.ts';

export function BatchPage() {
  const { batch = '' } = useParams({ strict: false }) as { batch?: string };
  if (!/^\d{1,15}$/.test(batch)) return <Empty what="没有这个批次" hint="请从批次列表中打开，或检查链接是否完整。" />;
  return <LoadedBatch id={Number(batch)} />;
}

function LoadedBatch({ id }: { id: number }) {
  return (
    <OneJob query={feeds.query.batch.queryOptions({ input: { id } })} isRunning={({ state }) => isUnderWay(state)}>
      {(batch) => <BatchView batch={batch} />}
    </OneJob>
  );
}

function BatchView({ batch }: { batch: BatchDetail }) {
  const { id, state, own, subject } = batch;
  const [undoing, setUndoing] = useState(false);
  const mayUndo = useMay('feeds.undo-batch');
  const cancel = useCancel()(batch);
  const isLoaded = state === 'loaded';
  const isRead = isLoaded || state === 'held';
  const whyNot = mayUndo && !own ? '该批次由上级区域提交，数量、隔离行、下载和撤销由提交的单位掌握。' : undefined;
  return (
    <DetailPage
      listPath="/feeds"
      title={`批次 ${id} · ${batch.datasetTitle}`}
      state={<BatchStateTag state={state} />}
      note={batch.period}
      {...(whyNot ? { whyNot } : {})}
      actions={
        <>
          {isLoaded && own && subject === 'person' ? (
            <DownloadButton
              operation="feeds.download-matches"
              path={`feeds/batches/${id}/matches.csv`}
              fallbackName={`批次${id}匹配结果.csv`}
              label="下载匹配结果"
            />
          ) : null}
          {state === 'queued' && cancel ? <Button onClick={cancel}>取消批次</Button> : null}
          {isLoaded && own && mayUndo ? (
            <Button danger onClick={() => setUndoing(true)}>
              撤销批次
            </Button>
          ) : null}
        </>
      }
    >
      <Outcome batch={batch} />
      {state === 'held' ? <HeldAlert batch={batch} /> : null}
      {isUnderWay(state) ? (
        <Section title="进度">
          <BatchProgress batch={batch} onCancel={cancel} />
        </Section>
      ) : null}
      {isRead ? <BatchStats batch={batch} /> : null}
      {isRead && own && batch.quarantine.length > 0 ? <QuarantineSection batch={batch} /> : null}
      {isRead ? <BatchMethods batch={batch} /> : null}
      <BatchFacts batch={batch} />
      {undoing ? <UndoDialog batch={batch} onClose={() => setUndoing(false)} /> : null}
    </DetailPage>
  );
}

function Outcome({
  batch: { state, problem, undoneAt, undoneBy, decision, unknownColumns, reading },
}: {
  batch: BatchDetail;
}) {
  if (state === 'failed')
    return <Alert className="sw-alert" type="error" showIcon title={problem ?? '未能装载'} role="alert" />;
  if (state === 'withdrawn')
    return (
      <Alert
        className="sw-alert"
        type="warning"
        showIcon
        title={`${decision?.by ?? UNKNOWN}于 ${formatInstant(decision?.at)} 撤回了这个批次，没有装载任何数据。原因：${decision?.reason ?? ''}`}
      />
    );
  if (state === 'cancelled')
    return <Alert className="sw-alert" type="warning" showIcon title="已取消，没有装载任何数据。" />;
  if (state === 'undone')
    return (
      <Alert
        className="sw-alert"
        type="warning"
        showIcon
        title={`${undoneBy ?? UNKNOWN}于 ${formatInstant(undoneAt)} 撤销了这个批次，其数据不再计入。`}
      />
    );
  return (
    <>
      {reading && reading.lostIds > 0 ? (
        <Alert
          className="sw-alert"
          type="warning"
          showIcon
          title={`有 ${reading.lostIds} 行的证件号码被 Excel 改写成了数字，末尾几位已丢失，不能用来找人。请把这一列设为“文本”格式，从原系统重新导出。`}
        />
      ) : null}
      {unknownColumns.length > 0 ? (
        <Alert
          className="sw-alert"
          type="info"
          showIcon
          title={`文件中有不使用的列，装载时忽略：${unknownColumns.join('、')}`}
        />
      ) : null}
    </>
  );
}

/** Where the table was found in the file, and which of its rows were no records. */
function readingWords({ reading }: BatchDetail): string {
  if (!reading) return UNKNOWN;
  const place = `${reading.sheet === undefined ? '' : `工作表“${reading.sheet}”`}第 ${reading.headerLine} 行`;
  return reading.skipped === 0
    ? place
    : `${place}；跳过没有内容的行和合计、小计、总计、填表人等行共 ${reading.skipped} 行`;
}

function BatchFacts({ batch }: { batch: BatchDetail }) {
  const facts: Fact[] = [
    { label: '文件', value: `${batch.fileName}（${formatBytes(batch.byteSize)}）`, wide: true },
    { label: '表头位置', value: readingWords(batch), wide: true },
    { label: '数据种类', value: batch.datasetTitle },
    { label: '部门', value: batch.departmentTitle },
    { label: '数据期间', value: batch.period || UNKNOWN },
    { label: '提交区域', value: batch.regionName },
    { label: '用途', value: batch.purpose || UNKNOWN, wide: true },
    { label: '提交', value: `${batch.accountName} ${formatInstant(batch.createdAt)}` },
    { label: '装载完成', value: formatInstant(batch.loadedAt) },
    ...(batch.decision && batch.state !== 'withdrawn'
      ? [
          {
            label: '确认装载',
            value: `${batch.decision.by} ${formatInstant(batch.decision.at)}：${batch.decision.reason}`,
            wide: true,
          },
        ]
      : []),
    { label: '文件校验值', value: batch.sha256, wide: true },
  ];
  return (
    <Section title="基本情况">
      <Facts facts={facts} />
    </Section>
  );
}
