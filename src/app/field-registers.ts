// The registers of the phone: those whose rows may be made without a network. By name, so that the phone does not load the others; a test
// holds them against the catalogue.

import type { RegisterDefinition } from '../kernel/register/define-register.ts';
import { assetCheckRegister } from '../modules/assets/domain/registers/asset-check-register.ts';
import { toiletRegister } from '../modules/construction/domain/registers/toilet-register.ts';
import { publicPostRegister } from '../modules/employment/domain/registers/public-post-register.ts';
import { workWishRegister } from '../modules/employment/domain/registers/work-wish-register.ts';
import { pointEntryRegister } from '../modules/governance/domain/registers/point-entry-register.ts';
import { courtyardRegister } from '../modules/industry/domain/registers/courtyard-register.ts';
import { loanApplicationRegister } from '../modules/industry/domain/registers/loan-application-register.ts';
import { linkageCheckRegister } from '../modules/linkage/domain/registers/linkage-check-register.ts';
import { linkageProposalRegister } from '../modules/linkage/domain/registers/linkage-proposal-register.ts';
import { heatingCheckRegister } from '../modules/relocation/domain/heating-check-register.ts';
import { siteRiskRegister } from '../modules/relocation/domain/site-risk-register.ts';
import { teamDiaryRegister } from '../modules/teams/domain/registers/team-diary-register.ts';
import { teamFixRegister } from '../modules/teams/domain/registers/team-fix-register.ts';
import { teamLeaveRegister } from '../modules/teams/domain/registers/team-leave-register.ts';
import { teamTaskRecordRegister } from '../modules/teams/domain/registers/team-task-record-register.ts';

export const fieldRegisters = [
  assetCheckRegister,
  courtyardRegister,
  loanApplicationRegister,
  workWishRegister,
  publicPostRegister,
  heatingCheckRegister,
  siteRiskRegister,
  linkageCheckRegister,
  linkageProposalRegister,
  teamDiaryRegister,
  teamTaskRecordRegister,
  teamLeaveRegister,
  teamFixRegister,
  toiletRegister,
  pointEntryRegister,
] as unknown as readonly RegisterDefinition[];
