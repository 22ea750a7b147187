// Why a household was found: for each rule what it says, the numbers it compared, and the rows they came from.

import { Tooltip } from 'antd';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import type { RuleEvidence } from '../types.ts';
import { evidenceValue } from './words.tsx';

type Row = RuleEvidence['rows'][number];

const COLUMNS: ListColumn<Row>[] = [
  { key: 'dataset', title: '数据', render: ({ datasetTitle }) => datasetTitle, width: 120 },
  { key: 'person', title: '人员', render: ({ personName }) => personName ?? UNKNOWN, width: 90 },
  {
    key: 'cells',
    title: '内容',
    render: ({ cells }) => cells.map(({ label, value }) => `${label} ${value}`).join('，') || UNKNOWN,
  },
  { key: 'file', title: '来源文件', render: ({ file }) => file || UNKNOWN, width: 190 },
  { key: 'line', title: '行号', render: ({ line }) => formatCount(line), width: 80, align: 'right' },
];

export function Evidence({ evidence }: { evidence: RuleEvidence[] }) {
  return evidence.map((rule) => (
    <Section key={rule.code} title={`${rule.code} ${rule.name}`}>
      <p className="sw-quiet">{rule.text}</p>
      <Numbers rule={rule} />
      <SmallTable
        label={`${rule.name}的依据`}
        columns={COLUMNS}
        rows={rule.rows}
        rowKey={({ dataset, batchId, line, personName }) => `${dataset}-${batchId}-${line}-${personName ?? ''}`}
        none="所依据的数据已撤回或更新，此处只保留当时的数值。"
      />
    </Section>
  ));
}

type Line = { label: string; value: string; basis?: string };

function numberOf({ numbers }: RuleEvidence, name: string): number | undefined {
  const value = numbers.find((each) => each.name === name)?.value;
  return typeof value === 'number' ? value : undefined;
}

/** What the rule compares where it speaks of net income and members: nobody has it as a number of its own. */
function perCapita(rule: RuleEvidence): Line[] {
  const net = numberOf(rule, 'net_fen');
  const members = numberOf(rule, 'member_count');
  if (net === undefined || !members) return [];
  const basis = `纯收入 ${formatMoney(net)} 元 ÷ 家庭人口 ${members} 人`;
  return [{ label: '人均纯收入', value: `${formatMoney(Math.round(net / members))} 元`, basis }];
}

function Numbers({ rule }: { rule: RuleEvidence }) {
  const lineOf = ({ name, label, unit, value }: RuleEvidence['numbers'][number]): Line => ({
    label,
    value: evidenceValue(name, unit, value),
  });
  return (
    <div className="sw-evidence">
      <NumberTable heading="该户指标" lines={[...rule.numbers.map(lineOf), ...perCapita(rule)]} />
      {rule.thresholds.length > 0 ? <NumberTable heading="执行参数" lines={rule.thresholds.map(lineOf)} /> : null}
    </div>
  );
}

function NumberTable({ heading, lines }: { heading: string; lines: Line[] }) {
  return (
    <table className="sw-plain-table">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" />
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, value, basis }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              {basis ? (
                <Tooltip title={basis}>
                  <span className="sw-derived">{value}</span>
                </Tooltip>
              ) : (
                value
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
