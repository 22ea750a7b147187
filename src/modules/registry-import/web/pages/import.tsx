// 户人口导入: what was imported so far, and a new import: choose files, see what each column is taken for, count without
// changing anything, import, see the result. From the preview on it stands in the address: the page may be left.

import { useAddress } from '../../../../platform/web/addresses.ts';
import { newRequestId } from '../../../../platform/web/api.ts';
import { ImportRun } from '../../../../platform/web/file-jobs/import-run.tsx';
import { type ImportCounts, ImportsList } from '../../../../platform/web/file-jobs/imports-list.tsx';
import { IMPORT_STEPS_WITH_COLUMNS } from '../../../../platform/web/file-jobs/job-steps.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatCount, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { registryImport } from '../api.ts';
import { BeforePreview } from '../parts/import-before.tsx';
import { ImportOutcome } from '../parts/import-outcome.tsx';
import { importSearch } from '../searches.ts';
import type { ImportBatch } from '../types.ts';

export function ImportPage() {
  const { search, change } = useAddress(importSearch);
  const begin = () => change({ batch: undefined, step: 'new', cursor: undefined });
  const open = (batch: number) => change({ batch, step: undefined, cursor: undefined });
  if (search.batch !== undefined) return <OneImport key={search.batch} id={search.batch} onAgain={begin} />;
  if (search.step === 'new') return <BeforePreview onPreview={open} />;
  return (
    <ImportsList
      id="registry-import.list"
      title="户人口导入"
      search={importSearch}
      queryKey={registryImport.query.imports.key()}
      fetch={({ cursor }, _area, signal) => registryImport.client.imports({ cursor }, { signal })}
      filesOf={({ files }) => files}
      countsOf={countsOf}
      more={[ISSUES]}
      begins="registry-import.preview"
      emptyHint="国家系统导出的户表和成员表从这里导入。"
      onOpen={open}
      onNew={begin}
    />
  );
}

/** Households and members together. */
function countsOf({ households: a, members: b }: ImportBatch): ImportCounts | undefined {
  if (!a || !b) return undefined;
  return {
    行数: a.rows + b.rows,
    新增: a.added + b.added,
    变更: a.changed + b.changed,
    未变: a.unchanged + b.unchanged,
    未收录: a.refused + b.refused,
  };
}

const ISSUES: ListColumn<ImportBatch> = {
  ...{ key: 'issues', title: '疑点', width: 90, align: 'right' },
  render: ({ issueCount, state }) => (state === 'done' || state === 'previewed' ? formatCount(issueCount) : UNKNOWN),
};

function OneImport({ id, onAgain }: { id: number; onAgain: () => void }) {
  const { client, query } = registryImport;
  return (
    <ImportRun
      title={`导入户和人 · 第 ${id} 次`}
      steps={IMPORT_STEPS_WITH_COLUMNS}
      query={query.importStatus.queryOptions({ input: { id } })}
      into="登记册"
      entry="户人口导入"
      mayStart={useMay('registry-import.start')}
      deeds={{
        start: () => client.startImport({ id, requestId: newRequestId() }),
        cancel: () => client.cancelImport({ id, requestId: newRequestId() }),
      }}
      onAgain={onAgain}
      hasOutcome={({ result }) => result !== undefined}
      outcome={(status) => <ImportOutcome status={status} />}
    />
  );
}
