import { createApi } from '../../../platform/web/api.ts';
import { inquiriesContract } from '../domain/contract.ts';

export const inquiries = createApi(inquiriesContract);
