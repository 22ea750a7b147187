// What a household got of projects, assets and payments, for its page; each line opens the project that paid for it.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { assetDistributionRegister } from '../../../assets/domain/registers/asset-distribution-register.ts';
import { householdPayoutRegister } from '../../../employment/domain/registers/household-payout-register.ts';
import { projectBeneficiaryRegister } from '../../../projects/domain/project-beneficiary-register.ts';
import { projectPath } from '../../domain/addresses.ts';
import { type Gain, money } from '../api.ts';

const WAYS: Readonly<Record<string, string>> = {
  ...assetDistributionRegister.fields.purpose.values,
  ...householdPayoutRegister.fields.payoutKind.values,
  ...projectBeneficiaryRegister.fields.benefitWay.values,
};
const WHAT = { project: '项目受益', distribution: '资产收益', payout: '发放' } as const;
const way = (code: string) => WAYS[code] ?? code;

const COLUMNS: ListColumn<Gain>[] = [
  { key: 'on', title: '日期', render: ({ on }) => on ?? UNKNOWN, width: 106 },
  { key: 'what', title: '来自', render: ({ what }) => WHAT[what], width: 90 },
  {
    key: 'title',
    title: '项目或资产',
    render: ({ title, what }) => (what === 'payout' ? way(title) : title),
    width: 220,
  },
  { key: 'way', title: '方式', render: (row) => way(row.way), width: 100 },
  { key: 'amount', title: '金额（元）', render: ({ amountFen }) => formatMoney(amountFen), width: 110, align: 'right' },
  { key: 'documents', title: '资金文件', render: ({ documents }) => documents.join('、') || UNKNOWN, width: 240 },
];

export function HouseholdMoney(input: { countyCode: number; id: number }) {
  const navigate = useNavigate();
  const query = useQuery(money.query.ofHousehold.queryOptions({ input }));
  if (query.isPending) return <Loading rows={2} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { rows, totalFen, years } = query.data;
  return (
    <>
      {rows.length > 0 ? (
        <p>
          {years
            .map(({ year, amountFen }) => `${year || '没有登记年度'}${year ? ' 年' : ''} ${formatMoney(amountFen)} 元`)
            .join('，')}
          <span className="sw-quiet">；下列合计 {formatMoney(totalFen)} 元（没有登记金额的不计）。</span>
        </p>
      ) : null}
      <SmallTable
        label="该户得到的项目和资金"
        columns={COLUMNS}
        rows={rows.map((row, index) => ({ ...row, index }))}
        rowKey={(row) => (row as Gain & { index: number }).index}
        onOpen={({ projectNumber }) => {
          if (projectNumber) void navigate({ to: projectPath(projectNumber) });
        }}
        none="没有登记该户受益的项目、资产收益和发放"
      />
    </>
  );
}
