// Operations on parameters: what holds where, and a new value.

import * as z from 'zod';
import { day, regionCode } from '../../../kernel/input.ts';
import { operation, READERS, requestId } from '../../../kernel/operation.ts';

const SETTING = ['county-officer', 'region-officer'] as const;
const int = z.number().int();

const parameterItem = z.object({
  key: z.string(),
  /** In force on the day asked for; absent where nobody set one. */
  value: z.number().optional(),
  /** Region whose value it is; absent for the program's own fallback. */
  fromCode: int.optional(),
  fromName: z.string().optional(),
  effectiveFrom: z.string().optional(),
});

const parameterHistory = z.object({
  regionCode: int,
  regionName: z.string(),
  key: z.string(),
  value: z.number(),
  effectiveFrom: z.string(),
  note: z.string(),
  accountName: z.string(),
  at: z.string(),
});

export const parametersContract = {
  parameters: operation({ name: 'parameters.list', roles: READERS })
    .route({ method: 'GET', path: '/parameters', summary: '各区域执行的参数' })
    .input(z.object({ area: regionCode.optional(), on: day.optional() }))
    .output(
      z.object({
        on: z.string(),
        regions: z.array(z.object({ code: int, name: z.string(), values: z.array(parameterItem) })),
        history: z.array(parameterHistory),
      }),
    ),

  saveParameter: operation({ name: 'parameters.save', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/parameters', summary: '设定参数' })
    .input(
      z.object({
        requestId,
        regionCode,
        key: z.string().max(60),
        value: z.number(),
        effectiveFrom: day,
        note: z.string().trim().max(200).default(''),
      }),
    )
    .output(z.object({ id: int })),
};
