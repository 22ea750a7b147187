// Operations on data cleaning.

import { issuesContract } from './issues-contract.ts';
import { runsContract } from './runs-contract.ts';

export const cleaningContract = { ...runsContract, ...issuesContract };
