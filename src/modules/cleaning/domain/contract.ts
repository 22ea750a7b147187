// Operations on data cleaning.

import { comparisonContract } from './comparison-contract.ts';
import { correctionsContract } from './corrections-contract.ts';
import { issuesContract } from './issues-contract.ts';
import { runsContract } from './runs-contract.ts';

export const cleaningContract = { ...runsContract, ...issuesContract, ...correctionsContract, ...comparisonContract };
