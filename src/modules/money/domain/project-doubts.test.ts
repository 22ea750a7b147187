import { describe, expect, it } from 'vitest';
import { type ProjectMoney, projectDoubts } from './project-doubts.ts';

const NEW = {
  removedOn: null,
  startedOn: null,
  finishedOn: null,
  acceptedOn: null,
  formsAsset: null,
  reachesHouseholds: null,
  plannedTotalFen: null,
  attachment: null,
} as unknown as Parameters<typeof projectDoubts>[0];
const NO_MONEY: ProjectMoney = { allocatedFen: 0, paidFen: 0, assets: 0, households: 0 };

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
    [
      { startedOn: '2022-05-31', photos: 2, firstPhotoOn: '2022-06-12' },
      {},
      '开工日期 2022-05-31 是月报截止日，最早的照片拍摄于 2022-06-12',
    ],
    [{ acceptedOn: '2022-08-01', startedOn: '2022-06-01', formsAsset: true }, {}, '已经验收，形成的资产没有登记'],
  ])('%j with %j', (project, money, doubt) => {
    expect(projectDoubts({ ...NEW, ...project }, { ...NO_MONEY, ...money })).toContain(doubt);
  });

  it('is silent about a project in order', () => {
    const inOrder = { ...NEW, startedOn: '2022-04-28' };
    expect(projectDoubts(inOrder, { ...NO_MONEY, paidFen: 1, firstPaidOn: '2022-05-10' })).toEqual([]);
    const onDueDay = { ...NEW, startedOn: '2022-05-31', photos: 1, firstPhotoOn: '2022-05-31' };
    expect(projectDoubts(onDueDay, NO_MONEY)).toEqual([]);
  });
});
