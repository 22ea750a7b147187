import { employmentConfirmationRegister } from './employment-confirmation-register.ts';
import { employmentSpellRegister } from './employment-spell-register.ts';
import { householdPayoutRegister } from './household-payout-register.ts';
import { postHolderRegister } from './post-holder-register.ts';
import { publicPostRegister } from './public-post-register.ts';
import { trainingRegister } from './training-register.ts';
import { workWishRegister } from './work-wish-register.ts';

export const employmentRegisters = [
  employmentSpellRegister,
  employmentConfirmationRegister,
  workWishRegister,
  publicPostRegister,
  postHolderRegister,
  trainingRegister,
  householdPayoutRegister,
];
