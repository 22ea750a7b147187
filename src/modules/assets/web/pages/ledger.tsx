// 资产台账: the three ledgers, and what regions or departments hold of them; every total opens down to its rows.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, formatRate, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { ASSET_KINDS, RATE_WORDS, type Rates, ratesOf } from '../../domain/ledger.ts';
import { assetWord } from '../../domain/words.ts';
import { assets, type Ledger, type LedgerRow } from '../api.ts';
import { FormMenu } from '../parts/form-menu.tsx';
import { RateText, rateNote } from '../parts/rate-text.tsx';
import { ledgerSearch } from '../searches.ts';

export function LedgerPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(ledgerSearch);
  const { by = 'region', kind, year } = search;
  const query = useQuery({
    ...assets.query.ledger.queryOptions({ input: { area, by, kind, year } }),
    placeholderData: keepPreviousData,
  });
  const ledger = query.data;
  return (
    <div className="sw-page">
      <PageTitle
        title="资产台账"
        note={ledger ? `${ledger.area.name} · 截至 ${ledger.asOf}` : ''}
        actions={<FormMenu area={area} kind={kind} year={year} />}
      />
      <div className="sw-filters">
        <Segmented
          aria-label="资产类别"
          value={kind ?? ''}
          options={[
            { value: '', label: '全部资产' },
            ...ASSET_KINDS.map((value) => ({ value, label: assetWord('assetKind', value) })),
          ]}
          onChange={(value) => change({ kind: ASSET_KINDS.find((one) => one === value) }, 'replace')}
        />
        <Segmented
          aria-label="台账"
          value={by}
          options={[
            { value: 'region', label: '按地区' },
            { value: 'department', label: '按主管部门' },
          ]}
          onChange={(value) => change({ by: value as 'region' }, 'replace')}
        />
        {ledger ? (
          <Select
            aria-label="收益年度"
            value={ledger.year}
            options={ledger.years.map((value) => ({ value, label: `${value} 年收益` }))}
            onChange={(value) => change({ year: value }, 'replace')}
          />
        ) : null}
      </div>
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {ledger && !isFilled(ledger) ? (
        <Empty
          what={`${ledger.area.name}还没有登记资产`}
          hint="资产从“台账导入”进来，也可以在“帮扶项目资产”台账里登记。"
        />
      ) : null}
      {ledger && isFilled(ledger) ? <Shown ledger={ledger} by={by} kind={kind} /> : null}
    </div>
  );
}

const isFilled = ({ kinds }: Ledger) => kinds.some(({ things }) => things > 0);

type ShownProps = { ledger: Ledger; by: 'region' | 'department'; kind: LedgerKind };
type LedgerKind = Ledger['kinds'][number]['kind'] | undefined;

function Shown({ ledger, by, kind }: ShownProps) {
  const { total, kinds, area } = ledger;
  const rates = ratesOf(total);
  return (
    <>
      <StatRow>
        {kinds.map((one) => (
          <StatCard
            key={one.kind}
            title={assetWord('assetKind', one.kind)}
            value={formatMoney(one.originalFen, '亿元')}
            unit="亿元"
            basis={`原值 ${moneyTitle(one.originalFen)}`}
            note={`${formatCount(one.things)} 项，闲置 ${formatCount(one.idle)} 项`}
            to="/assets/list"
            search={{ kind: one.kind }}
          />
        ))}
        {(Object.keys(RATE_WORDS) as (keyof Rates)[]).map((name) => (
          <StatCard
            key={name}
            title={RATE_WORDS[name].title}
            value={formatRate(rates[name].part, rates[name].whole).text}
            basis={RATE_WORDS[name].basis}
            note={rateNote({ name, rates })}
          />
        ))}
      </StatRow>
      <Section title={by === 'region' ? `${area.name}各地区` : `${area.name}各主管部门`}>
        <LedgerTable ledger={ledger} by={by} kind={kind} />
        <p className="sw-quiet">
          原值是形成时的价值，含已处置的，不含已注销的；没有登记资金来源的，不计入财政、京蒙和其他资金。
          {(Object.keys(RATE_WORDS) as (keyof Rates)[])
            .map((name) => `${RATE_WORDS[name].title} = ${RATE_WORDS[name].basis}`)
            .join('；')}
          。
        </p>
      </Section>
    </>
  );
}

/** Nothing registered of where the money came from is not nothing. */
const isSourced = ({ publicFen, cooperationFen, otherFen }: LedgerRow) => publicFen + cooperationFen + otherFen !== 0;

const Wan = ({ fen }: { fen: number | undefined }) => <span title={moneyTitle(fen)}>{formatMoney(fen, '万元')}</span>;

function LedgerTable({ ledger, by, kind }: ShownProps) {
  const navigate = useNavigate();
  const { rows, total, area } = ledger;
  const listSearch = (row: LedgerRow, standing?: string) => {
    if (by === 'department') return { kind, standing, department: row.group };
    return row.isOwn ? { kind, standing, own: 'true' } : { kind, standing, area: row.group };
  };
  const isTotal = ({ group }: LedgerRow) => group === 'total';
  const linked = (row: LedgerRow, n: number, standing?: string) =>
    isTotal(row) ? (
      <strong>{formatCount(n)}</strong>
    ) : (
      <Link to="/assets/list" search={listSearch(row, standing)} onClick={(event) => event.stopPropagation()}>
        {formatCount(n)}
      </Link>
    );
  const rate = (name: keyof Rates): ListColumn<LedgerRow> => ({
    ...{ key: name, title: RATE_WORDS[name].title, width: 84, align: 'right' },
    render: (row) => <RateText name={name} rates={ratesOf(row)} />,
  });
  const wan = (key: string, title: string, of: (row: LedgerRow) => number | undefined): ListColumn<LedgerRow> => ({
    ...{ key, title: `${title}（万元）`, width: 128, align: 'right' },
    render: (row) => <Wan fen={of(row)} />,
  });
  const columns: ListColumn<LedgerRow>[] = [
    { key: 'name', title: by === 'region' ? '地区' : '主管部门', render: ({ name }) => name, width: 160 },
    { key: 'things', title: '资产（项）', render: (row) => linked(row, row.things), width: 96, align: 'right' },
    wan('original', '原值', (row) => row.originalFen),
    wan('public', '财政资金', (row) => (isSourced(row) ? row.publicFen : undefined)),
    wan('cooperation', '京蒙资金', (row) => (isSourced(row) ? row.cooperationFen : undefined)),
    { key: 'inUse', title: '在用（项）', render: (row) => linked(row, row.inUse, 'in-use'), width: 96, align: 'right' },
    { key: 'idle', title: '闲置（项）', render: (row) => linked(row, row.idle, 'idle'), width: 96, align: 'right' },
    {
      key: 'disposed',
      title: '已处置（项）',
      render: (row) => linked(row, row.disposed, 'disposed'),
      width: 108,
      align: 'right',
    },
    wan('received', '到账收益', (row) => row.receivedFen),
    ...(['owned', 'income', 'idle', 'distributed'] as const)
      .map(rate)
      .map((column) => ({ ...column, key: `rate-${column.key}` })),
  ];
  const opens = by === 'region' && area.level !== 'village';
  return (
    <SmallTable
      label="资产台账"
      columns={columns}
      rows={[...rows, { ...total, group: 'total', name: '合计', isOwn: true }]}
      rowKey={({ group }) => group}
      {...(opens
        ? {
            onOpen: (row: LedgerRow) => {
              if (!row.isOwn) void navigate({ to: '.', search: (old: object) => ({ ...old, area: row.group }) });
            },
          }
        : {})}
      none="没有这一类资产"
    />
  );
}
