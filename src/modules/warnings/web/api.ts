import { createApi } from '../../../platform/web/api.ts';
import { warningsContract } from '../domain/contract.ts';

export const warnings = createApi(warningsContract);
