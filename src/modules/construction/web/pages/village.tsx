// 建设卡: one village on one page: what stands, what is planned, what is broken, and the projects that build there.

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { DetailPage, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { villageWorkRegister } from '../../domain/registers/village-work-register.ts';
import { MATTER_KEYS, MATTERS, RUNNING } from '../../domain/words.ts';
import { construction, type Village } from '../api.ts';
import { NeedTable } from '../parts/need-table.tsx';

type Work = Village['works'][number];
type Project = Village['projects'][number];

const WAYS: Readonly<Record<string, string>> = villageWorkRegister.fields.handledHow.values ?? {};
const RUNNING_WORDS: Readonly<Record<string, string>> = RUNNING;

export function VillagePage() {
  const { code = '' }: { code?: string } = useParams({ strict: false });
  const query = useQuery(construction.query.village.queryOptions({ input: { code: Number(code) } }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Card village={query.data as Village} />;
}

function Card({ village }: { village: Village }) {
  const navigate = useNavigate();
  const { sums, needs, separations } = village;
  const open = (register: string, { countyCode, id }: { countyCode: number; id: number }) =>
    void navigate({ to: `/registers/${register}`, search: { record: `${countyCode}-${id}` } as object });
  const missing = MATTER_KEYS.filter((matter) => sums.works[matter].inPlace === 0);
  return (
    <DetailPage
      title={`${village.name}建设卡`}
      state={needs.length > 0 ? <StateTag tone="orange">{needs.length} 项待办</StateTag> : null}
      note={`${village.place} · 截至 ${village.asOf}`}
      listPath="/construction"
    >
      <Section title="户厕">
        <Facts
          facts={[
            { label: '农牧户', value: `${formatCount(village.households)} 户` },
            {
              label: '户厕',
              value: `${formatCount(sums.toilets)} 座`,
              basis: '在册的户厕；一户可有两座（牧民两处住房）',
            },
            { label: '卫生厕所', value: `${formatCount(sums.sanitary)} 座` },
            { label: '新改建', value: `${formatCount(sums.built)} 座，今年 ${formatCount(sums.builtThisYear)} 座` },
            { label: '新改建冬季可用', value: `${formatCount(sums.winterProof)} 座`, basis: '没有确认的不计入' },
            { label: '问题厕所', value: `${formatCount(sums.faulty)} 座`, basis: '按户厕计，一座计一次' },
            { label: '整改完成', value: `${formatCount(sums.rectified)} 座` },
            { label: '旗县验收销号', value: `${formatCount(sums.closed)} 座` },
            { label: '人畜分离', value: `列入 ${separations.planned} 户，已分离 ${separations.done} 户` },
            { label: '没有建成的设施', value: missing.map((matter) => MATTERS[matter]).join('、') },
          ]}
        />
      </Section>
      <Section title="环境设施">
        <SmallTable
          label="环境设施"
          columns={WORK_COLUMNS}
          rows={village.works}
          rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
          onOpen={(work) => open('village-works', work)}
          none="没有登记环境设施。"
        />
      </Section>
      <Section title="需要处理">
        <NeedTable rows={needs} none="没有需要处理的户厕和设施。" />
      </Section>
      <Section title="乡村建设项目">
        <SmallTable
          label="乡村建设项目"
          columns={PROJECT_COLUMNS}
          rows={village.projects}
          rowKey={({ number }) => number}
          onOpen={({ number }) => void navigate({ to: `/money/projects/${encodeURIComponent(number)}` })}
          none="没有在本嘎查村实施的乡村建设行动项目。"
        />
      </Section>
    </DetailPage>
  );
}

function standing({ plannedOn, builtOn, operation, endedOn }: Work): string {
  if (endedOn) return `${endedOn} 停用`;
  if (!builtOn) return plannedOn ? '列入计划，未建成' : '未建成';
  return operation ? `运行${RUNNING_WORDS[operation] ?? operation}` : '建成，待验收';
}

const WORK_COLUMNS: ListColumn<Work>[] = [
  { key: 'matter', title: '事项', render: ({ matter, batch }) => `${MATTERS[matter]}（第 ${batch} 批）`, width: 150 },
  {
    ...{ key: 'standing', title: '现状', width: 150 },
    render: (work) => <StateTag tone={work.operation === 'abnormal' ? 'red' : 'plain'}>{standing(work)}</StateTag>,
  },
  { key: 'plan', title: '计划年度', render: ({ planYear }) => planYear ?? '没有列入计划', width: 110 },
  { key: 'built', title: '建成日期', render: ({ builtOn }) => builtOn ?? '', width: 110 },
  { key: 'way', title: '处理方式', render: ({ handledHow }) => WAYS[handledHow ?? ''] ?? '', width: 110 },
  {
    ...{ key: 'covers', title: '覆盖', width: 170 },
    render: ({ hamletsCovered, householdsCovered }) =>
      [
        hamletsCovered === undefined ? '' : `自然村 ${hamletsCovered} 个`,
        householdsCovered === undefined ? '' : `${householdsCovered} 户`,
      ]
        .filter(Boolean)
        .join('、'),
  },
  { key: 'cleaners', title: '保洁员', render: ({ cleaners }) => formatCount(cleaners), width: 80, align: 'right' },
  {
    ...{ key: 'checked', title: '最近巡查', width: 150 },
    render: ({ checkedOn, checkedAs }) =>
      checkedOn ? `${checkedOn} ${RUNNING_WORDS[checkedAs ?? ''] ?? ''}` : '没有巡查',
  },
];

const PROJECT_COLUMNS: ListColumn<Project>[] = [
  { key: 'name', title: '项目', render: ({ name }) => name, width: 240 },
  { key: 'number', title: '编号', render: ({ number }) => number, width: 160 },
  { key: 'year', title: '计划年度', render: ({ planYear }) => planYear ?? '', width: 90 },
  {
    ...{ key: 'planned', title: '计划总投资（万元）', width: 150, align: 'right' },
    render: ({ plannedFen }) => formatMoney(plannedFen, '万元'),
  },
  { key: 'accepted', title: '验收', render: ({ acceptedOn }) => acceptedOn ?? '', width: 110 },
];
