import { livestockSeparationRegister } from './livestock-separation-register.ts';
import { toiletIssueRegister } from './toilet-issue-register.ts';
import { toiletLookRegister } from './toilet-look-register.ts';
import { toiletRegister } from './toilet-register.ts';
import { villageWorkCheckRegister } from './village-work-check-register.ts';
import { villageWorkRegister } from './village-work-register.ts';

export const constructionRegisters = [
  toiletRegister,
  toiletIssueRegister,
  toiletLookRegister,
  villageWorkRegister,
  villageWorkCheckRegister,
  livestockSeparationRegister,
];
