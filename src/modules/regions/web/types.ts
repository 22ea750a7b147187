import type { Api } from '../../../platform/web/api.ts';
import type { regionsContract } from '../domain/contract.ts';

type Client = Api<typeof regionsContract>['client'];

export type RecordedChange = Awaited<ReturnType<Client['changes']>>['items'][number];
export type PreviewedChange = Awaited<ReturnType<Client['previewChanges']>>[number];
