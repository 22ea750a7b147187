// The forms of projects as data (registers §5, forms): which columns of which rows. Titles, units and words are those of the registers.

import { byHand, type FormColumn, type Reckoned } from '../../../../platform/server/registers/forms/form-cells.ts';
import { projectProposalRegister } from '../../../projects/domain/project-proposal-register.ts';
import { projectRegister } from '../../../projects/domain/project-register.ts';
import type { ProjectFormKey } from '../../domain/forms.ts';

export type ProjectForm = {
  register: typeof projectRegister | typeof projectProposalRegister;
  columns: readonly FormColumn[];
  /** SQL over the row `t`; `year` is the year asked for. */
  where: (year: number) => string;
};

const wan = (name: string, title: string): Reckoned => ({ name, title, kind: 'wan' });
const count = (name: string, title: string): Reckoned => ({ name, title, kind: 'number' });
const SITES: Reckoned = { name: 'siteNames', title: '实施地点', kind: 'text' };

const PLANNED_MONEY = [
  'plannedTotalFen',
  'plannedTransitionFundFen',
  'plannedCooperationFundFen',
  'plannedOtherFundFen',
] as const;
const LINKAGE = ['linkageWays', 'linkageMechanism'] as const;
const PLANNED_PEOPLE = ['plannedHouseholds', 'plannedPersons', 'plannedFocusBeneficiaries'] as const;
const ofPlan = (year: number) => `t.plan_year = ${year} and t.removed_on is null`;

export const PROJECT_FORMS: Record<Exclude<ProjectFormKey, 'beneficiaries'>, ProjectForm> = {
  proposals: {
    register: projectProposalRegister,
    columns: [
      ...['projectName', 'villageCode', 'projectKind', 'industrySubkind', 'constructionNature', 'constructionContent'],
      ...['subsidyStandard', 'plannedStart', 'plannedFinish', ...PLANNED_MONEY, 'performanceGoal', ...LINKAGE],
      ...[...PLANNED_PEOPLE, 'meetingOn', 'noticeFrom', 'noticeUntil', 'proposedOn'],
      ...['reviewedOn', 'approvedOn', 'enteredOn', 'projectNumber'],
    ],
    where: (year) => `t.wanted_year = ${year} and t.proposed_on is not null`,
  },
  library: {
    register: projectRegister,
    columns: [
      ...['number', 'projectName', 'projectKind', 'industrySubkind', 'constructionNature', SITES],
      ...['constructionContent', 'subsidyStandard', 'plannedStart', 'plannedFinish', 'department', 'implementer'],
      ...[...PLANNED_MONEY, 'performanceGoal', ...LINKAGE, ...PLANNED_PEOPLE, 'enteredOn'],
    ],
    where: () => `t.entered_on is not null and t.planned_on is null and t.removed_on is null`,
  },
  plan: {
    register: projectRegister,
    columns: [
      ...['number', 'projectName', 'projectKind', SITES, 'constructionContent', ...PLANNED_MONEY, 'subsidyStandard'],
      ...['plannedStart', 'plannedFinish', 'implementer', 'responsible', 'performanceGoal', ...LINKAGE],
      ...PLANNED_PEOPLE,
    ],
    where: ofPlan,
  },
  progress: {
    register: projectRegister,
    columns: [
      ...['number', 'projectName', 'projectKind', SITES, 'implementer', 'plannedTotalFen'],
      ...[wan('allocatedFen', '已分配资金'), wan('paidFen', '已支付资金'), 'plannedStart', 'plannedFinish'],
      ...['startedOn', 'finishedOn', 'acceptedOn', 'finalAccountOn', 'handedOverOn', byHand('形象进度和问题')],
    ],
    where: ofPlan,
  },
  acceptance: {
    register: projectRegister,
    columns: [
      ...['number', 'projectName', SITES, 'constructionContent', 'implementer', 'winner', 'plannedTotalFen'],
      ...['contractAmountFen', wan('paidFen', '已支付资金'), 'startedOn', 'finishedOn', 'acceptedOn'],
      ...[byHand('验收结论'), byHand('验收组成员签字')],
    ],
    where: (year) => `${ofPlan(year)} and t.finished_on is not null`,
  },
  linkage: {
    register: projectRegister,
    columns: [
      ...['number', 'projectName', 'industrySubkind', SITES, 'implementer', ...LINKAGE, ...PLANNED_PEOPLE],
      ...[count('households', '实际受益户数（户）'), count('personTimes', '实际受益人次（人次）')],
      { name: 'benefitFen', title: '受益金额', kind: 'yuan' },
    ],
    where: (year) => `${ofPlan(year)} and t.project_kind = 'industry'`,
  },
};
