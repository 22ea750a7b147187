// 政策落实: clauses with the households they are for and those that lack them; what applies to the county, and to an enterprise.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { entitlements, type Overview } from '../api.ts';
import { ApplyingTable } from '../parts/applying-table.tsx';
import { overviewSearch } from '../searches.ts';

export function OverviewPage() {
  const { code: area } = useArea();
  const query = useQuery({
    ...entitlements.query.overview.queryOptions({ input: { area } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle title="政策落实" note={data ? `${data.areaName} · 截至 ${data.asOf}` : ''} />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? <Shown data={data} /> : null}
    </div>
  );
}

function Shown({ data }: { data: Overview }) {
  return (
    <>
      {data.withoutRule > 0 ? (
        <p className="sw-quiet">
          另有 {formatCount(data.withoutRule)} 条有效条款还没有登记适用对象，请在“条款适用规则”台账里补充。
        </p>
      ) : null}
      <Section title="适用于农牧户的条款">
        <ClauseTable clauses={data.clauses} />
      </Section>
      {data.ofCounty.length > 0 ? (
        <Section title="适用于本旗县的条款">
          <ApplyingTable label="适用于本旗县的条款" rows={data.ofCounty} none="" />
        </Section>
      ) : null}
      <Section title="适用于经营主体的条款">
        <OfOrganisation />
      </Section>
      {data.lapsed.length > 0 ? (
        <Section title="依据已失效条款的享受">
          <LapsedTable lapsed={data.lapsed} />
        </Section>
      ) : null}
    </>
  );
}

type ClauseRow = Overview['clauses'][number];

const count = (key: 'meant' | 'received' | 'missing', title: string): ListColumn<ClauseRow> => ({
  ...{ key, title, width: 100, align: 'right' },
  render: (row) => formatCount(row[key]),
});

const COLUMNS: ListColumn<ClauseRow>[] = [
  { key: 'clause', title: '条款', render: ({ documentTitle, clauseNo }) => `${documentTitle} ${clauseNo}`, width: 180 },
  { key: 'gist', title: '要点', render: ({ gist }) => gist, width: 190 },
  { key: 'rules', title: '适用对象', render: ({ rules }) => rules.join('；或者'), width: 190 },
  { key: 'amount', title: '标准（元）', render: ({ amountFen }) => formatMoney(amountFen), width: 100, align: 'right' },
  count('meant', '适用（户）'),
  count('received', '已享受（户）'),
  count('missing', '应享未享（户）'),
];

function ClauseTable({ clauses }: { clauses: ClauseRow[] }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="条款和适用的农牧户"
      columns={COLUMNS}
      rows={clauses}
      rowKey={({ documentNumber, clauseNo }) => `${documentNumber} ${clauseNo}`}
      onOpen={({ documentNumber: document, clauseNo: clause }) =>
        void navigate({ to: '/entitlements/households', search: (old: object) => ({ ...old, document, clause }) })
      }
      none="没有登记适用于农牧户的条款。请在“条款适用规则”台账里登记。"
    />
  );
}

function OfOrganisation() {
  const { search, change } = useAddress(overviewSearch);
  const code = search.organisation ?? '';
  const query = useQuery({
    ...entitlements.query.ofOrganisation.queryOptions({ input: { code: code || '-' } }),
    enabled: code !== '',
  });
  return (
    <>
      <Input.Search
        aria-label="统一社会信用代码"
        placeholder="输入统一社会信用代码"
        defaultValue={code}
        allowClear
        style={{ maxWidth: 320, marginBottom: 8 }}
        onSearch={(text) => change({ organisation: text.trim() || undefined })}
      />
      {code !== '' && query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <>
          <p className="sw-quiet">
            {query.data.name}：{query.data.recognitions.join('、') || '没有有效的称号'}
          </p>
          <ApplyingTable
            label="适用于经营主体的条款"
            rows={query.data.clauses}
            none="没有登记适用于该经营主体的条款。"
          />
        </>
      ) : null}
    </>
  );
}

type LapsedRow = Overview['lapsed'][number];

const LAPSED_COLUMNS: ListColumn<LapsedRow>[] = [
  { key: 'number', title: '享受编号', render: ({ number }) => number, width: 160 },
  {
    key: 'clause',
    title: '条款',
    render: ({ documentNumber, clauseNo }) => `${documentNumber} ${clauseNo}`,
    width: 220,
  },
  { key: 'on', title: '享受日期', render: ({ on }) => on, width: 110 },
];

function LapsedTable({ lapsed }: { lapsed: LapsedRow[] }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="依据已失效条款的享受"
      columns={LAPSED_COLUMNS}
      rows={lapsed}
      rowKey={({ number }) => number}
      onOpen={({ number }) =>
        void navigate({
          to: '/registers/$code',
          params: { code: 'policy-benefits' },
          search: (old: object) => ({ ...old, text: number }),
        })
      }
      none=""
    />
  );
}
