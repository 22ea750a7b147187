// Rates by department and dataset with a sum; every rate says on hover what was divided by what.

import { Tooltip } from 'antd';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { formatCount, formatRate, UNKNOWN } from '../../../../platform/web/numbers.ts';
import type { Rate } from '../types.ts';

type Figures = Pick<
  Rate,
  'batches' | 'above' | 'rows' | 'quarantined' | 'persons' | 'matched' | 'checked' | 'confirmed'
>;

const HEADINGS = [
  '批次（个）',
  '行数',
  '隔离行',
  '隔离率',
  '个人记录',
  '匹配到人',
  '匹配率',
  '已核实预警',
  '风险属实',
  '核实率',
];

const BASES: Record<string, string> = {
  隔离率: '隔离行 ÷ 行数',
  个人记录: '没有隔离、以个人为对象的行',
  匹配率: '匹配到人 ÷ 个人记录',
  已核实预警: '本区域农牧户中，该项数据参与发现、已经核实的预警',
  风险属实: '核实结果为存在风险的预警',
  核实率: '风险属实 ÷ 已核实预警',
};

export function RatesTable({ rates }: { rates: Rate[] }) {
  return (
    <Section title="按部门和数据种类">
      <div className="sw-scroll">
        <table className="sw-plain-table">
          <thead>
            <tr>
              <th scope="col">数据种类（部门）</th>
              {HEADINGS.map((heading) => (
                <th key={heading} scope="col">
                  <Heading text={heading} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rates.map((rate) => (
              <tr key={rate.dataset}>
                <th scope="row">
                  {rate.datasetTitle}({rate.departmentTitle})
                </th>
                <FigureCells figures={rate} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="sw-totals">
              <th scope="row">合计</th>
              <FigureCells figures={sumOf(rates)} isSum />
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="sw-quiet">
        行数和匹配率按本区域单位提交的批次统计；核实率按本区域农牧户已核实的预警统计，依据可能来自上级提交的批次。一条预警可能由几项数据共同发现，所以核实数不作合计。
      </p>
    </Section>
  );
}

function Heading({ text }: { text: string }) {
  const basis = BASES[text];
  if (!basis) return <>{text}</>;
  return (
    <Tooltip title={basis}>
      <span className="sw-derived">{text}</span>
    </Tooltip>
  );
}

const OF_ROWS = 6;

function FigureCells({ figures, isSum = false }: { figures: Figures; isSum?: boolean }) {
  const { batches, above, rows, quarantined, persons, matched, checked, confirmed } = figures;
  const ofPersons = persons > 0 || isSum;
  const checks = (
    <>
      <td>{formatCount(checked)}</td>
      <td>{formatCount(confirmed)}</td>
      <RateCell part={confirmed} whole={checked} />
    </>
  );
  // Nought would say that there is nothing, where the rows are counted by whoever handed them in.
  if (batches === 0 && above > 0 && !isSum)
    return (
      <>
        <td title={`上级区域提交 ${above} 个批次`}>上级 {formatCount(above)}</td>
        <td colSpan={OF_ROWS} className="sw-quiet">
          由上级区域提交，行数和匹配率在上级统计
        </td>
        {checks}
      </>
    );
  return (
    <>
      <td title={above > 0 ? `另有上级区域提交的 ${above} 个批次，在上级统计` : undefined}>{formatCount(batches)}</td>
      <td>{formatCount(rows)}</td>
      <td>{formatCount(quarantined)}</td>
      <RateCell part={quarantined} whole={rows} />
      <td>{ofPersons ? formatCount(persons) : UNKNOWN}</td>
      <td>{ofPersons ? formatCount(matched) : UNKNOWN}</td>
      <RateCell part={matched} whole={persons} />
      {checks}
    </>
  );
}

function RateCell({ part, whole }: { part: number | undefined; whole: number | undefined }) {
  const { text, title } = formatRate(part, whole);
  return <td title={title}>{text}</td>;
}

const SUMMED = ['batches', 'rows', 'quarantined', 'persons', 'matched'] as const;

function sumOf(rates: Rate[]): Figures {
  const sum: Figures = { batches: 0, above: 0, rows: 0, quarantined: 0, persons: 0, matched: 0 };
  for (const rate of rates) for (const key of SUMMED) sum[key] += rate[key];
  return sum;
}
