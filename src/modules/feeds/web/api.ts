import { createApi } from '../../../platform/web/api.ts';
import { feedsContract } from '../domain/contract.ts';

export const feeds = createApi(feedsContract);
