// One firm, cooperative or farm: whether it keeps its word, whom it carries, what support it had.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { DetailPage, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, formatRate } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { recognitionRegister } from '../../../industry/domain/registers/recognition-register.ts';
import { ORGANISATION_KINDS } from '../../../organisations/domain/organisation-register.ts';
import { type Entity, linkage } from '../api.ts';
import { ContractTable } from '../parts/contract-table.tsx';
import type { RegisterTools } from '../parts/register-tools.ts';

type Words = Readonly<Record<string, string>>;
const TITLES: Words = recognitionRegister.fields.title.values ?? {};
const LEVELS: Words = recognitionRegister.fields.level.values ?? {};

export function EntityPage({ tools }: { tools: RegisterTools }) {
  const { code = '' }: { code?: string } = useParams({ strict: false });
  const query = useQuery(linkage.query.entity.queryOptions({ input: { code } }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneEntity entity={query.data as Entity} tools={tools} />;
}

function marksOf({ years, titles, carries, closedOn, asOf }: Entity) {
  const due = years.find(({ isOver }) => isOver);
  const supported = titles.some(({ support }) => support === 'now');
  const marks: [boolean, 'red' | 'orange' | 'green', string][] = [
    [due !== undefined && due.unpaid > 0, 'red', `${due?.year} 年 ${due?.unpaid} 份没有兑现`],
    [due !== undefined && due.unpaid === 0 && due.partly > 0, 'orange', `${due?.year} 年部分兑现`],
    [due !== undefined && due.unpaid + due.partly === 0, 'green', `${due?.year} 年已兑现`],
    [supported, 'green', '扶持中'],
    [supported && carries.households + carries.workers === 0, 'orange', '扶持中没有带动'],
    [closedOn !== undefined && closedOn <= asOf && carries.households > 0, 'red', '已撤销而仍有生效的协议'],
  ];
  return marks.filter(([holds]) => holds);
}

function OneEntity({ entity, tools }: { entity: Entity; tools: RegisterTools }) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { carries, invested } = entity;
  return (
    <DetailPage
      title={entity.name}
      state={marksOf(entity).map(([, tone, word]) => (
        <StateTag key={word} tone={tone}>
          {word}
        </StateTag>
      ))}
      note={`${entity.code} · 截至 ${entity.asOf}，只含本账号区域内的记录`}
      listPath="/linkage/entities"
    >
      <Section title="带动">
        <Facts
          facts={[
            { label: '类别', value: entity.kind ? ORGANISATION_KINDS[entity.kind] : undefined },
            { label: '所在地', value: entity.regionName },
            { label: '带动户', value: `${formatCount(carries.households)} 户`, basis: '现在有生效协议的户' },
            { label: '涉及嘎查村', value: `${formatCount(carries.villages)} 个` },
            {
              label: '用工',
              value: `${formatCount(carries.workers)} 人`,
              basis: '务工单位写的是这个名称，或在它运营的帮扶车间务工',
            },
            { label: '帮扶车间', value: `${formatCount(carries.workshops)} 个`, basis: '运营单位写的是这个名称' },
            { label: '帮扶产品', value: `${formatCount(carries.products)} 个` },
            {
              label: '一年销售（万元）',
              value: formatMoney(carries.salesFen, '万元'),
              basis: '目录内产品近十二个月的销售',
            },
            ...(invested.loans > 0
              ? [
                  {
                    label: '户贷企用',
                    value: (
                      <StateTag tone="red">
                        {formatCount(invested.loans)} 笔 {formatMoney(invested.fen)} 元
                      </StateTag>
                    ),
                    basis: '联结户的小额信贷核查为入股、没有结清的',
                  },
                ]
              : []),
          ]}
        />
      </Section>
      <Section title="兑现">
        <SmallTable
          label="各年兑现"
          columns={YEAR_COLUMNS}
          rows={entity.years}
          rowKey={({ year }) => year}
          none="没有要求兑现的协议。"
        />
      </Section>
      <Section title="得到的扶持">
        <SmallTable
          label="称号"
          columns={TITLE_COLUMNS}
          rows={entity.titles}
          rowKey={({ title, level, since }) => `${title} ${level} ${since}`}
          none="没有登记称号。"
        />
        <SmallTable
          label="项目"
          columns={PROJECT_COLUMNS}
          rows={entity.projects}
          rowKey={({ number }) => number}
          onOpen={({ number }) => void navigate({ to: `/money/projects/${encodeURIComponent(number)}` })}
          none="没有与它有关的项目。"
        />
      </Section>
      <Section title="协议">
        <ContractTable
          ofOne
          rows={entity.rows}
          tools={tools}
          onChanged={() => cache.invalidateQueries({ queryKey: linkage.query.key() })}
          none="没有要求兑现的协议。"
        />
      </Section>
    </DetailPage>
  );
}

type Year = Entity['years'][number];
const number = (key: 'contracts' | 'households' | 'paidHouseholds' | 'partly', title: string): ListColumn<Year> => ({
  ...{ key, title, width: 100, align: 'right' },
  render: (row) => formatCount(row[key]),
});
const YEAR_COLUMNS: ListColumn<Year>[] = [
  {
    ...{ key: 'year', title: '年度', width: 130 },
    render: ({ year, isOver }) => (isOver ? year : `${year}（未到期）`),
  },
  number('contracts', '协议（份）'),
  number('households', '带动（户）'),
  number('paidHouseholds', '领到（户）'),
  {
    ...{ key: 'unpaid', title: '没有兑现', width: 100, align: 'right' },
    render: ({ unpaid, isOver }) =>
      unpaid > 0 && isOver ? <StateTag tone="red">{formatCount(unpaid)}</StateTag> : formatCount(unpaid),
  },
  number('partly', '部分兑现'),
  {
    ...{ key: 'promised', title: '约定（元）', width: 120, align: 'right' },
    render: ({ promisedFen }) => formatMoney(promisedFen),
  },
  { key: 'paid', title: '兑现（元）', width: 120, align: 'right', render: ({ paidFen }) => formatMoney(paidFen) },
  {
    ...{ key: 'share', title: '兑现率', width: 90, align: 'right' },
    render: ({ promisedFen, paidFen }) => formatRate(paidFen, promisedFen).text,
  },
];

type Title = Entity['titles'][number];
const SUPPORT: Record<Title['support'], string> = { now: '扶持中', before: '不在扶持期', none: '没有扶持' };
const TITLE_COLUMNS: ListColumn<Title>[] = [
  { key: 'title', title: '称号', render: ({ title }) => TITLES[title] ?? title, width: 180 },
  { key: 'level', title: '级别', render: ({ level }) => LEVELS[level] ?? level, width: 90 },
  { key: 'since', title: '认定', render: ({ since }) => since, width: 110 },
  { key: 'until', title: '取消或截止', render: ({ until }) => until ?? '', width: 110 },
  { key: 'monitored', title: '监测', render: ({ monitoredOn }) => monitoredOn ?? '没有监测', width: 110 },
  {
    ...{ key: 'support', title: '扶持', width: 220 },
    render: ({ support, supportFrom, supportThrough }) =>
      supportFrom
        ? `${SUPPORT[support]}，${supportFrom} ${supportThrough ? `至 ${supportThrough}` : '至今'}`
        : SUPPORT[support],
  },
];

type Project = Entity['projects'][number];
const BY: Record<Project['by'], string> = { contract: '协议', implementer: '实施单位', operator: '经营资产' };
const PROJECT_COLUMNS: ListColumn<Project>[] = [
  { key: 'name', title: '项目', render: ({ name }) => name, width: 240 },
  { key: 'by', title: '关系', render: ({ by }) => BY[by], width: 100 },
  { key: 'year', title: '计划年度', render: ({ planYear }) => planYear ?? '', width: 90 },
  {
    ...{ key: 'allocated', title: '分配资金（万元）', width: 140, align: 'right' },
    render: ({ allocatedFen }) => formatMoney(allocatedFen, '万元'),
  },
  {
    ...{ key: 'paid', title: '已支付（万元）', width: 130, align: 'right' },
    render: ({ paidFen }) => formatMoney(paidFen, '万元'),
  },
  { key: 'number', title: '项目编号', render: ({ number: code }) => code, width: 160 },
];
