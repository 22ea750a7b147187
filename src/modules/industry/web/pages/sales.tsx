// 消费帮扶情况: what suppliers sold of the list and what buyers took, by the regions below. Two scopes that are never added up.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { FORM_NAMES } from '../../domain/form-words.ts';
import { SALE_DOUBT_NAMES } from '../../domain/sale-doubts.ts';
import { industry, type Sales } from '../api.ts';
import { salesSearch } from '../searches.ts';

export function SalesPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(salesSearch);
  const query = useQuery({
    ...industry.query.sales.queryOptions({ input: { area, year: search.year } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="消费帮扶情况"
        actions={
          <>
            {data ? (
              <Select
                aria-label="年度"
                value={data.year}
                options={data.years.map((year) => ({ value: year, label: `${year} 年` }))}
                onChange={(year) => change({ year })}
              />
            ) : null}
            <FormsMenu operation="industry.form" path="industry/forms" names={FORM_NAMES} query={{ area }} />
          </>
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? <Shown data={data} /> : null}
    </div>
  );
}

type Scopes = Sales['total'];

function Shown({ data: { total, rows, doubts, year } }: { data: Sales }) {
  const wan = (fen: number) => formatMoney(fen, '万元');
  const bought = total.beijingFen + total.centralFen + total.insideFen + total.elsewhereFen;
  return (
    <>
      <StatRow>
        <StatCard
          title="帮扶产品销售"
          value={wan(total.listedFen)}
          unit="万元"
          note="供应商月报，目录内产品"
          basis={`${year} 年各月末在目录内的产品`}
          to="/registers/product-sales"
        />
        <StatCard
          title="其他产品销售"
          value={wan(total.unlistedFen)}
          unit="万元"
          note="不计入帮扶产品销售"
          to="/registers/product-sales"
        />
        <StatCard
          title="消费帮扶采购"
          value={wan(bought)}
          unit="万元"
          note={`其中帮扶产品 ${wan(total.assistedFen)} 万元`}
          basis="采购方口径，不与供应商销售相加"
          to="/registers/consumption-records"
        />
        <StatCard
          title="北京市采购"
          value={wan(total.beijingFen)}
          unit="万元"
          note="采购方在北京市"
          to="/registers/consumption-records"
        />
      </StatRow>
      <Section title="各地区（万元）">
        <SmallTable
          label="各地区消费帮扶"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ code }) => code}
          none={`${year} 年没有销售和采购记录。`}
        />
      </Section>
      <Section title="没有计入的销售">
        <Doubts doubts={doubts} />
      </Section>
    </>
  );
}

type Row = Sales['rows'][number];
const money = (key: keyof Scopes, title: string, width = 112): ListColumn<Row> => ({
  ...{ key, title, width, align: 'right' },
  render: ({ [key]: fen }) => <span title={moneyTitle(fen)}>{formatMoney(fen, '万元')}</span>,
});
const COLUMNS: ListColumn<Row>[] = [
  { key: 'name', title: '地区', render: ({ name }) => name, width: 110 },
  money('listedFen', '帮扶产品销售'),
  money('unlistedFen', '其他产品销售'),
  money('beijingFen', '北京市采购'),
  money('centralFen', '中央单位采购'),
  money('insideFen', '自治区内采购'),
  money('elsewhereFen', '其他采购'),
  money('assistedFen', '采购中的帮扶产品', 140),
];

type Doubt = Sales['doubts'][number];
const DOUBT_COLUMNS: ListColumn<Doubt>[] = [
  {
    ...{ key: 'doubt', title: '原因', width: 160 },
    render: ({ doubt }) => <StateTag tone="orange">{SALE_DOUBT_NAMES[doubt]}</StateTag>,
  },
  { key: 'product', title: '产品', render: ({ product }) => product, width: 160 },
  { key: 'supplier', title: '供应商', render: ({ supplier }) => supplier, width: 180 },
  { key: 'month', title: '月份', render: ({ month }) => month, width: 90 },
  {
    ...{ key: 'amount', title: '金额（万元）', width: 120, align: 'right' },
    render: ({ amountFen }) => formatMoney(amountFen, '万元'),
  },
  { key: 'region', title: '旗县', render: ({ regionName }) => regionName, width: 130 },
];

function Doubts({ doubts }: { doubts: Doubt[] }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="没有计入的销售"
      columns={DOUBT_COLUMNS}
      rows={doubts}
      rowKey={({ month, product, supplier, regionName, amountFen }) =>
        `${month} ${product} ${supplier} ${regionName} ${amountFen}`
      }
      onOpen={({ product }) =>
        void navigate({
          to: '/registers/$code',
          params: { code: 'product-sales' },
          search: (old: object) => ({ ...old, year: undefined, text: product }),
        })
      }
      none="所有销售都对得上目录。"
    />
  );
}
