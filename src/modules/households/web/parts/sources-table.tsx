// Where every fact of the household comes from: file, line, who handed it in and when.

import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import type { HouseholdDetail, Member } from '../types.ts';

type Fact = { key: string; what: string; source: Member['source'] };

/** Recorded on screen: there is no file. */
const isRecorded = ({ batchId, file }: Member['source']) => batchId === 0 || file === '';

const COLUMNS: ListColumn<Fact>[] = [
  { key: 'what', title: '内容', render: ({ what }) => what, width: 200 },
  {
    key: 'file',
    title: '来源文件',
    render: ({ source }) => (isRecorded(source) ? '本系统登记' : source.file),
    width: 260,
  },
  {
    ...{ key: 'line', title: '行号', width: 90, align: 'right' },
    render: ({ source }) => (isRecorded(source) ? UNKNOWN : formatCount(source.line)),
  },
  { key: 'account', title: '提交人', render: ({ source }) => source.accountName || UNKNOWN, width: 130 },
  { key: 'at', title: '导入时间', render: ({ source }) => formatInstant(source.at), width: 150 },
];

export function SourcesTable({ detail: { household, members, incomes } }: { detail: HouseholdDetail }) {
  const facts: Fact[] = [
    { key: 'household', what: '户的基本情况', source: household.source },
    ...members.map(({ id, name, source }) => ({ key: `person ${id}`, what: `成员 ${name}`, source })),
    ...incomes.map(({ year, source }) => ({ key: `income ${year}`, what: `${year} 年家庭收支`, source })),
  ];
  return <SmallTable label="数据来源" columns={COLUMNS} rows={facts} rowKey={({ key }) => key} none="没有来源" />;
}
