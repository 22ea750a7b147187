import { employmentConfirmationRegister } from './employment-confirmation-register.ts';
import { employmentSpellRegister } from './employment-spell-register.ts';
import { householdPayoutRegister } from './household-payout-register.ts';
import { publicPostRegister } from './public-post-register.ts';
import { trainingRegister } from './training-register.ts';

export const employmentRegisters = [
  employmentSpellRegister,
  employmentConfirmationRegister,
  publicPostRegister,
  trainingRegister,
  householdPayoutRegister,
];
