// What a household lives on and what holds it, for its page: what asks for a look stands first in each kind.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import type { HouseholdKey } from '../../../households/domain/addresses.ts';
import { sheetPath } from '../../domain/addresses.ts';
import { incomes, type LivingLine } from '../api.ts';

const WHAT: Record<LivingLine['what'], [title: string, amount: string]> = {
  job: ['务工', '元/月'],
  loan: ['小额信贷', '元'],
  agreement: ['利益联结', '元/年'],
  dibao: ['低保', '元/月'],
  claim: ['防贫保理赔', '元'],
  site: ['易地搬迁', ''],
};

const DOUBTS: Record<NonNullable<LivingLine['doubt']>, ['red' | 'orange', string]> = {
  ended: ['red', '已离岗'],
  unconfirmed: ['orange', '超过 62 天未确认'],
  overdue: ['red', '已逾期'],
  'due-soon': ['orange', '90 天内到期'],
  unpaid: ['red', '一年没有兑现'],
  'no-follow-up': ['orange', '没有后扶措施'],
};

const COLUMNS: ListColumn<LivingLine>[] = [
  { key: 'what', title: '种类', render: ({ what }) => WHAT[what][0], width: 100 },
  { key: 'title', title: '单位、银行或名称', render: ({ title }) => title, width: 180 },
  { key: 'person', title: '成员', render: ({ person }) => person ?? '', width: 90 },
  { key: 'since', title: '开始', render: ({ since }) => since ?? '', width: 106 },
  { key: 'until', title: '到期或结束', render: ({ until }) => until ?? '', width: 106 },
  {
    ...{ key: 'amount', title: '金额', width: 150, align: 'right' },
    render: ({ amountFen, what }) => (amountFen === undefined ? '' : `${formatMoney(amountFen)} ${WHAT[what][1]}`),
  },
  {
    ...{ key: 'doubt', title: '需要核实', width: 150 },
    render: ({ doubt }) => (doubt ? <StateTag tone={DOUBTS[doubt][0]}>{DOUBTS[doubt][1]}</StateTag> : null),
  },
];

export function Living({ countyCode, id }: HouseholdKey) {
  const query = useQuery(incomes.query.living.queryOptions({ input: { countyCode, id } }));
  if (query.isPending) return <Loading rows={3} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <p>
        <Link to={sheetPath({ countyCode, id })}>收入测算表</Link>
      </p>
      <SmallTable
        label="务工、贷款、联结、低保、理赔、搬迁"
        columns={COLUMNS}
        rows={query.data.rows}
        rowKey={({ what, number, person }) => `${what} ${number} ${person ?? ''}`}
        none="没有登记务工、贷款、利益联结、低保、理赔和搬迁。"
      />
    </>
  );
}
