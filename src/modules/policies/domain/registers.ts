import { contingencyPlanRegister } from './contingency-plan-register.ts';
import { dutyTermRegister } from './duty-term-register.ts';
import { policyClauseRegister } from './policy-clause-register.ts';
import { policyRegister } from './policy-register.ts';
import { policyTaskRegister } from './policy-task-register.ts';

export const policiesRegisters = [
  policyRegister,
  policyClauseRegister,
  policyTaskRegister,
  dutyTermRegister,
  contingencyPlanRegister,
];
