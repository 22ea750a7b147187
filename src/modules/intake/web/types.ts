import type { Api } from '../../../platform/web/api.ts';
import type { feedsContract } from '../../feeds/domain/contract.ts';
import type { intakeContract } from '../domain/contract.ts';

export type Dataset = Awaited<ReturnType<Api<typeof feedsContract>['client']['datasets']>>[number];
export type FilePreview = Awaited<ReturnType<Api<typeof intakeContract>['client']['previewFile']>>;
