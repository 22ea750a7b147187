import { createApi } from '../../../platform/web/api.ts';
import { monitoringContract } from '../domain/contract.ts';

export const monitoring = createApi(monitoringContract);
