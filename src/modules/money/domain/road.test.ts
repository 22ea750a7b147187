import { describe, expect, it } from 'vitest';
import { leftOut, nextStep, type ProjectMoney, projectDoubts, projectRoad } from './road.ts';

const NEW = {
  enteredOn: null,
  plannedOn: null,
  removedOn: null,
  startedOn: null,
  finishedOn: null,
  acceptedOn: null,
  finalAccountOn: null,
  handedOverOn: null,
  formsAsset: null,
  projectKind: 'industry',
  performanceGoal: null,
  linkageWays: null,
  reachesHouseholds: null,
  plannedTotalFen: null,
} as unknown as Parameters<typeof projectRoad>[0];
const NO_MONEY: ProjectMoney = { allocatedFen: 0, paidFen: 0, assets: 0, households: 0 };

describe('the road of a project', () => {
  it.each([
    [{}, {}, '入库'],
    [{ enteredOn: '2022-01-05' }, {}, '列入年度计划'],
    [{ enteredOn: '2022-01-05', plannedOn: '2022-02-20' }, {}, '下达资金'],
    [{ enteredOn: '2022-01-05', plannedOn: '2022-02-20' }, { firstAllocatedOn: '2022-04-10' }, '开工'],
  ])('%j with %j waits for %s', (project, money, title) => {
    const dated = { ...NEW, ...project };
    expect(nextStep(dated, projectRoad(dated, { ...NO_MONEY, ...money }))?.title).toBe(title);
  });

  it('goes on after the last step that is done, and tells which were left out', () => {
    const jumped = { ...NEW, plannedOn: '2022-02-16', startedOn: '2022-04-20' };
    const road = projectRoad(jumped, NO_MONEY);
    expect(nextStep(jumped, road)?.title).toBe('完工');
    expect(leftOut(road).map(({ title }) => title)).toEqual(['入库', '下达资金']);
  });

  it('says what an industry project lacks before it may enter the library', () => {
    expect(projectRoad(NEW, NO_MONEY)[0]?.missing).toBe('登记入库日期；入库前还要补上绩效目标、联农带农方式');
  });

  it('has no asset step where none is formed, and ends when it was taken out', () => {
    expect(projectRoad({ ...NEW, formsAsset: false }, NO_MONEY).map(({ key }) => key)).not.toContain('handed-over');
    const removed = { ...NEW, removedOn: '2022-05-01' };
    expect(nextStep(removed, projectRoad(removed, NO_MONEY))).toBeUndefined();
  });
});

describe('what does not fit together', () => {
  it.each([
    [{}, { paidFen: 1, firstPaidOn: '2022-05-10' }, '2022-05-10 已经支付，但没有开工日期'],
    [
      { startedOn: '2022-06-01' },
      { paidFen: 1, firstPaidOn: '2022-05-10' },
      '2022-05-10 首次支付，早于开工 2022-06-01',
    ],
    [{ plannedTotalFen: 1_000_000 }, { allocatedFen: 1_500_000 }, '已分配的资金超过计划总投资 0.5 万元'],
    [{ removedOn: '2022-05-20' }, { paidFen: 1 }, '2022-05-20 已出库，但有支付'],
    [{ reachesHouseholds: true, startedOn: '2022-06-01' }, {}, '到户项目已经开工，还没有受益户'],
    [{ acceptedOn: '2022-08-01', startedOn: '2022-06-01', formsAsset: true }, {}, '已经验收，形成的资产没有登记'],
  ])('%j with %j', (project, money, doubt) => {
    expect(projectDoubts({ ...NEW, ...project }, { ...NO_MONEY, ...money })).toContain(doubt);
  });

  it('is silent about a project in order', () => {
    const inOrder = { ...NEW, startedOn: '2022-04-28' };
    expect(projectDoubts(inOrder, { ...NO_MONEY, paidFen: 1, firstPaidOn: '2022-05-10' })).toEqual([]);
  });
});
