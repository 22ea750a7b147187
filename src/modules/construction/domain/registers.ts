import { toiletIssueRegister } from './toilet-issue-register.ts';
import { toiletRegister } from './toilet-register.ts';
import { villageWorkRegister } from './village-work-register.ts';

export const constructionRegisters = [toiletRegister, toiletIssueRegister, villageWorkRegister];
