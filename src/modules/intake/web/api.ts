import { createApi } from '../../../platform/web/api.ts';
import { intakeContract } from '../domain/contract.ts';

export const intake = createApi(intakeContract);
