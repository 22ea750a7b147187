import { dutyActionRegister } from './duty-action-register.ts';
import { dutyTermRegister } from './duty-term-register.ts';
import { leadingGroupRegister } from './leading-group-register.ts';
import { policyClauseRegister } from './policy-clause-register.ts';
import { policyRegister } from './policy-register.ts';
import { policyTaskRegister } from './policy-task-register.ts';
import { policyTaskReportRegister } from './policy-task-report-register.ts';

export const policiesRegisters = [
  policyRegister,
  policyClauseRegister,
  policyTaskRegister,
  policyTaskReportRegister,
  dutyTermRegister,
  leadingGroupRegister,
  dutyActionRegister,
];
