// Income by year: what it is made of, what it costs, and what is left for each member.

import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { CompositionBars } from '../../../../platform/web/charts/chart.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { Empty } from '../../../../platform/web/states.tsx';
import type { Income } from '../types.ts';

const PARTS = [
  { key: 'wageFen', name: '工资性' },
  { key: 'businessFen', name: '生产经营性' },
  { key: 'propertyFen', name: '财产性' },
  { key: 'transferFen', name: '转移性' },
];

function derived(text: string, basis: string): ReactNode {
  return (
    <Tooltip title={basis}>
      <span className="sw-derived">{text}</span>
    </Tooltip>
  );
}

function columnsFor(memberCount: number): ListColumn<Income>[] {
  const money = (key: keyof Income, title: string): ListColumn<Income> => ({
    ...{ key, title, width: 112, align: 'right' },
    render: (income) => formatMoney(typeof income[key] === 'number' ? income[key] : undefined),
  });
  return [
    { key: 'year', title: '年度', render: ({ year }) => year, width: 64 },
    {
      ...{ key: 'gross', title: '总收入', width: 112, align: 'right' },
      render: ({ grossFen }) => derived(formatMoney(grossFen), '工资性 + 生产经营性 + 财产性 + 转移性收入'),
    },
    money('businessCostFen', '生产经营性支出'),
    {
      ...{ key: 'net', title: '纯收入', width: 112, align: 'right' },
      render: ({ netFen, grossFen, businessCostFen }) =>
        derived(
          formatMoney(netFen),
          `总收入 ${formatMoney(grossFen)} − 生产经营性支出 ${formatMoney(businessCostFen)}`,
        ),
    },
    {
      ...{ key: 'perCapita', title: '人均纯收入', width: 112, align: 'right' },
      render: ({ netPerCapitaFen, netFen, members }) =>
        derived(
          formatMoney(netPerCapitaFen),
          `纯收入 ${formatMoney(netFen)} ÷ ${members === undefined ? `现有家庭人口 ${memberCount}` : `年末人口 ${members}`} 人`,
        ),
    },
    money('previousNetFen', '上年纯收入'),
    money('claimFen', '理赔收入'),
    money('selfPaidFen', '合规自付支出'),
  ];
}

export function IncomeSection({ incomes, memberCount }: { incomes: Income[]; memberCount: number }) {
  if (incomes.length === 0)
    return <Empty what="这一户还没有收支" hint="填写收入测算表，或导入户表、家庭收支台账后显示。" />;
  const bars = incomes.map(({ year, wageFen, businessFen, propertyFen, transferFen }) => ({
    label: `${year} 年`,
    values: { wageFen, businessFen, propertyFen, transferFen },
  }));
  return (
    <>
      <div className="sw-part">
        <CompositionBars title="收入构成" unit="元" parts={PARTS} bars={bars} format={(fen) => formatMoney(fen)} />
      </div>
      <div className="sw-part">
        <SmallTable
          label="各年度收支（元）"
          columns={columnsFor(memberCount)}
          rows={incomes}
          rowKey={({ year }) => year}
          none="没有收支"
        />
      </div>
    </>
  );
}
