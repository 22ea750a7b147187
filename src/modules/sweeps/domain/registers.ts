import { sweepListingRegister } from './registers/sweep-listing-register.ts';
import { sweepRegister } from './registers/sweep-register.ts';
import { sweepRuleRegister } from './registers/sweep-rule-register.ts';

export const sweepsRegisters = [sweepRegister, sweepRuleRegister, sweepListingRegister];
