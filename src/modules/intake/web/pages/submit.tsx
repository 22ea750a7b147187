// 提交数据文件: drop the files and say what each of them is, see what they would come to and explain their columns, hand them in.
// Each file is a batch of its own.

import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { failureOf, newRequestId } from '../../../../platform/web/api.ts';
import { FileDrop } from '../../../../platform/web/file-jobs/file-drop.tsx';
import { stepsWith } from '../../../../platform/web/file-jobs/job-steps.ts';
import type { UploadedFile } from '../../../../platform/web/form/files/uploads.ts';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { Wizard } from '../../../../platform/web/wizard/wizard.tsx';
import { feeds } from '../../../feeds/web/api.ts';
import { intake } from '../api.ts';
import { guessDataset, guessPeriod } from '../guess-dataset.ts';
import { type Draft, DraftTable } from '../parts/draft-table.tsx';
import { LoadingStep } from '../parts/loading-step.tsx';
import { namesOf, PreviewStep } from '../parts/preview-step.tsx';
import { TrialFiles } from '../parts/trial-files.tsx';
import type { Dataset, FilePreview } from '../types.ts';

const ACCEPTED = ['.csv', '.xlsx'];
const STEPS = [
  { key: 'choose', title: '选文件' },
  { key: 'preview', title: '预览与列对应' },
  { key: 'load', title: '装载' },
];
const CHOOSE = 0;
const PREVIEW = 1;
const LOADING = 2;

export function SubmitPage() {
  const may = useMay('feeds.create-batch');
  const datasets = useQuery({ ...feeds.query.datasets.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
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
  const [drafts, setDrafts] = useState<Draft[]>([]);
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const open = drafts.filter(({ batch }) => batch === undefined);
  const previews = useQueries({
    queries: open.map(({ fileId, dataset = '', names }) => ({
      ...intake.query.previewFile.queryOptions({ input: { fileId, dataset, names } }),
      enabled: at === PREVIEW && dataset !== '',
      staleTime: Number.POSITIVE_INFINITY,
      placeholderData: keepPreviousData,
    })),
  });

  function take(files: UploadedFile[]) {
    setDrafts((old) =>
      files.map((file) => old.find(({ fileId }) => fileId === file.fileId) ?? draftOf(file, datasets)),
    );
  }

  function patch(fileId: string, change: Partial<Draft>) {
    setDrafts((old) => old.map((draft) => (draft.fileId === fileId ? { ...draft, ...change } : draft)));
  }

  async function handIn(draft: Draft, preview: FilePreview | undefined): Promise<boolean> {
    const { fileId, dataset = '', purpose, period, requestId } = draft;
    try {
      const input = { requestId, fileId, dataset, purpose, period, names: namesOf(draft, preview) };
      const { id, alreadyLoaded } = await feeds.client.createBatch(input);
      patch(fileId, { batch: id, alreadyLoaded, problem: undefined });
      return true;
    } catch (error) {
      // The id of the request stays: where only the answer was lost, the same again hands in nothing twice.
      patch(fileId, { problem: failureOf(error).message });
      return false;
    }
  }

  async function handInAll() {
    setBusy(true);
    const taken: boolean[] = [];
    for (const [i, draft] of open.entries()) taken.push(await handIn(draft, previews[i]?.data));
    await cache.invalidateQueries({ queryKey: feeds.query.batches.key() });
    setBusy(false);
    if (taken.every(Boolean)) setAt(LOADING);
  }

  const contents = [
    // Stays in the page while the others are open: going back must not lose what was sent.
    <div key="choose" hidden={at !== CHOOSE}>
      <FileDrop accept={ACCEPTED} hint="支持 CSV 和 XLSX，列名见“数据说明”" onChange={take} />
      {drafts.length === 0 ? <TrialFiles datasets={datasets} /> : null}
      {drafts.length > 0 ? <DraftTable drafts={drafts} datasets={datasets} busy={busy} onChange={patch} /> : null}
    </div>,
    at === PREVIEW
      ? open.map((draft, i) => (
          <PreviewStep
            key={draft.fileId}
            draft={draft}
            preview={previews[i]?.data}
            error={previews[i]?.error ?? null}
            busy={busy || (previews[i]?.isFetching ?? false)}
            onRetry={() => void previews[i]?.refetch()}
            onNames={(names) => patch(draft.fileId, { names, requestId: newRequestId() })}
          />
        ))
      : null,
    at === LOADING ? <LoadingStep key="loading" drafts={drafts.filter(isHanded)} /> : null,
  ];
  const deeds = [
    { nextLabel: '下一步', blockedBy: whyNotPreview(open), onNext: () => setAt(PREVIEW) },
    {
      nextLabel: open.length > 1 ? `提交 ${open.length} 个文件` : '提交',
      blockedBy: whyNotHandIn(previews.map(({ data, isPlaceholderData }) => (isPlaceholderData ? undefined : data))),
      onNext: handInAll,
      mayGoBack: true,
    },
    { nextLabel: '返回批次列表', onNext: () => void navigate({ to: '/feeds' }) },
  ];
  return (
    <Wizard
      title="提交数据文件"
      steps={stepsWith(STEPS, at, { content: contents, ...deeds[at] })}
      at={at}
      busy={busy}
      onBack={() => setAt(CHOOSE)}
    />
  );
}

function isHanded(draft: Draft): draft is Draft & { batch: number } {
  return draft.batch !== undefined;
}

function whyNotPreview(open: Draft[]): string | undefined {
  if (open.length === 0) return '请先选择文件';
  const unknown = open.filter(({ dataset }) => dataset === undefined).length;
  return unknown > 0 ? `还有 ${unknown} 个文件没有选择数据种类` : undefined;
}

function whyNotHandIn(previews: (FilePreview | undefined)[]): string | undefined {
  if (previews.some((preview) => preview === undefined)) return '正在识别';
  const faulty = previews.filter((preview) => preview?.file.problem !== undefined).length;
  return faulty > 0 ? `有 ${faulty} 个文件不能提交，请对应缺少的列，或返回移除` : undefined;
}
