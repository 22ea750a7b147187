import { clauseRuleRegister } from './clause-rule-register.ts';
import { policyBenefitRegister } from './policy-benefit-register.ts';

export const entitlementsRegisters = [clauseRuleRegister, policyBenefitRegister];
