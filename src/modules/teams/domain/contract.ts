// The operations of the slice.

import { assessmentContract } from './assessment-contract.ts';
import { attendanceContract } from './attendance-contract.ts';

export const teamsContract = { ...attendanceContract, ...assessmentContract };
