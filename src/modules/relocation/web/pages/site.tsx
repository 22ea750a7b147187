// One site: what it has, who lives there and works, its workshops and projects.

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { DetailPage, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { relocationHouseholdRegister } from '../../../projects/domain/relocation-household-register.ts';
import { relocationSiteRegister } from '../../../projects/domain/relocation-site-register.ts';
import { CONCERN_NAMES } from '../../domain/concerns.ts';
import { RISK_KINDS, RISK_STATES } from '../../domain/site-risk-register.ts';
import { relocation, type Site } from '../api.ts';

type Words = Readonly<Record<string, string>>;
const SITE = relocationSiteRegister.fields;
const HOUSEHOLD = relocationHouseholdRegister.fields;
const FACILITIES: Words = SITE.facilities.values ?? {};
const KINDS: Words = SITE.siteKind.values ?? {};
const STATUSES: Words = HOUSEHOLD.relocationStatus.values ?? {};
const FOLLOW_UPS: Words = HOUSEHOLD.followUpMeasures.values ?? {};

const wordsOf = (codes: readonly string[], words: Words) => codes.map((code) => words[code] ?? code).join('、');

export function SitePage() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const query = useQuery(relocation.query.site.queryOptions({ input: { number } }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneSite site={query.data as Site} />;
}

function OneSite({ site }: { site: Site }) {
  const navigate = useNavigate();
  const lacking = Object.keys(FACILITIES).filter((code) => !site.facilities.includes(code));
  return (
    <DetailPage
      title={site.name}
      state={site.concerns.map((concern) => (
        <StateTag key={concern} tone={concern === 'red-risk' ? 'red' : 'orange'}>
          {CONCERN_NAMES[concern]}
        </StateTag>
      ))}
      note={`${site.number} · 截至 ${site.asOf}`}
      listPath="/relocation"
    >
      <Section title="安置点">
        <Facts
          facts={[
            { label: '所在嘎查村', value: site.regionName },
            { label: '类型', value: KINDS[site.kind ?? ''] },
            { label: '入住日期', value: site.openedOn },
            { label: '管理机构', value: site.manager },
            { label: '套数', value: formatCount(site.dwellings) },
            { label: '入住', value: `${formatCount(site.households)} 户 ${formatCount(site.persons)} 人` },
            {
              label: '空置',
              value: site.vacant === undefined ? undefined : `${formatCount(site.vacant)} 套`,
              basis: '套数 − 入住户数；五月到十月牧民随畜群居住',
            },
            {
              label: '建档立卡、同步搬迁',
              value: `${formatCount(site.registered)} 户、${formatCount(site.households - site.registered)} 户`,
            },
            { label: '劳动力、在岗', value: `${formatCount(site.able)} 人、${formatCount(site.working)} 人` },
            {
              label: '零就业家庭',
              value: `${formatCount(site.joblessHouseholds)} 户`,
              basis: `有劳动力的 ${site.ableHouseholds} 户中没有人在岗的`,
            },
            { label: '已有配套', value: wordsOf(site.facilities, FACILITIES), wide: true },
            { label: '没有登记的配套', value: wordsOf(lacking, FACILITIES), wide: true },
          ]}
        />
      </Section>
      <Section title="风险">
        <SmallTable
          label="安置区风险"
          columns={RISK_COLUMNS}
          rows={site.risks}
          rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
          onOpen={({ countyCode, id }) =>
            void navigate({
              to: '/registers/$code',
              params: { code: 'site-risks' },
              search: { record: `${countyCode}-${id}` } as never,
            })
          }
          none="没有登记风险。"
        />
      </Section>
      <Section title="搬迁户">
        <SmallTable
          label="搬迁户"
          columns={HOUSEHOLD_COLUMNS}
          rows={site.lines}
          rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
          onOpen={(line) => void navigate({ to: householdPath(line) })}
          none="没有登记入住的户。"
        />
      </Section>
      <Section title="帮扶车间">
        <SmallTable
          label="帮扶车间"
          columns={WORKSHOP_COLUMNS}
          rows={site.workshops}
          rowKey={({ number }) => number}
          none="所在嘎查村没有开办的帮扶车间。"
        />
      </Section>
      <Section title="后续扶持项目">
        <SmallTable
          label="后续扶持项目"
          columns={PROJECT_COLUMNS}
          rows={site.projects}
          rowKey={({ number }) => number}
          onOpen={({ number }) => void navigate({ to: `/money/projects/${encodeURIComponent(number)}` })}
          none="没有填写这个安置点的项目。"
        />
      </Section>
    </DetailPage>
  );
}

const HOUSEHOLD_COLUMNS: ListColumn<Site['lines'][number]>[] = [
  { key: 'head', title: '户主', render: ({ headName }) => headName, width: 110 },
  { key: 'status', title: '搬迁身份', render: ({ relocationStatus }) => STATUSES[relocationStatus] ?? '', width: 100 },
  { key: 'registered', title: '户籍所在', render: ({ registeredIn }) => registeredIn ?? '本安置点', width: 130 },
  { key: 'movedIn', title: '入住日期', render: ({ movedInOn }) => movedInOn, width: 110 },
  { key: 'members', title: '人口', render: ({ members }) => members, width: 70, align: 'right' },
  {
    key: 'work',
    title: '劳动力、在岗',
    render: ({ able, working }) => `${able}、${working}`,
    width: 110,
    align: 'right',
  },
  { key: 'followUps', title: '后扶措施', render: ({ followUps }) => wordsOf(followUps, FOLLOW_UPS), width: 150 },
  {
    ...{ key: 'concerns', title: '需要核对', width: 220 },
    render: ({ concerns }) =>
      concerns.map((concern) => (
        <StateTag key={concern} tone={concern === 'no-job' ? 'red' : 'orange'}>
          {CONCERN_NAMES[concern]}
        </StateTag>
      )),
  },
];

type Risk = Site['risks'][number];
const LEVELS: Record<Risk['level'], [tone: 'red' | 'orange' | 'yellow', word: string]> = {
  red: ['red', '红色'],
  orange: ['orange', '橙色'],
  yellow: ['yellow', '黄色'],
};
const RISK_COLUMNS: ListColumn<Risk>[] = [
  {
    ...{ key: 'level', title: '级别', width: 90 },
    render: ({ level, clearedOn }) => (
      <StateTag tone={clearedOn ? 'plain' : LEVELS[level][0]}>{LEVELS[level][1]}</StateTag>
    ),
  },
  { key: 'kind', title: '类型', render: ({ kind }) => RISK_KINDS[kind], width: 120 },
  { key: 'state', title: '状态', render: ({ state }) => RISK_STATES.names[state] ?? state, width: 150 },
  { key: 'found', title: '发现', render: ({ foundOn }) => foundOn, width: 110 },
  { key: 'acted', title: '开始处置', render: ({ actedOn }) => actedOn ?? '', width: 110 },
  { key: 'cleared', title: '消除', render: ({ clearedOn }) => clearedOn ?? '', width: 110 },
];

const WORKSHOP_COLUMNS: ListColumn<Site['workshops'][number]>[] = [
  { key: 'name', title: '车间', render: ({ name }) => name, width: 200 },
  { key: 'number', title: '编号', render: ({ number }) => number, width: 160 },
  { key: 'workers', title: '用工（人）', render: ({ workers }) => formatCount(workers), width: 100, align: 'right' },
  { key: 'month', title: '月报', render: ({ month }) => month ?? '还没有月报', width: 110 },
];

const PROJECT_COLUMNS: ListColumn<Site['projects'][number]>[] = [
  { key: 'name', title: '项目', render: ({ name }) => name, width: 220 },
  { key: 'number', title: '编号', render: ({ number }) => number, width: 160 },
  { key: 'year', title: '计划年度', render: ({ planYear }) => planYear ?? '', width: 90 },
  {
    key: 'planned',
    title: '计划总投资（万元）',
    render: ({ plannedFen }) => formatMoney(plannedFen, '万元'),
    width: 150,
    align: 'right',
  },
  { key: 'started', title: '开工', render: ({ startedOn }) => startedOn ?? '', width: 110 },
  { key: 'accepted', title: '验收', render: ({ acceptedOn }) => acceptedOn ?? '', width: 110 },
];
