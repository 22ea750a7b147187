import type { Api } from '../../../platform/web/api.ts';
import type { inquiriesContract } from '../domain/contract.ts';

type Client = Api<typeof inquiriesContract>['client'];

export type InquiryItem = Awaited<ReturnType<Client['list']>>['items'][number];
export type Inquiry = Awaited<ReturnType<Client['show']>>;
export type PersonItem = Awaited<ReturnType<Client['persons']>>['items'][number];
export type Recorded = Awaited<ReturnType<Client['record']>>;
