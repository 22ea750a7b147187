// Operations on regions. Everybody signed in may see every region: names and codes are public.

import * as z from 'zod';
import { regionCode } from '../../../kernel/input.ts';
import { operation, ROLES } from '../../../kernel/operation.ts';
import { LEVELS } from '../../../kernel/region-code.ts';
import { DESIGNATIONS } from './designations.ts';

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

export const regionsContract = {
  children: operation({ name: 'regions.children', roles: ROLES })
    .route({ method: 'GET', path: '/regions/{code}/children', summary: '下级区域' })
    .input(code)
    .output(z.array(regionItem)),

  path: operation({ name: 'regions.path', roles: ROLES })
    .route({ method: 'GET', path: '/regions/{code}/path', summary: '区域路径:从自治区到该区域' })
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
};
