import { insuranceClaimRegister } from './insurance-claim-register.ts';
import { insurancePolicyRegister } from './insurance-policy-register.ts';

export const insuranceRegisters = [insurancePolicyRegister, insuranceClaimRegister];
