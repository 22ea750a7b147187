import { projectBeneficiaryRegister } from './project-beneficiary-register.ts';
import { projectProgressRegister } from './project-progress-register.ts';
import { projectProposalRegister } from './project-proposal-register.ts';
import { projectRegister } from './project-register.ts';
import { relocationHouseholdRegister } from './relocation-household-register.ts';
import { relocationSiteRegister } from './relocation-site-register.ts';

export const projectsRegisters = [
  projectProposalRegister,
  projectRegister,
  projectBeneficiaryRegister,
  projectProgressRegister,
  relocationSiteRegister,
  relocationHouseholdRegister,
];
