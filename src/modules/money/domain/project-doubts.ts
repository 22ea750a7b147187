// What does not fit together in a project: told, not corrected (handbook §7.3, domain/registers §5).

import type { Fen } from '../../../kernel/money.ts';
import type { Project } from '../../projects/domain/project-register.ts';

export type ProjectMoney = {
  allocatedFen: Fen;
  paidFen: Fen;
  firstPaidOn?: string | undefined;
  assets: number;
  households: number;
};

/** What doubts are read from. */
export type DatedProject = Pick<
  Project,
  'removedOn' | 'startedOn' | 'finishedOn' | 'acceptedOn' | 'formsAsset' | 'reachesHouseholds' | 'plannedTotalFen'
> & { attachment?: string | null; photos?: number; firstPhotoOn?: string | null };

/** The day reports are counted on. */
function isMonthEnd(day: string): boolean {
  return new Date(Date.parse(day) + 86_400_000).getUTCDate() === 1;
}

/** What does not fit together, in words, worst first. */
export function projectDoubts(project: DatedProject, money: ProjectMoney): string[] {
  const began = [project.startedOn, project.finishedOn, project.acceptedOn].filter(Boolean).sort()[0];
  const { firstPaidOn } = money;
  const over = money.allocatedFen - (project.plannedTotalFen ?? money.allocatedFen);
  const { startedOn, firstPhotoOn } = project;
  const isDueDay = startedOn !== null && isMonthEnd(startedOn);
  return [
    over > 0 ? `已分配的资金超过计划总投资 ${over / 1_000_000} 万元` : undefined,
    firstPaidOn && !began ? `${firstPaidOn} 已经支付，但没有开工日期` : undefined,
    firstPaidOn && began && firstPaidOn < began ? `${firstPaidOn} 首次支付，早于开工 ${began}` : undefined,
    project.removedOn && money.paidFen > 0 ? `${project.removedOn} 已出库，但有支付` : undefined,
    project.finishedOn && !project.startedOn ? '有完工日期，没有开工日期' : undefined,
    isDueDay && !project.attachment && !project.photos
      ? `开工日期 ${startedOn} 是月报截止日，没有开工照片等附件，请以照片日期核对`
      : undefined,
    isDueDay && firstPhotoOn && firstPhotoOn > startedOn
      ? `开工日期 ${startedOn} 是月报截止日，最早的照片拍摄于 ${firstPhotoOn}`
      : undefined,
    project.reachesHouseholds && money.households === 0 && began ? '到户项目已经开工，还没有受益户' : undefined,
    project.acceptedOn && project.formsAsset && money.assets === 0 ? '已经验收，形成的资产没有登记' : undefined,
  ].filter((doubt): doubt is string => doubt !== undefined);
}
