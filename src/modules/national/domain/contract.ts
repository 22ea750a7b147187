// Operations of the list for the national system and of the comparison with its export.

import { changesContract } from './changes-contract.ts';
import { nationalExportContract } from './national-export-contract.ts';

export const nationalContract = { ...changesContract, ...nationalExportContract };
