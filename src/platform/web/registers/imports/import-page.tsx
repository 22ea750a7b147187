// 台账导入: what was imported so far; a new import: choose files, count without changing anything, import, see the result, take it
// back. From the preview on it stands in the address: the page may be left.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import type { ImportSetRow } from '../../../../kernel/register/import-contract.ts';
import { useAddress } from '../../addresses.ts';
import { newRequestId } from '../../api.ts';
import { useConfirm, useShowFailure } from '../../confirm.ts';
import { listSearch } from '../../list/list-search.ts';
import { Failed, Loading } from '../../states.tsx';
import { useMay } from '../../viewer.tsx';
import { FileProgress } from '../../wizard/file-progress.tsx';
import { Wizard, type WizardStep } from '../../wizard/wizard.tsx';
import { IMPORTS_KEY, useRegisters } from '../registers.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { ImportOutcome } from './import-outcome.tsx';
import { ImportsList } from './imports-list.tsx';

/** `set`: the import the wizard stands in; `step=new`: choosing files. */
export const importSearch = listSearch({ set: z.coerce.number().int().positive(), step: z.enum(['new']) });

const STEPS = [
  { key: 'choose', title: '选文件' },
  { key: 'preview', title: '预检' },
  { key: 'import', title: '导入' },
  { key: 'outcome', title: '结果' },
];

function stepsWith(at: number, open: Omit<WizardStep, 'key' | 'title'>): WizardStep[] {
  return STEPS.map((step, i) => ({ ...step, content: null, ...(i === at ? open : {}) }));
}

export function ImportPage() {
  const { search, change } = useAddress(importSearch);
  const begin = () => change({ set: undefined, step: 'new', cursor: undefined });
  const open = (set: number) => change({ set, step: undefined, cursor: undefined });
  if (search.set !== undefined) return <OneImport key={search.set} id={search.set} onAgain={begin} />;
  if (search.step === 'new') return <NewImport onPreview={open} />;
  return <ImportsList search={importSearch} onOpen={open} onNew={begin} />;
}

function NewImport({ onPreview }: { onPreview: (id: number) => void }) {
  const { client } = useRegisters();
  const showFailure = useShowFailure();
  const [files, setFiles] = useState<{ fileId: string; registers: string[] }[]>([]);
  const [busy, setBusy] = useState(false);

  async function preview() {
    setBusy(true);
    // A workbook with sheets of several registers is handed in once for each of them.
    const asked = files.flatMap(({ fileId, registers }) => registers.map((register) => ({ fileId, register })));
    const request = client.imports.preview({ requestId: newRequestId(), files: asked });
    await request.then(({ id }) => onPreview(id), showFailure);
    setBusy(false);
  }

  const blockedBy =
    files.length === 0
      ? '请至少选择一个文件'
      : files.some(({ registers }) => registers.length === 0)
        ? '请为每个文件选择台账'
        : undefined;
  const step = { content: <ChooseFiles onChange={setFiles} />, nextLabel: '开始预检', blockedBy, onNext: preview };
  return <Wizard title="导入台账文件" steps={stepsWith(0, step)} at={0} busy={busy} onBack={() => undefined} />;
}

const RUNNING: readonly ImportSetRow['state'][] = ['previewing', 'importing'];
const POLL_MS = 1000;

function placeOf({ state, counts }: ImportSetRow): number {
  if (state === 'previewing' || state === 'previewed') return 1;
  if (state === 'importing') return 2;
  return state === 'done' || state === 'undone' || counts.length > 0 ? 3 : 1;
}

function OneImport({ id, onAgain }: { id: number; onAgain: () => void }) {
  const { client } = useRegisters();
  const cache = useQueryClient();
  const showFailure = useShowFailure();
  const confirm = useConfirm();
  const mayStart = useMay('registers.start-import');
  const [busy, setBusy] = useState(false);
  const status = useQuery({
    queryKey: [...IMPORTS_KEY, id],
    queryFn: ({ signal }) => client.imports.status({ id }, { signal }),
    refetchInterval: ({ state: { data } }) => (!data || RUNNING.includes(data.state) ? POLL_MS : false),
  });
  if (status.isPending) return <Loading />;
  if (status.isLoadingError) return <Failed error={status.error} onRetry={() => void status.refetch()} />;

  async function run(deed: 'start' | 'cancel' | 'undo') {
    setBusy(true);
    await client.imports[deed]({ id, requestId: newRequestId() }).catch(showFailure);
    await cache.invalidateQueries({ queryKey: ['registers'] });
    await status.refetch();
    setBusy(false);
  }

  const { data } = status;
  const at = placeOf(data);
  const deed = data.state === 'previewing' ? '预检' : '导入';
  const cancel = () =>
    confirm({
      title: '取消导入',
      what: '已处理的内容不会保留，台账不作改动。需要时可以重新导入。',
      deed: '取消导入',
      danger: true,
      run: () => run('cancel'),
    });
  const undo = () =>
    confirm({
      title: '撤销这次导入',
      what: '这次新增的记录会移出台账，改动的记录恢复原样；历史仍然保留。',
      deed: '撤销导入',
      danger: true,
      run: () => run('undo'),
    });
  const content = RUNNING.includes(data.state) ? (
    <FileProgress
      title={data.progress ? `${deed}：${data.progress.phase}` : deed}
      progress={data.progress}
      noteWhenRead="文件已读完，正在与台账比对。"
      note="可以离开本页，处理不会中断；从“台账导入”可以回到这里。"
      onCancel={mayStart ? cancel : undefined}
    />
  ) : (
    <ImportOutcome set={data} onUndo={mayStart && data.state === 'done' ? undo : undefined} />
  );
  const step =
    data.state === 'previewed' && mayStart
      ? { content, nextLabel: '开始导入', blockedBy: nothingToDo(data), onNext: () => run('start') }
      : RUNNING.includes(data.state) || !mayStart
        ? { content }
        : { content, nextLabel: '再次导入', onNext: onAgain };
  return (
    <Wizard title={`导入台账文件 · 第 ${id} 次`} steps={stepsWith(at, step)} at={at} busy={busy} onBack={onAgain} />
  );
}

/** Why starting would be in vain. */
function nothingToDo({ counts }: ImportSetRow): string | undefined {
  const isAny = counts.some((file) => file.new + file.changed + file.voided > 0);
  return isAny ? undefined : '没有可以收录的新内容';
}
