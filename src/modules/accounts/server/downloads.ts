// Workbooks of accounts: one to fill in, and the refused rows of one that was handed in.

import * as z from 'zod';
import { downloadHeaders } from '../../../platform/server/http/download-headers.ts';
import { type RawRoute, rawRoute } from '../../../platform/server/http/raw-route.ts';
import { accountsWorkbook } from './import-accounts.ts';
import { auditDownloads } from './sealed-audit.ts';

const meta = { roles: ['administrator'] as const, writes: false, offline: false };

export const accountsDownloads: RawRoute[] = [
  ...auditDownloads,
  rawRoute({
    meta: { name: 'accounts.template', ...meta },
    method: 'GET',
    path: '/accounts/template',
    input: z.object({}),
    answer: async (context) => ({
      headers: downloadHeaders('账号导入模板.xlsx', 'xlsx'),
      body: await accountsWorkbook(context, undefined),
    }),
  }),
  rawRoute({
    meta: { name: 'accounts.download-refused', ...meta },
    method: 'GET',
    path: '/accounts/import/:fileId/refused',
    input: z.object({ fileId: z.uuid() }),
    answer: async (context, { fileId }) => ({
      headers: downloadHeaders('账号未收录行.xlsx', 'xlsx'),
      body: await accountsWorkbook(context, fileId),
    }),
  }),
];
