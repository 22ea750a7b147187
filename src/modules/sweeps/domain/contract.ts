// Operations on rounds.

import { boardContract } from './board-contract.ts';
import { visitsContract } from './visit-contract.ts';

export const sweepsContract = { ...boardContract, ...visitsContract };
