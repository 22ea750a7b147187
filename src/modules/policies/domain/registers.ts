import { policyClauseRegister } from './policy-clause-register.ts';
import { policyRegister } from './policy-register.ts';

export const policiesRegisters = [policyRegister, policyClauseRegister];
