// 提交数据文件: drop the files, say what each of them is, hand them in. Each file is a batch of its own.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { FileDrop } from '../../../../platform/web/file-drop.tsx';
import type { UploadedFile } from '../../../../platform/web/form/files/uploads.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { feeds } from '../api.ts';
import { guessDataset, guessPeriod } from '../guess-dataset.ts';
import { useDatasets } from '../parts/datasets-query.ts';
import { type Draft, DraftTable } from '../parts/draft-table.tsx';
import type { Dataset } from '../types.ts';

const ACCEPTED = ['.csv', '.xlsx'];

export function SubmitPage() {
  const may = useMay('feeds.create-batch');
  const datasets = useDatasets();
  if (!may) return <Empty what="本账号不能提交数据文件" hint="数据文件由部门数据员或旗县以上工作人员提交。" />;
  if (datasets.isPending) return <Loading />;
  if (datasets.isLoadingError) return <Failed error={datasets.error} onRetry={() => void datasets.refetch()} />;
  return <SubmitForm datasets={datasets.data} />;
}

function draftOf({ fileId, name, byteSize }: UploadedFile, datasets: Dataset[]): Draft {
  const code = guessDataset(name, datasets);
  const dataset = datasets.find((each) => each.code === code);
  return {
    ...{ fileId, name, byteSize, dataset: code },
    guessed: code !== undefined,
    period: guessPeriod(name),
    purpose: dataset?.purpose ?? '',
    requestId: newRequestId(),
  };
}

function SubmitForm({ datasets }: { datasets: Dataset[] }) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const [busy, setBusy] = useState(false);
  const open = drafts.filter(({ batch }) => batch === undefined);
  const unknown = open.filter(({ dataset }) => dataset === undefined).length;

  function take(files: UploadedFile[]) {
    setDrafts((old) =>
      files.map((file) => old.find(({ fileId }) => fileId === file.fileId) ?? draftOf(file, datasets)),
    );
  }

  function patch(fileId: string, change: Partial<Draft>) {
    setDrafts((old) => old.map((draft) => (draft.fileId === fileId ? { ...draft, ...change } : draft)));
  }

  async function handIn({ fileId, dataset = '', purpose, period, requestId }: Draft): Promise<boolean> {
    try {
      const input = { requestId, fileId, dataset, purpose, period };
      const { id, alreadyLoaded } = await feeds.client.createBatch(input);
      patch(fileId, { batch: id, alreadyLoaded, problem: undefined });
      return !alreadyLoaded;
    } catch (error) {
      // The id of the request stays: where only the answer was lost, the same again hands in nothing twice.
      patch(fileId, { problem: failureOf(error).message });
      return false;
    }
  }

  async function handInAll() {
    setBusy(true);
    const taken: boolean[] = [];
    for (const draft of open) taken.push(await handIn(draft));
    await cache.invalidateQueries({ queryKey: feeds.query.batches.key() });
    setBusy(false);
    if (!taken.every(Boolean)) return;
    void message.success(`已提交 ${taken.length} 个文件，正在排队装载`);
    void navigate({ to: '/feeds' });
  }

  const why = open.length === 0 ? '请先选择文件' : unknown > 0 ? `还有 ${unknown} 个文件没有选择数据种类` : undefined;
  return (
    <div className="sw-page">
      <PageTitle title="提交数据文件" note="一个文件作为一个批次装载，可以整批撤销" />
      <Section title="文件">
        <FileDrop accept={ACCEPTED} hint="支持 CSV 和 XLSX，列名见“数据说明”" onChange={take} />
      </Section>
      {drafts.length > 0 ? (
        <Section title="数据种类、期间和用途">
          <DraftTable drafts={drafts} datasets={datasets} busy={busy} onChange={patch} />
        </Section>
      ) : null}
      <div className="sw-wizard-foot">
        <span className="sw-grow" />
        {why && drafts.length > 0 && open.length > 0 ? <span className="sw-quiet">{why}</span> : null}
        <Button onClick={() => void navigate({ to: '/feeds' })}>返回批次列表</Button>
        <Button type="primary" loading={busy} disabled={why !== undefined} onClick={() => void handInAll()}>
          {open.length > 1 ? `提交 ${open.length} 个文件` : '提交'}
        </Button>
      </div>
    </div>
  );
}
