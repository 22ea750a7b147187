import type { Api } from '../../../platform/web/api.ts';
import type { feedsContract } from '../domain/contract.ts';

type Client = Api<typeof feedsContract>['client'];

export type Dataset = Awaited<ReturnType<Client['datasets']>>[number];
export type BatchItem = Awaited<ReturnType<Client['batches']>>['items'][number];
export type BatchDetail = Awaited<ReturnType<Client['batch']>>;
export type Counted = BatchDetail['methods'][number];
export type QuarantinedRow = Awaited<ReturnType<Client['quarantine']>>['items'][number];
export type ReviewItem = Awaited<ReturnType<Client['review']>>['items'][number];
export type ReviewDetail = Awaited<ReturnType<Client['reviewRow']>>;
export type Candidate = ReviewDetail['candidates'][number];
export type Rate = Awaited<ReturnType<Client['rates']>>[number];
