// What operations ask and tell of numbers that a region sets from a day on; each slice says its keys and their limits.

import * as z from 'zod';
import { day, regionCode } from '../input.ts';
import { requestId } from '../operation.ts';

/** The number in force, and who set it; without a region nobody has, and the value of the program holds. */
export const settingShown = z.object({
  key: z.string(),
  title: z.string(),
  value: z.number(),
  regionName: z.string().optional(),
  effectiveFrom: z.string().optional(),
  basis: z.string().optional(),
});

/** A number from a day on, with the paper it rests on. */
export function settingGiven<Key extends z.ZodType, Value extends z.ZodType>(key: Key, value: Value) {
  return z.object({
    requestId,
    regionCode,
    key,
    value,
    effectiveFrom: day.meta({ title: '生效日期' }),
    basis: z.string().trim().min(2, '请填写依据的文件').max(200).meta({ title: '依据' }),
  });
}
