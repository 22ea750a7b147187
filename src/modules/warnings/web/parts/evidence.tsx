// Why a household was found: for each rule what it says, the numbers it compared, and the rows they came from.

import { Tag } from 'antd';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, UNKNOWN } from '../../../../platform/web/numbers.ts';
import type { RuleEvidence } from '../types.ts';
import { evidenceValue } from './words.tsx';

type Row = RuleEvidence['rows'][number];

const COLUMNS: ListColumn<Row>[] = [
  { key: 'dataset', title: '数据', render: ({ datasetTitle }) => datasetTitle, width: 120 },
  { key: 'person', title: '人员', render: ({ personName }) => personName ?? UNKNOWN, width: 90 },
  {
    key: 'cells',
    title: '内容',
    render: ({ cells }) => cells.map(({ label, value }) => `${label} ${value}`).join(',') || UNKNOWN,
  },
  { key: 'file', title: '来源文件', render: ({ file }) => file || UNKNOWN, width: 190 },
  { key: 'line', title: '行号', render: ({ line }) => formatCount(line), width: 80, align: 'right' },
];

export function Evidence({ evidence }: { evidence: RuleEvidence[] }) {
  return evidence.map((rule) => (
    <Section
      key={rule.code}
      title={
        <>
          <Tag className="sw-tag">{rule.code}</Tag>
          {rule.name}
        </>
      }
    >
      <p className="sw-quiet">{rule.text}</p>
      <Numbers rule={rule} />
      <SmallTable
        label={`${rule.name}的依据`}
        columns={COLUMNS}
        rows={rule.rows}
        rowKey={({ dataset, batchId, line, personName }) => `${dataset}-${batchId}-${line}-${personName ?? ''}`}
        none="所依据的数据已撤回或更新,此处只保留当时的数值。"
      />
    </Section>
  ));
}

function Numbers({ rule: { numbers, thresholds } }: { rule: RuleEvidence }) {
  const lines = [
    ...numbers.map((each) => ({ ...each, kind: '该户指标' })),
    ...thresholds.map((each) => ({ ...each, kind: '执行参数' })),
  ];
  return (
    <dl className="sw-facts">
      {lines.map(({ kind, name, label, unit, value }) => (
        <div key={`${kind}-${name}`}>
          <dt>
            {label}
            <span className="sw-quiet">({kind})</span>
          </dt>
          <dd>{evidenceValue(name, unit, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
