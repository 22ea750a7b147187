// One project: its road and what is missing for the next step, its money by document, whom it served, what it became.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { type ComponentType, Suspense } from 'react';
import { DetailPage, type Fact, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import type { RowOfRegister } from '../../../../platform/web/registers/moves/state-of-row.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { assetPath } from '../../../assets/domain/addresses.ts';
import { assetRegister } from '../../../assets/domain/registers/asset-register.ts';
import { projectRegister } from '../../../projects/domain/project-register.ts';
import { LINKAGE_WAYS } from '../../../projects/domain/project-words.ts';
import { documentPath } from '../../domain/addresses.ts';
import { money, type ProjectMoney } from '../api.ts';
import { fundWords, projectKind, Wan } from '../parts/columns.tsx';
import '../money.css';

type StateProps = { State: ComponentType<RowOfRegister> };

export function ProjectPage({ State }: StateProps) {
  const { number = '' } = useParams({ strict: false }) as { number?: string };
  const query = useQuery(money.query.project.queryOptions({ input: { number } }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Shown project={query.data as ProjectMoney} State={State} />;
}

function Shown({ project, State }: StateProps & { project: ProjectMoney }) {
  const navigate = useNavigate();
  return (
    <DetailPage
      title={project.name}
      state={<StateTag>{projectKind(project.kind)}</StateTag>}
      note={`${project.number} · ${project.regionName}${project.planYear ? ` · ${project.planYear} 年计划` : ''}`}
      listPath="/money/projects"
      actions={
        <Button
          onClick={() =>
            void navigate({
              to: '/registers/$code',
              params: { code: 'projects' },
              search: { record: `${project.countyCode}-${project.id}` },
            })
          }
        >
          在台账中修改
        </Button>
      }
    >
      {project.doubts.length > 0 ? (
        <Alert className="sw-alert" type="warning" showIcon title={`请核对：${project.doubts.join('；')}。`} />
      ) : null}
      {project.removedOn ? (
        <Alert className="sw-alert" type="info" showIcon title={`${project.removedOn} 已出库，不再计入年度项目。`} />
      ) : null}
      <Section title="办到哪一步">
        <Suspense fallback={<Loading rows={3} />}>
          <State code={projectRegister.code} countyCode={project.countyCode} id={project.id} />
        </Suspense>
        {project.proposals.map(({ name, villageName, proposedOn }) => (
          <p key={name} className="sw-quiet">
            由{villageName}于 {proposedOn ?? '未登记的日期'} 申报
            {name === project.name ? '' : `，申报时名称为“${name}”`}。
          </p>
        ))}
      </Section>
      <Section title="计划、分配、支付">
        <Facts facts={moneyFacts(project)} />
      </Section>
      <Spent project={project} />
      <Section
        title="受益户"
        extra={
          <Link to="/registers/$code" params={{ code: 'project-beneficiaries' }}>
            受益户台账
          </Link>
        }
      >
        <Facts facts={gainFacts(project)} />
        <SmallTable
          label="各嘎查村的受益户"
          columns={VILLAGES}
          rows={project.villages}
          rowKey={({ code }) => code}
          none="还没有登记受益户"
        />
      </Section>
      <Assets project={project} />
    </DetailPage>
  );
}

function moneyFacts(project: ProjectMoney): Fact[] {
  const wan = (fen: number | undefined) => (
    <span title={moneyTitle(fen)}>{fen === undefined ? '没有登记' : `${formatMoney(fen, '万元')} 万元`}</span>
  );
  return [
    { label: '计划总投资', value: wan(project.plannedFen) },
    { label: '已分配', value: wan(project.allocatedFen) },
    { label: '已支付', value: wan(project.paidFen) },
    { label: '未支付', value: wan(project.allocatedFen - project.paidFen) },
    { label: '实施单位', value: project.implementer },
    { label: '建设内容', value: project.content, wide: true },
    { label: '绩效目标', value: project.goal, wide: true },
    {
      label: '联农带农方式',
      value: project.linkageWays.map((way) => words(LINKAGE_WAYS, way)).join('、') || undefined,
    },
    { label: '补助标准', value: project.subsidyStandard },
    { label: '附件', value: project.attachment },
    { label: '联农带农机制', value: project.linkage, wide: true },
  ];
}

function gainFacts({ gained, plannedHouseholds, plannedPersons }: ProjectMoney): Fact[] {
  return [
    { label: '受益户', value: `${formatCount(gained.households)} 户`, basis: '不重复的户' },
    { label: '户内人口', value: `${formatCount(gained.persons)} 人`, basis: '这些户现在的家庭人口' },
    {
      label: '受益人次',
      value: `${formatCount(gained.personTimes)} 人次`,
      basis: '每条受益记录的受益人数相加，同一户按方式重复计',
    },
    { label: '受益金额', value: `${formatMoney(gained.amountFen)} 元` },
    { label: '计划受益', value: `${formatCount(plannedHouseholds)} 户 ${formatCount(plannedPersons)} 人` },
  ];
}

const VILLAGES: ListColumn<ProjectMoney['villages'][number]>[] = [
  {
    key: 'village',
    title: '嘎查村',
    render: ({ name, isSite }) => (isSite ? name : `${name}（不在实施地点）`),
    width: 220,
  },
  {
    key: 'households',
    title: '受益户',
    render: ({ households }) => formatCount(households),
    width: 90,
    align: 'right',
  },
  {
    key: 'times',
    title: '受益人次',
    render: ({ personTimes }) => formatCount(personTimes),
    width: 90,
    align: 'right',
  },
];

type SpentLine = ProjectMoney['spent'][number];
type PaymentLine = SpentLine['payments'][number] & { documentNo: string };

const SPENT: ListColumn<SpentLine>[] = [
  {
    key: 'document',
    title: '指标文号',
    render: ({ documentNo, issuanceNumber }) => documentNo || issuanceNumber,
    width: 200,
  },
  { key: 'fund', title: '资金', render: fundWords, width: 130 },
  { key: 'year', title: '预算年度', render: ({ year }) => year || '', width: 90 },
  { key: 'on', title: '分配日期', render: ({ allocatedOn }) => allocatedOn, width: 106 },
  {
    key: 'amount',
    title: '分配（万元）',
    render: ({ amountFen }) => <Wan fen={amountFen} />,
    width: 110,
    align: 'right',
  },
];
const PAID: ListColumn<PaymentLine>[] = [
  { key: 'on', title: '支付日期', render: ({ paidOn }) => paidOn, width: 106 },
  { key: 'document', title: '资金来自', render: ({ documentNo }) => documentNo, width: 200 },
  { key: 'payee', title: '收款方', render: ({ payee }) => payee, width: 220 },
  { key: 'amount', title: '金额（元）', render: ({ amountFen }) => formatMoney(amountFen), width: 130, align: 'right' },
];

function Spent({ project }: { project: ProjectMoney }) {
  const navigate = useNavigate();
  const payments = project.spent.flatMap(({ documentNo, payments }) => payments.map((one) => ({ ...one, documentNo })));
  return (
    <>
      <Section title="资金来自哪些文件">
        <SmallTable
          label="分配到这个项目的资金"
          columns={SPENT}
          rows={project.spent}
          rowKey={({ number }) => number}
          onOpen={({ issuanceNumber }) => void navigate({ to: documentPath(issuanceNumber) })}
          none="还没有资金分配到这个项目"
        />
      </Section>
      <Section title="支付">
        <SmallTable
          label="这个项目的支付"
          columns={PAID}
          rows={payments}
          rowKey={({ number }) => number}
          none="还没有支付"
        />
      </Section>
    </>
  );
}

type AssetLine = ProjectMoney['assets'][number];

const words = (values: Readonly<Record<string, string>> | undefined, value: string | undefined) =>
  value === undefined ? '' : (values?.[value] ?? value);

const ASSETS: ListColumn<AssetLine>[] = [
  { key: 'number', title: '资产编号', render: ({ number }) => number, width: 150 },
  { key: 'name', title: '资产名称', render: ({ name }) => name, width: 200 },
  { key: 'kind', title: '类别', render: ({ kind }) => words(assetRegister.fields.assetKind.values, kind), width: 90 },
  { key: 'value', title: '原值（元）', render: ({ valueFen }) => formatMoney(valueFen), width: 130, align: 'right' },
  { key: 'owner', title: '所有权人', render: ({ owner }) => owner ?? '没有登记', width: 160 },
  {
    key: 'condition',
    title: '状况',
    render: ({ condition }) => words(assetRegister.fields.assetCondition.values, condition),
    width: 80,
  },
  {
    key: 'received',
    title: '收益到账（元）',
    render: ({ receivedFen }) => formatMoney(receivedFen),
    width: 130,
    align: 'right',
  },
  {
    key: 'distributed',
    title: '已分配（元）',
    render: ({ distributedFen }) => formatMoney(distributedFen),
    width: 130,
    align: 'right',
  },
];

function Assets({ project }: { project: ProjectMoney }) {
  const navigate = useNavigate();
  return (
    <Section title="形成的资产">
      <SmallTable
        label="形成的资产"
        columns={ASSETS}
        rows={project.assets}
        rowKey={({ number }) => number}
        onOpen={({ number }) => void navigate({ to: assetPath(number) })}
        none="没有登记由这个项目形成的资产"
      />
    </Section>
  );
}
