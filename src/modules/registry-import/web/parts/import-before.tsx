// The first two steps of an import: choose the files, see what their columns are taken for. Nothing is kept yet.

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { IMPORT_STEPS_WITH_COLUMNS, stepsWith } from '../../../../platform/web/file-jobs/job-steps.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { Wizard } from '../../../../platform/web/wizard/wizard.tsx';
import { registryImport } from '../api.ts';
import { ChooseFiles, type Chosen } from './import-choose.tsx';
import { RecognisedColumns } from './import-columns.tsx';

function filesOf({ households: first, members }: Chosen) {
  return {
    ...(first ? { householdsFile: first.fileId } : {}),
    ...(members ? { membersFile: members.fileId } : {}),
  };
}

export function BeforePreview({ onPreview }: { onPreview: (batch: number) => void }) {
  const showFailure = useShowFailure();
  const [chosen, setChosen] = useState<Chosen>({});
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const files = filesOf(chosen);
  const inspected = useQuery({
    ...registryImport.query.inspectImport.queryOptions({ input: files }),
    enabled: at === 1,
    staleTime: Number.POSITIVE_INFINITY,
  });

  async function startPreview() {
    setBusy(true);
    const request = registryImport.client.previewImport({ ...files, requestId: newRequestId() });
    await request.then(({ id }) => onPreview(id), showFailure);
    setBusy(false);
  }

  // The first step stays in the page while the second is open: going back must not lose what was sent.
  const content = (
    <>
      <div hidden={at !== 0}>
        <ChooseFiles onChange={setChosen} />
      </div>
      {at === 1 && inspected.isPending ? <Loading /> : null}
      {at === 1 && inspected.isError ? (
        <Failed error={inspected.error} onRetry={() => void inspected.refetch()} />
      ) : null}
      {at === 1 && inspected.data ? <RecognisedColumns files={inspected.data} /> : null}
    </>
  );
  const none = !chosen.households && !chosen.members;
  const step =
    at === 0
      ? { nextLabel: '下一步', blockedBy: none ? '请至少选择一个文件' : undefined, onNext: () => setAt(1) }
      : { nextLabel: '开始预检', blockedBy: blockedBy(inspected.data), onNext: startPreview, mayGoBack: true };
  return (
    <Wizard
      title="导入户和人"
      steps={stepsWith(IMPORT_STEPS_WITH_COLUMNS, at, { content, ...step })}
      at={at}
      busy={busy}
      onBack={() => setAt(0)}
    />
  );
}

function blockedBy(files: { problem?: string | undefined }[] | undefined): string | undefined {
  if (!files) return '正在识别';
  return files.some(({ problem }) => problem) ? '有文件不能导入，请返回更换' : undefined;
}
