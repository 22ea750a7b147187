// The road of a project: its steps with their days, and in words what is missing for the next one (handbook §7.3, domain/registers §5).
// A project that jumps a step (paid before it began) is told, not corrected.

import type { Fen } from '../../../kernel/money.ts';
import type { Project } from '../../projects/domain/project-register.ts';

export type RoadStep = { key: string; title: string; on?: string; isDone: boolean; missing?: string };

export type ProjectMoney = {
  allocatedFen: Fen;
  paidFen: Fen;
  firstAllocatedOn?: string | undefined;
  firstPaidOn?: string | undefined;
  assets: number;
  households: number;
};

/** What the road of a project is read from. */
export type DatedProject = Pick<
  Project,
  | 'enteredOn'
  | 'plannedOn'
  | 'removedOn'
  | 'startedOn'
  | 'finishedOn'
  | 'acceptedOn'
  | 'finalAccountOn'
  | 'handedOverOn'
  | 'formsAsset'
  | 'projectKind'
  | 'performanceGoal'
  | 'linkageWays'
  | 'reachesHouseholds'
  | 'plannedTotalFen'
>;

function libraryMissing(project: DatedProject): string {
  const lacks = [
    project.performanceGoal ? undefined : '绩效目标',
    project.projectKind === 'industry' && (project.linkageWays ?? []).length === 0 ? '联农带农方式' : undefined,
  ].filter(Boolean);
  return `登记入库日期${lacks.length > 0 ? `；入库前还要补上${lacks.join('、')}` : ''}`;
}

/** All steps, in order; `missing` says what to do for each that is not done. */
export function projectRoad(project: DatedProject, money: ProjectMoney): RoadStep[] {
  const step = (key: string, title: string, on: string | null | undefined, missing: string): RoadStep => ({
    ...{ key, title, isDone: Boolean(on) },
    ...(on ? { on } : { missing }),
  });
  return [
    step('library', '入库', project.enteredOn, libraryMissing(project)),
    step('plan', '列入年度计划', project.plannedOn, '登记计划年度、列入计划日期和计划总投资'),
    step('funded', '下达资金', money.firstAllocatedOn, '由财政把已下达的资金分配到这个项目（资金分配到项目）'),
    step('started', '开工', project.startedOn, '登记开工日期；补助类项目以首批名单审定之日为开工'),
    step('finished', '完工', project.finishedOn, '登记完工日期'),
    step('accepted', '验收', project.acceptedOn, '登记验收日期'),
    step('settled', '决（结）算', project.finalAccountOn, '登记决算日期和决算金额'),
    ...(project.formsAsset === false ? [] : [assetStep(project, money)]),
  ];
}

function assetStep({ handedOverOn }: DatedProject, { assets }: ProjectMoney): RoadStep {
  const missing = assets === 0 ? '把形成的资产登记到帮扶项目资产，并填写来源项目编号' : '登记移交日期';
  return {
    ...{ key: 'handed-over', title: '形成资产并移交', isDone: Boolean(handedOverOn) },
    ...(handedOverOn ? { on: handedOverOn } : { missing }),
  };
}

/** The step after the last that is done; none for a project that was taken out of the library. */
export function nextStep(
  { removedOn }: { removedOn?: string | null },
  road: readonly RoadStep[],
): RoadStep | undefined {
  return removedOn ? undefined : road[road.findLastIndex(({ isDone }) => isDone) + 1];
}

/** Steps without a day before one that is done: left out on paper, not on the ground. */
export function leftOut(road: readonly RoadStep[]): RoadStep[] {
  return road.slice(0, road.findLastIndex(({ isDone }) => isDone) + 1).filter(({ isDone }) => !isDone);
}

/** What does not fit together, in words, worst first. */
export function projectDoubts(project: DatedProject, money: ProjectMoney): string[] {
  const began = [project.startedOn, project.finishedOn, project.acceptedOn].filter(Boolean).sort()[0];
  const { firstPaidOn } = money;
  const over = money.allocatedFen - (project.plannedTotalFen ?? money.allocatedFen);
  return [
    over > 0 ? `已分配的资金超过计划总投资 ${over / 1_000_000} 万元` : undefined,
    firstPaidOn && !began ? `${firstPaidOn} 已经支付，但没有开工日期` : undefined,
    firstPaidOn && began && firstPaidOn < began ? `${firstPaidOn} 首次支付，早于开工 ${began}` : undefined,
    project.removedOn && money.paidFen > 0 ? `${project.removedOn} 已出库，但有支付` : undefined,
    project.finishedOn && !project.startedOn ? '有完工日期，没有开工日期' : undefined,
    project.reachesHouseholds && money.households === 0 && began ? '到户项目已经开工，还没有受益户' : undefined,
    project.acceptedOn && project.formsAsset && money.assets === 0 ? '已经验收，形成的资产没有登记' : undefined,
  ].filter((doubt): doubt is string => doubt !== undefined);
}
