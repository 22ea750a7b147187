// Operations of help: measures, visits, gaps and the library of measures.

import { libraryContract } from './library-contract.ts';
import { measuresContract } from './measures-contract.ts';

export const helpContract = { ...measuresContract, ...libraryContract };
