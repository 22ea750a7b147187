// 京蒙协作: the numbers of a year, each opening to its rows; the regions below; money by payer, people, and what asks for a look.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { employmentSpellRegister } from '../../../employment/domain/registers/employment-spell-register.ts';
import { COOPERATION_CONCERN_NAMES } from '../../domain/cooperation/concerns.ts';
import {
  METRIC_GROUPS,
  METRIC_KEYS,
  type MetricGroup,
  type MetricKey,
  metricOf,
} from '../../domain/cooperation/metrics.ts';
import { wordOf } from '../../domain/pairing-words.ts';
import { talentRegister } from '../../domain/registers/talent-register.ts';
import { settingText } from '../../domain/settings.ts';
import { type Cooperation, pairing } from '../api.ts';
import { Agreements } from '../parts/agreements.tsx';
import { cooperationSearch } from '../searches.ts';

const DIRECTIONS = talentRegister.fields.direction.values ?? {};
const TALENTS = talentRegister.fields.talentKind.values ?? {};
const WAYS = employmentSpellRegister.fields.jobChannel.values ?? {};

export function CooperationPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(cooperationSearch);
  const query = useQuery({
    ...pairing.query.cooperation.queryOptions({ input: { area, year: search.year } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="京蒙协作年度情况"
        note={data ? `${data.area.name} · 截至 ${data.asOf}` : ''}
        actions={
          data ? (
            <>
              <Select
                aria-label="年度"
                value={data.year}
                options={data.years.map((year) => ({ value: year, label: `${year} 年` }))}
                onChange={(year) => change({ year }, 'replace')}
              />
              <DocumentActions
                address={{
                  path: 'pairing/cooperation/report',
                  query: { area, year: data.year },
                  name: `京蒙协作年度情况表 ${data.area.name} ${data.year}`,
                  sheet: true,
                }}
              />
            </>
          ) : null
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={12} /> : null}
      {data ? <Shown data={data} /> : null}
    </div>
  );
}

const shown = (key: MetricKey, value: number | undefined) =>
  metricOf(key).counts === 'fen' ? formatMoney(value ?? 0, '万元') : formatCount(value ?? 0);

function Shown({ data }: { data: Cooperation }) {
  return (
    <>
      {(Object.keys(METRIC_GROUPS) as MetricGroup[]).map((group) => (
        <Section key={group} title={METRIC_GROUPS[group]}>
          <StatRow>
            {METRIC_KEYS.filter((key) => metricOf(key).group === group).map((key) => (
              <Metric key={key} metric={key} data={data} />
            ))}
          </StatRow>
          {group === 'parks' ? <ParkSum data={data} /> : null}
          {group === 'fund' ? <Payers data={data} /> : null}
          {group === 'talents' ? <Talents data={data} /> : null}
          {group === 'labour' ? <Ways data={data} /> : null}
        </Section>
      ))}
      <Section title="协议任务">
        <Agreements data={data} />
      </Section>
      <Section title={`${data.area.name}各地区`}>
        <Regions data={data} />
        <p className="sw-quiet">企业、学校、人员等去重计数：在几个地区的各地区都计，各行相加可以大于合计。</p>
      </Section>
      <Section title="需要核对">
        <ConcernTable data={data} />
      </Section>
    </>
  );
}

function Metric({ metric, data: { total, year, asOf } }: { metric: MetricKey; data: Cooperation }) {
  const { title, unit, basis, register, rows } = metricOf(metric);
  return (
    <StatCard
      title={title}
      value={shown(metric, total[metric])}
      unit={unit}
      {...(basis ? { basis } : {})}
      to={`/registers/${register}`}
      search={rows({ year, asOf })}
    />
  );
}

/** Says how stock and flow hang together, so that nobody adds the two up. */
function ParkSum({ data: { total } }: { data: Cooperation }) {
  const of = (key: MetricKey) => formatCount(total[key] ?? 0);
  return (
    <p className="sw-quiet">
      年初 {of('parks-before')} + 新增 {of('parks-opened')} − 退出 {of('parks-closed')} = 现有 {of('parks')}。
    </p>
  );
}

const wan = (fen: number) => <span title={moneyTitle(fen)}>{formatMoney(fen, '万元')}</span>;

const PAYER_COLUMNS: ListColumn<Cooperation['payers'][number]>[] = [
  { key: 'payer', title: '出资方', render: ({ payer }) => payer, width: 220 },
  { key: 'planned', title: '计划（万元）', render: ({ plannedFen }) => wan(plannedFen), width: 140, align: 'right' },
  { key: 'received', title: '到位（万元）', render: ({ receivedFen }) => wan(receivedFen), width: 140, align: 'right' },
];

function Payers({ data: { payers } }: { data: Cooperation }) {
  return (
    <SmallTable
      label="协作资金按出资方"
      columns={PAYER_COLUMNS}
      rows={payers}
      rowKey={({ payer }) => payer}
      none="这一年没有登记协作资金。"
    />
  );
}

const TALENT_COLUMNS: ListColumn<Cooperation['talents'][number]>[] = [
  { key: 'direction', title: '方向', render: ({ direction }) => wordOf(DIRECTIONS, direction), width: 140 },
  { key: 'kind', title: '类别', render: ({ kind }) => wordOf(TALENTS, kind), width: 140 },
  { key: 'persons', title: '人数', render: ({ persons }) => formatCount(persons), width: 100, align: 'right' },
  { key: 'times', title: '人次', render: ({ times }) => formatCount(times), width: 100, align: 'right' },
];

function Talents({ data: { talents } }: { data: Cooperation }) {
  return talents.length === 0 ? null : (
    <SmallTable
      label="干部人才交流按类别"
      columns={TALENT_COLUMNS}
      rows={talents}
      rowKey={({ direction, kind }) => `${direction} ${kind}`}
      none=""
    />
  );
}

const WAY_COLUMNS: ListColumn<Cooperation['ways'][number]>[] = [
  { key: 'way', title: '就业途径', render: ({ way }) => (way ? wordOf(WAYS, way) : '没有填写'), width: 180 },
  { key: 'begun', title: '本年新组织（人）', render: ({ begun }) => formatCount(begun), width: 140, align: 'right' },
  { key: 'kept', title: '上年延续（人）', render: ({ kept }) => formatCount(kept), width: 140, align: 'right' },
];

function Ways({ data: { ways } }: { data: Cooperation }) {
  return ways.length === 0 ? null : (
    <SmallTable label="劳务协作按就业途径" columns={WAY_COLUMNS} rows={ways} rowKey={({ way }) => way ?? ''} none="" />
  );
}

type Region = Cooperation['rows'][number];

function Regions({ data: { rows, area } }: { data: Cooperation }) {
  const navigate = useNavigate();
  const columns: ListColumn<Region>[] = [
    { key: 'name', title: '地区', render: ({ name, code }) => (code === area.code ? `${name}本级` : name), width: 150 },
    ...METRIC_KEYS.filter((key) => metricOf(key).column).map(
      (key): ListColumn<Region> => ({
        ...{ key, title: `${metricOf(key).title}（${metricOf(key).unit}）`, width: 130, align: 'right' },
        render: ({ values }) => shown(key, values[key]),
      }),
    ),
  ];
  return (
    <SmallTable
      label="各地区京蒙协作"
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      {...(area.level === 'autonomous-region' || area.level === 'prefecture'
        ? {
            onOpen: ({ code }: Region) => {
              if (code !== area.code) void navigate({ to: '.', search: (old: object) => ({ ...old, area: code }) });
            },
          }
        : {})}
      none="这一年没有京蒙协作的记录。"
    />
  );
}

const CONCERN_COLUMNS: ListColumn<Cooperation['concerns'][number]>[] = [
  {
    ...{ key: 'concern', title: '情况', width: 210 },
    render: ({ concern }) => <StateTag tone="orange">{COOPERATION_CONCERN_NAMES[concern]}</StateTag>,
  },
  { key: 'title', title: '事项', render: ({ title }) => title, width: 220 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 140 },
  {
    ...{ key: 'amount', title: '金额（万元）', width: 130, align: 'right' },
    render: ({ amountFen }) => (amountFen === undefined ? '' : wan(amountFen)),
  },
  { key: 'on', title: '日期', render: ({ on }) => on ?? '', width: 110 },
  { key: 'subject', title: '编号', render: ({ subject }) => subject ?? '', width: 170 },
];

function ConcernTable({ data: { concerns, settings } }: { data: Cooperation }) {
  const navigate = useNavigate();
  const by = settings.find(({ key }) => key === 'fund.by');
  return (
    <>
      <SmallTable
        label="京蒙协作需要核对的情况"
        columns={CONCERN_COLUMNS}
        rows={concerns}
        rowKey={({ concern, subject, regionCode }) => `${concern} ${subject ?? regionCode}`}
        onOpen={({ register, subject, regionCode }) =>
          void navigate({
            ...{ to: '/registers/$code', params: { code: register } },
            search: (old: object) => ({ ...old, ...(subject ? { text: subject } : { area: regionCode }) }),
          })
        }
        none="没有需要核对的情况。"
      />
      {by ? (
        <p className="sw-quiet">
          资金到位截止：{settingText(by)}（{by.regionName ?? '还没有设定，暂按程序自带的数值'}），在“结对核对”里设定。
        </p>
      ) : null}
    </>
  );
}
