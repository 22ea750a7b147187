// 小额信贷待办: a loan clerk's morning on one page. What is overdue and due first, each loan with its next steps beside it.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { type ComponentType, Suspense, useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Deadline, Facts, StateTag } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import type { RowOfRegister } from '../../../../platform/web/registers/moves/state-of-row.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { LOAN_PRODUCTS } from '../../domain/contract.ts';
import { FORM_NAMES } from '../../domain/form-words.ts';
import { LOAN_NEED_DEEDS, LOAN_NEED_NAMES, LOAN_NEEDS, URGENT_LOANS } from '../../domain/loans/loan-needs.ts';
import { LOAN_STATES } from '../../domain/loans/loan-states.ts';
import type { IndustrySettingKey } from '../../domain/settings.ts';
import { industry, type LoanLine, type Loans } from '../api.ts';
import { loansSearch } from '../searches.ts';

type State = ComponentType<RowOfRegister>;

export function LoansPage({ State }: { State: State }) {
  const { code: area } = useArea();
  const cache = useQueryClient();
  const { search, change } = useAddress(loansSearch);
  const [open, setOpen] = useState<LoanLine>();
  const query = useQuery({
    ...industry.query.loans.queryOptions({ input: { area, need: search.need } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const close = () => {
    setOpen(undefined);
    void cache.invalidateQueries({ queryKey: industry.query.key() });
  };
  return (
    <div className="sw-page">
      <PageTitle
        title="小额信贷待办"
        note={data ? noteOf(data) : ''}
        actions={<FormsMenu operation="industry.form" path="industry/forms" names={FORM_NAMES} query={{ area }} />}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <div className="sw-filters">
            {[undefined, ...LOAN_NEEDS.filter((need) => data.counts[need] > 0 || need === search.need)].map((need) => (
              <Button
                key={need ?? ''}
                type={need === search.need ? 'primary' : 'default'}
                aria-pressed={need === search.need}
                onClick={() => change({ need })}
              >
                {need ? `${LOAN_NEED_NAMES[need]} ${formatCount(data.counts[need])}` : '全部'}
              </Button>
            ))}
          </div>
          {search.need ? <p className="sw-quiet">要做的：{LOAN_NEED_DEEDS[search.need]}</p> : null}
          <SmallTable
            label="小额信贷待办"
            columns={COLUMNS}
            rows={data.rows}
            rowKey={({ need, countyCode, id }) => `${need} ${countyCode} ${id}`}
            onOpen={setOpen}
            none="当前区域没有需要处理的贷款。"
          />
          <p className="sw-quiet">“全部”每种列出最早的 10 笔，选一种列出 200 笔；更多的请缩小区域。</p>
          <Settings data={data} area={area} />
        </>
      ) : null}
      {open ? <LoanDrawer loan={open} State={State} onClose={close} /> : null}
    </div>
  );
}

function noteOf({ asOf, running, balanceFen, overdueFen, overdueShare }: Loans): string {
  const share = overdueShare === undefined ? '' : `（逾期率 ${(overdueShare / 100).toFixed(2)}%）`;
  return `截至 ${asOf}，在贷 ${formatCount(running)} 笔 ${formatMoney(balanceFen, '万元')} 万元，逾期 ${formatMoney(overdueFen, '万元')} 万元${share}`;
}

const COLUMNS: ListColumn<LoanLine>[] = [
  {
    key: 'need',
    title: '待办',
    render: ({ need }) => (
      <StateTag tone={URGENT_LOANS.includes(need) ? 'red' : 'orange'}>{LOAN_NEED_NAMES[need]}</StateTag>
    ),
    width: 170,
  },
  { key: 'name', title: '借款人', render: ({ name }) => name, width: 80 },
  { key: 'due', title: '到期', render: ({ days, dueOn }) => <Deadline daysLeft={days} date={dueOn} />, width: 110 },
  {
    key: 'amount',
    title: '金额（元）',
    render: ({ amountFen }) => <span title={moneyTitle(amountFen)}>{formatMoney(amountFen)}</span>,
    width: 110,
    align: 'right',
  },
  { key: 'lender', title: '贷款机构', render: ({ lender }) => lender, width: 150 },
  { key: 'region', title: '嘎查村', render: ({ regionName }) => regionName, width: 120 },
  {
    key: 'followed',
    title: '最近跟进',
    render: ({ followed }) => (followed ? `${followed.on} ${followed.opinion}` : '没有跟进'),
    width: 220,
  },
  { key: 'number', title: '借款编号', render: ({ number }) => number, width: 150 },
];

function LoanDrawer({ loan, State, onClose }: { loan: LoanLine; State: State; onClose: () => void }) {
  const { countyCode, id, householdId, householdNumber } = loan;
  return (
    <Drawer open size={560} title={`${loan.name} ${loan.number}`} onClose={onClose}>
      <Facts
        facts={[
          { label: '产品', value: LOAN_PRODUCTS[loan.product] },
          { label: '状态', value: LOAN_STATES.names[loan.state] },
          { label: '金额（元）', value: formatMoney(loan.amountFen) },
          { label: '贷款机构', value: loan.lender },
          { label: '放款日期', value: loan.lentOn },
          { label: '到期日期', value: loan.dueOn },
          { label: '嘎查村', value: loan.regionName },
          {
            label: '户编号',
            value:
              householdId === undefined ? (
                householdNumber
              ) : (
                <Link to={`/households/${countyCode}-${householdId}`}>{householdNumber}</Link>
              ),
          },
        ]}
      />
      <Suspense fallback={<Loading rows={3} />}>
        <State code="micro-loans" countyCode={countyCode} id={id} />
      </Suspense>
    </Drawer>
  );
}

function Settings({ data: { settings }, area }: { data: Loans; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么期限列出"
      words={{ one: '期限', value: '天数', all: '产业管理期限' }}
      lines={settings}
      valueText={({ value }) => `${value} 天`}
      nameOf={({ title }) => title}
      isAllowed={useMay('industry.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'industry-setting', record: String(area) }}
      item={<NumberItem name="value" label="天数" required least={0} most={3650} />}
      onSave={({ key, ...given }, requestId) =>
        industry.client.saveSetting({ requestId, regionCode: area, key: key as IndustrySettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: industry.query.key() })}
    />
  );
}
