// 收入: what the lifted households of an area earned in a year, how it is spread, who fell and why, and how far the collection is.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { CompositionBars } from '../../../../platform/web/charts/chart.tsx';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, formatRate, moneyTitle, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { CAUSE_NAMES, CAUSES } from '../../domain/looks.ts';
import type { IncomeSettingKey } from '../../domain/settings.ts';
import { perHead } from '../../domain/sheet.ts';
import { type IncomeGroup, incomes, type Overview } from '../api.ts';
import { ClosingCell } from '../parts/closing.tsx';
import { overviewSearch } from '../searches.ts';
import '../incomes.css';

export function OverviewPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(overviewSearch);
  const query = useQuery({
    ...incomes.query.overview.queryOptions({ input: { area, year: search.year } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="收入"
        note={data ? `${data.area.name} · 脱贫户 · 截至 ${data.asOf}` : ''}
        tag={data?.area.level === 'county' ? <ClosingCell row={data.total} year={data.year} /> : null}
        actions={
          data ? (
            <Select
              aria-label="收入年度"
              value={data.year}
              options={data.years.map((year) => ({ value: year, label: `${year} 年` }))}
              onChange={(year) => change({ year }, 'replace')}
            />
          ) : null
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {data && data.total.lifted === 0 ? (
        <Empty
          what={`${data.area.name}在 ${data.year} 年末没有脱贫户`}
          hint="脱贫户从户表导入，或登记在“户身份变动”台账中。"
        />
      ) : null}
      {data && data.total.lifted > 0 ? <Shown data={data} /> : null}
      {data ? <Settings data={data} area={area} /> : null}
    </div>
  );
}

type Sums = Overview['total'];
const head = ({ netFen, members }: Pick<Sums, 'netFen' | 'members'>) =>
  members > 0 ? perHead(netFen, members) : undefined;
const lastHead = ({ lastNetFen, lastMembers }: Sums) =>
  lastMembers > 0 ? perHead(lastNetFen, lastMembers) : undefined;

/** `增 12.3%`; nothing where there is no year before. */
function growthText(row: Sums): string {
  const [now, before] = [head(row), lastHead(row)];
  if (now === undefined || before === undefined || before <= 0) return UNKNOWN;
  return `${now < before ? '降' : '增'} ${formatRate(Math.abs(now - before), before).text}`;
}

function Shown({ data }: { data: Overview }) {
  const { total, rank, year } = data;
  const missing = total.lifted - total.households;
  const listed = (look: string) => ({ to: '/incomes/households', search: { look, year: String(year) } });
  return (
    <>
      <StatRow>
        <StatCard
          title="人均纯收入"
          value={formatMoney(head(total))}
          unit="元"
          basis={`纯收入合计 ${moneyTitle(total.netFen)} ÷ 年末人口 ${formatCount(total.members)} 人`}
          note={`比上年${growthText(total)}`}
        />
        <StatCard
          title="有收支的户"
          value={formatCount(total.households)}
          unit="户"
          note={`年末脱贫户 ${formatCount(total.lifted)} 户`}
        />
        <StatCard
          title="没有收支"
          value={formatCount(missing)}
          unit="户"
          {...listed('missing')}
          {...(missing > 0 ? { tone: 'orange' as const } : {})}
        />
        <StatCard
          title="人均下降"
          value={formatCount(total.fell)}
          unit="户"
          {...listed('fell')}
          basis="人均纯收入比上年下降达到规定比例的户"
        />
        {rank ? (
          <StatCard
            title="在各省区市中"
            value={`第 ${rank.rank}`}
            note={`共 ${rank.of} 个省区市`}
            basis="按人均纯收入从高到低"
          />
        ) : null}
      </StatRow>
      <div className="sw-income-halves">
        <Section title="人均纯收入分布">
          <Bars
            bars={data.bins.map((bin) => ({
              name: binName(bin),
              value: bin.households,
              text: `${formatCount(bin.households)} 户`,
            }))}
          />
        </Section>
        <Section title="十等分人均纯收入">
          <Bars
            bars={data.deciles.map((tenth, i) => ({
              name: `第 ${i + 1} 份${i === 0 ? '（最低）' : i === 9 ? '（最高）' : ''}`,
              value: Math.max(head(tenth) ?? 0, 0),
              text: `${formatMoney(head(tenth))} 元`,
            }))}
          />
        </Section>
        <Section title="谁下降了、为什么">
          <Bars
            bars={CAUSES.flatMap((cause) => {
              const found = data.causes.find((one) => one.cause === cause);
              if (!found) return [];
              const lost = `${formatCount(found.households)} 户，少 ${formatMoney(found.lostFen, '万元')} 万元`;
              return [{ name: CAUSE_NAMES[cause], value: found.households, text: lost }];
            })}
          />
          {data.causes.length === 0 ? <p className="sw-quiet">没有下降达到规定比例的户。</p> : null}
        </Section>
      </div>
      <Section title={`${data.area.name}各地区`}>
        <GroupTable data={data} />
      </Section>
      <Section title="人均收入构成">
        <CompositionBars
          title="人均收入构成"
          unit="元"
          parts={PARTS}
          bars={data.rows
            .filter(({ members }) => members > 0)
            .slice(0, 30)
            .map(composed)}
          format={(fen) => formatMoney(fen)}
          result={{ name: '人均纯收入', valueOf: ({ values }) => values.net }}
        />
      </Section>
    </>
  );
}

const PARTS = [
  { key: 'wage', name: '工资性' },
  { key: 'business', name: '生产经营性' },
  { key: 'property', name: '财产性' },
  { key: 'transfer', name: '转移性' },
];

function composed({ name, members, wage, business, property, transfer, netFen }: IncomeGroup) {
  const each = (fen: number) => perHead(fen, members);
  return {
    label: name,
    values: {
      wage: each(wage),
      business: each(business),
      property: each(property),
      transfer: each(transfer),
      net: each(netFen),
    },
  };
}

function binName({ fromFen, toFen }: Overview['bins'][number]): string {
  const yuan = (fen: number) => formatCount(fen / 100);
  if (fromFen === undefined) return '为负';
  return toFen === undefined ? `${yuan(fromFen)} 元以上` : `${yuan(fromFen)}—${yuan(toFen)} 元`;
}

/** Numbers with a bar each; the words are what is read, so the bars are nothing to those who cannot see them. */
function Bars({ bars }: { bars: { name: string; value: number; text: string }[] }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <dl className="sw-income-bars">
      {bars.map(({ name, value, text }) => [
        <dt key={`${name} name`}>{name}</dt>,
        <dd key={`${name} bar`} aria-hidden="true">
          <span className="sw-income-bar" style={{ width: `${(value / most) * 100}%` }} />
        </dd>,
        <dd key={`${name} text`}>{text}</dd>,
      ])}
    </dl>
  );
}

function GroupTable({ data }: { data: Overview }) {
  const navigate = useNavigate();
  const { rows, total, area, year } = data;
  const count = (
    key: string,
    title: string,
    look: string | undefined,
    of: (row: Sums) => number,
  ): ListColumn<IncomeGroup> => ({
    ...{ key, title, width: 110, align: 'right' },
    render: (row) =>
      look ? (
        <Link
          to="/incomes/households"
          search={(old: object) => ({ ...old, look, year, area: row.code })}
          onClick={(event) => event.stopPropagation()}
        >
          {formatCount(of(row))}
        </Link>
      ) : (
        formatCount(of(row))
      ),
  });
  const columns: ListColumn<IncomeGroup>[] = [
    { key: 'name', title: '地区', render: ({ name }) => name, width: 150 },
    count('lifted', '脱贫户（户）', undefined, ({ lifted }) => lifted),
    count('missing', '没有收支（户）', 'missing', ({ lifted, households }) => lifted - households),
    { key: 'head', title: '人均纯收入（元）', render: (row) => formatMoney(head(row)), width: 140, align: 'right' },
    { key: 'last', title: '上年人均（元）', render: (row) => formatMoney(lastHead(row)), width: 130, align: 'right' },
    { key: 'growth', title: '比上年', render: growthText, width: 90, align: 'right' },
    count('fell', '人均下降（户）', 'fell', ({ fell }) => fell),
    {
      key: 'wage',
      title: '工资性占比',
      render: (row) => formatRate(row.wage, row.netFen + row.cost).text,
      width: 100,
      align: 'right',
    },
    {
      key: 'transfer',
      title: '转移性占比',
      render: (row) => formatRate(row.transfer, row.netFen + row.cost).text,
      width: 100,
      align: 'right',
    },
    ...(area.level === 'county' || area.level === 'township' || area.level === 'village'
      ? []
      : [
          {
            key: 'closing',
            title: '关账',
            render: (row: IncomeGroup) => <ClosingCell row={row} year={year} />,
            width: 200,
            control: true,
          } as const,
        ]),
  ];
  return (
    <SmallTable
      label="各地区收入"
      columns={columns}
      rows={[...rows, { ...total, name: '合计' }]}
      rowKey={({ code, name }) => `${code} ${name}`}
      {...(area.level === 'village' || area.level === 'township'
        ? {}
        : {
            onOpen: ({ code }: IncomeGroup) => {
              if (code !== area.code) void navigate({ to: '.', search: (old: object) => ({ ...old, area: code }) });
            },
          })}
      none="没有脱贫户"
    />
  );
}

function Settings({ data: { settings }, area }: { data: Overview; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么比例列出核对"
      words={{ one: '要求', value: '比例', all: '收入核对要求' }}
      lines={settings}
      valueText={({ value }) => `${value / 100}%`}
      nameOf={({ title }) => `${title}（%）`}
      isAllowed={useMay('incomes.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'income-setting', record: String(area) }}
      item={<NumberItem name="value" label="比例" unit="%" required least={0} most={1000} isWhole={false} />}
      onSave={({ key, value, ...given }, requestId) =>
        incomes.client.saveSetting({
          ...{ requestId, regionCode: area, key: key as IncomeSettingKey, value: Math.round(value * 100) },
          ...given,
        })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: incomes.query.key() })}
    />
  );
}
