// The files about to be handed in, each with what it is.

import { Input, Select } from 'antd';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatBytes } from '../../../../platform/web/numbers.ts';
import type { ColumnName } from '../../../feeds/domain/column-names.ts';
import type { Dataset } from '../types.ts';

export type Draft = {
  fileId: string;
  name: string;
  byteSize: number;
  dataset: string | undefined;
  /** The dataset was told from the file's name and not yet looked at. */
  guessed: boolean;
  purpose: string;
  period: string;
  requestId: string;
  /** What its headings are, once somebody said so. */
  names?: ColumnName[];
  /** Once handed in. */
  batch?: number;
  alreadyLoaded?: boolean;
  problem?: string | undefined;
};

type DraftTableProps = {
  drafts: Draft[];
  datasets: Dataset[];
  busy: boolean;
  onChange: (fileId: string, change: Partial<Draft>) => void;
};

export function DraftTable({ drafts, datasets, busy, onChange }: DraftTableProps) {
  const options = datasets.map(({ code, title, departmentTitle }) => ({
    value: code,
    label: `${title}（${departmentTitle}）`,
  }));
  const locked = (draft: Draft) => busy || draft.batch !== undefined;

  /** The purpose goes along with the dataset as long as nobody wrote one. */
  function choose({ fileId, dataset, purpose }: Draft, code: string) {
    const purposeOf = (wanted: string | undefined) => datasets.find((each) => each.code === wanted)?.purpose ?? '';
    const keep = purpose !== '' && purpose !== purposeOf(dataset);
    onChange(fileId, { dataset: code, guessed: false, purpose: keep ? purpose : purposeOf(code) });
  }

  const columns: ListColumn<Draft>[] = [
    { key: 'name', title: '文件', render: ({ name }) => name, width: 220 },
    { key: 'size', title: '大小', render: ({ byteSize }) => formatBytes(byteSize), width: 84, align: 'right' },
    {
      ...{ key: 'dataset', title: '数据种类', width: 250 },
      render: (draft) => (
        <Select
          aria-label={`${draft.name} 的数据种类`}
          className="sw-wide"
          placeholder="请选择"
          {...(draft.dataset ? { value: draft.dataset } : { status: 'warning' as const })}
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          disabled={locked(draft)}
          onChange={(code: string) => choose(draft, code)}
        />
      ),
    },
    {
      ...{ key: 'period', title: '数据期间', width: 130 },
      render: (draft) => (
        <Input
          aria-label={`${draft.name} 的数据期间`}
          placeholder="如 2022-05"
          maxLength={40}
          value={draft.period}
          disabled={locked(draft)}
          onChange={(event) => onChange(draft.fileId, { period: event.target.value })}
        />
      ),
    },
    {
      ...{ key: 'purpose', title: '用途', width: 250 },
      render: (draft) => (
        <Input
          aria-label={`${draft.name} 的用途`}
          maxLength={200}
          value={draft.purpose}
          disabled={locked(draft)}
          onChange={(event) => onChange(draft.fileId, { purpose: event.target.value })}
        />
      ),
    },
    { key: 'outcome', title: '结果', render: (draft) => <Outcome draft={draft} />, width: 210 },
  ];
  return <SmallTable label="待提交的文件" columns={columns} rows={drafts} rowKey={({ fileId }) => fileId} none="" />;
}

function Outcome({ draft: { problem, guessed, dataset } }: { draft: Draft }) {
  if (problem) return <span className="sw-tone-red">{problem}</span>;
  if (!dataset) return <span className="sw-tone-orange">请选择数据种类</span>;
  return <span className="sw-quiet">{guessed ? '已按文件名识别，请核对' : '待提交'}</span>;
}
