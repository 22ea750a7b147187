// 户人口导入: what was imported so far, and a new import: choose files, see what each column is taken for, count without
// changing anything, import, see the result. From the preview on it stands in the address: the page may be left.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useConfirm, useShowFailure } from '../../../../platform/web/confirm.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { Wizard } from '../../../../platform/web/wizard/wizard.tsx';
import { registryImport } from '../api.ts';
import { BeforePreview } from '../parts/import-before.tsx';
import { ImportCounts, ImportOutcome } from '../parts/import-outcome.tsx';
import { ImportProgress } from '../parts/import-progress.tsx';
import { stepsWith } from '../parts/import-steps.ts';
import { ImportsList } from '../parts/imports-list.tsx';
import { importSearch } from '../searches.ts';
import type { ImportStatus } from '../types.ts';

export function ImportPage() {
  const { search, change } = useAddress(importSearch);
  const begin = () => change({ batch: undefined, step: 'new', cursor: undefined });
  const open = (batch: number) => change({ batch, step: undefined, cursor: undefined });
  if (search.batch !== undefined) return <FromPreview key={search.batch} batch={search.batch} onAgain={begin} />;
  if (search.step === 'new') return <BeforePreview onPreview={open} />;
  return <ImportsList onOpen={open} onNew={begin} />;
}

const RUNNING: readonly ImportStatus['state'][] = ['previewing', 'importing'];
const POLL_MS = 1000;

function placeOf({ state, result }: ImportStatus): number {
  if (state === 'previewing' || state === 'previewed') return 2;
  if (state === 'importing') return 3;
  return state === 'done' || result ? 4 : 2;
}

function FromPreview({ batch, onAgain }: { batch: number; onAgain: () => void }) {
  const showFailure = useShowFailure();
  const confirm = useConfirm();
  const mayStart = useMay('registry-import.start');
  const [busy, setBusy] = useState(false);
  const status = useQuery({
    ...registryImport.query.importStatus.queryOptions({ input: { id: batch } }),
    refetchInterval: ({ state: { data } }) => (!data || RUNNING.includes(data.state) ? POLL_MS : false),
  });
  if (status.isPending) return <Loading />;
  if (status.isLoadingError) return <Failed error={status.error} onRetry={() => void status.refetch()} />;

  async function run(work: Promise<unknown>) {
    setBusy(true);
    await work.catch(showFailure);
    await status.refetch();
    setBusy(false);
  }

  function cancel() {
    confirm({
      title: '取消导入',
      what: '已处理的内容不会保留，登记册不作改动。需要时可以重新导入。',
      deed: '取消导入',
      danger: true,
      run: () => run(registryImport.client.cancelImport({ id: batch, requestId: newRequestId() })),
    });
  }

  const { data } = status;
  const at = placeOf(data);
  const running = RUNNING.includes(data.state);
  const content = running ? (
    <ImportProgress status={data} onCancel={mayStart ? cancel : undefined} />
  ) : data.state === 'previewed' ? (
    <ImportCounts status={data} />
  ) : (
    <ImportOutcome status={data} />
  );
  const step =
    data.state === 'previewed' && mayStart
      ? {
          content,
          nextLabel: '开始导入',
          onNext: () => run(registryImport.client.startImport({ id: batch, requestId: newRequestId() })),
        }
      : running || !mayStart
        ? { content }
        : { content, nextLabel: '再次导入', onNext: onAgain };
  return (
    <Wizard title={`导入户和人 · 第 ${batch} 次`} steps={stepsWith(at, step)} at={at} busy={busy} onBack={onAgain} />
  );
}
