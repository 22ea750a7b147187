// Operations on regions. Everybody signed in may see every region: names and codes are public.

import * as z from 'zod';
import { regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, ROLES, requestId } from '../../../kernel/operation.ts';
import { LEVELS } from '../../../kernel/region-code.ts';
import { DESIGNATIONS } from './designations.ts';
import { CHANGE_KINDS, regionChange } from './region-change.ts';

const code = z.object({ code: regionCode });

export const regionItem = z.object({
  code: z.number().int(),
  name: z.string(),
  level: z.enum(LEVELS),
  /** What kind of village it is, where that is known; else empty. */
  kind: z.string(),
});

/** `pathText` is the names of the regions above it: 乌兰察布市 / 商都县. */
const regionHit = regionItem.extend({ pathText: z.string() });

const countyDesignation = z.object({
  countyCode: z.number().int(),
  countyName: z.string(),
  designation: z.enum(DESIGNATIONS),
  evidence: z.string(),
});

/** What lies in a region and goes along when its code changes. `cases` are under way, `warnings` and `clues` are open. */
const changeCounts = z.object({
  households: z.number().int(),
  persons: z.number().int(),
  cases: z.number().int(),
  clues: z.number().int(),
  warnings: z.number().int(),
  accounts: z.number().int(),
});
export type ChangeCounts = z.output<typeof changeCounts>;

/** Changes made together: all or none. */
const changes = z.array(regionChange).min(1).max(100).meta({ title: '变更' });

const recordedChange = z.object({
  id: z.number().int(),
  kind: z.enum(CHANGE_KINDS),
  oldCode: z.number().int(),
  oldName: z.string(),
  newCode: z.number().int(),
  newName: z.string(),
  effectiveOn: z.string(),
  document: z.string(),
  counts: changeCounts.partial(),
  accountName: z.string(),
  at: z.string(),
});

const CHANGERS = ['region-officer', 'administrator'] as const;

export const regionsContract = {
  children: operation({ name: 'regions.children', roles: ROLES })
    .route({ method: 'GET', path: '/regions/{code}/children', summary: '下级区域' })
    .input(code)
    .output(z.array(regionItem)),

  path: operation({ name: 'regions.path', roles: ROLES })
    .route({ method: 'GET', path: '/regions/{code}/path', summary: '区域路径：从自治区到该区域' })
    .input(code)
    .output(z.array(regionItem)),

  search: operation({ name: 'regions.search', roles: ROLES })
    .route({ method: 'GET', path: '/regions', summary: '按名称、拼音、首字母或代码查找区域' })
    .input(z.object({ text: z.string().trim().min(1).max(40), within: regionCode.optional() }))
    .output(z.array(regionHit)),

  designations: operation({ name: 'regions.designations', roles: ROLES })
    .route({ method: 'GET', path: '/regions/{code}/designations', summary: '区域内各旗县的称号' })
    .input(code)
    .output(z.array(countyDesignation)),

  changes: operation({ name: 'regions.changes', roles: ROLES })
    .route({ method: 'GET', path: '/region-changes', summary: '区划变更记录' })
    .input(pageInput.extend({ area: regionCode.optional() }))
    .output(pageOf(recordedChange)),

  previewChanges: operation({ name: 'regions.preview-changes', roles: CHANGERS })
    .route({ method: 'POST', path: '/region-changes/preview', summary: '预览区划变更' })
    .input(z.object({ changes }))
    .output(
      z.array(
        changeCounts.extend({
          ...regionChange.shape,
          oldName: z.string(),
          /** The name of the new code once the change is made. */
          shownName: z.string(),
        }),
      ),
    ),

  applyChanges: operation({ name: 'regions.apply-changes', roles: CHANGERS, writes: true })
    .route({ method: 'POST', path: '/region-changes', summary: '办理区划变更' })
    .input(z.object({ requestId, changes }))
    .output(z.object({ changes: z.number().int(), moved: changeCounts })),
};
