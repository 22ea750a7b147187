// 台账导入: what was imported so far; a new import: choose files, count without changing anything, import, see the result, take it
// back. From the preview on it stands in the address: the page may be left.

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod';
import type { ImportSetRow } from '../../../../kernel/register/import-contract.ts';
import { useAddress } from '../../addresses.ts';
import { newRequestId } from '../../api.ts';
import { useShowFailure } from '../../confirm.ts';
import { ImportRun } from '../../file-jobs/import-run.tsx';
import { type ImportCounts, ImportsList } from '../../file-jobs/imports-list.tsx';
import { IMPORT_STEPS, stepsWith } from '../../file-jobs/job-steps.ts';
import { listSearch } from '../../list/list-search.ts';
import { useMay } from '../../viewer.tsx';
import { Wizard } from '../../wizard/wizard.tsx';
import { IMPORTS_KEY, useRegisters } from '../registers.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { ImportOutcome } from './import-outcome.tsx';

/** `set`: the import the wizard stands in; `step=new`: choosing files. */
export const importSearch = listSearch({ set: z.coerce.number().int().positive(), step: z.enum(['new']) });

export function ImportPage() {
  const { client } = useRegisters();
  const { search, change } = useAddress(importSearch);
  const begin = () => change({ set: undefined, step: 'new', cursor: undefined });
  const open = (set: number) => change({ set, step: undefined, cursor: undefined });
  if (search.set !== undefined) return <OneImport key={search.set} id={search.set} onAgain={begin} />;
  if (search.step === 'new') return <NewImport onPreview={open} />;
  return (
    <ImportsList
      id="registers.imports"
      title="台账导入"
      search={importSearch}
      queryKey={IMPORTS_KEY}
      fetch={({ cursor }, _area, signal) => client.imports.list(cursor ? { cursor } : {}, { signal })}
      filesOf={({ files }) => files.map(({ name }) => name)}
      countsOf={countsOf}
      begins="registers.preview-import"
      emptyHint="按模板填好的台账文件从这里导入。"
      onOpen={open}
      onNew={begin}
    />
  );
}

function countsOf({ counts }: ImportSetRow): ImportCounts | undefined {
  if (counts.length === 0) return undefined;
  const sum = (key: 'rows' | 'new' | 'changed' | 'same' | 'refusedRows') =>
    counts.reduce((all, file) => all + file[key], 0);
  return { 行数: sum('rows'), 新增: sum('new'), 变更: sum('changed'), 未变: sum('same'), 未收录: sum('refusedRows') };
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
  return (
    <Wizard title="导入台账文件" steps={stepsWith(IMPORT_STEPS, 0, step)} at={0} busy={busy} onBack={() => undefined} />
  );
}

function OneImport({ id, onAgain }: { id: number; onAgain: () => void }) {
  const { client } = useRegisters();
  const cache = useQueryClient();

  const deed = (name: 'start' | 'cancel' | 'undo') => async () => {
    await client.imports[name]({ id, requestId: newRequestId() });
    await cache.invalidateQueries({ queryKey: ['registers'] });
  };

  return (
    <ImportRun
      title={`导入台账文件 · 第 ${id} 次`}
      steps={IMPORT_STEPS}
      query={{ queryKey: [...IMPORTS_KEY, id], queryFn: ({ signal }) => client.imports.status({ id }, { signal }) }}
      into="台账"
      entry="台账导入"
      mayStart={useMay('registers.start-import')}
      deeds={{ start: deed('start'), cancel: deed('cancel'), undo: deed('undo') }}
      onAgain={onAgain}
      hasOutcome={({ counts }) => counts.length > 0}
      nothingToDo={nothingToDo}
      outcome={(set, onUndo) => <ImportOutcome set={set} onUndo={onUndo} />}
    />
  );
}

function nothingToDo({ counts }: ImportSetRow): string | undefined {
  const isAny = counts.some((file) => file.new + file.changed + file.voided > 0);
  return isAny ? undefined : '没有可以收录的新内容';
}
