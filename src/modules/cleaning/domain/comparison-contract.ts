// Operations on the four-way comparison (机账实卡).

import * as z from 'zod';
import { day, keysOf, recordKey, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS, requestId } from '../../../kernel/operation.ts';
import { COMPARED_KEYS, type PAIRS } from './comparison.ts';
import { ANSWERING } from './issues-contract.ts';
import { BASES, CHECK_LOOKS } from './words.ts';

const int = z.number().int();
const value = z.string().trim().max(200);
export const comparedKey = z.enum(COMPARED_KEYS);

export const checkFilters = z.object({
  area: regionCode.optional(),
  look: z.enum(keysOf(CHECK_LOOKS)).default('differing'),
});

const share = z.object({ compared: int, equal: int });
const pairs = z.object({
  'system-ledger': share,
  'system-seen': share,
  'ledger-seen': share,
  'seen-card': share,
} satisfies Record<keyof typeof PAIRS, typeof share>);

const checkLine = z.object({
  countyCode: int,
  id: int,
  townshipName: z.string(),
  villageName: z.string(),
  householdId: int,
  householdNumber: z.string(),
  headName: z.string(),
  field: comparedKey,
  system: z.string().optional(),
  ledger: z.string(),
  seen: z.string(),
  card: z.string().optional(),
  cardPrintedOn: z.string().optional(),
  accepted: z.string().optional(),
  basis: z.enum(keysOf(BASES)),
  note: z.string(),
  corrected: z.boolean(),
  checkedOn: z.string(),
  checkedBy: z.string(),
});

export const comparisonContract = {
  compare: operation({ name: 'cleaning.compare', roles: ANSWERING, writes: true, offline: true })
    .route({ method: 'POST', path: '/cleaning/comparisons', summary: '登记机账实卡核查' })
    .input(
      z.object({
        requestId,
        household: recordKey,
        checkedOn: day.meta({ title: '核查日期' }),
        /** A card ages: it is compared knowing its day. */
        cardPrintedOn: day.optional().meta({ title: '明白卡打印日期' }),
        basis: z.enum(keysOf(BASES)).meta({ title: '依据' }),
        note: z.string().trim().max(300).optional().meta({ title: '情况说明' }),
        /** Fields of members that can be put right are, for the signature of somebody else; everything else becomes an issue. */
        correct: z.boolean().default(false),
        fields: z
          .array(
            z.object({
              field: comparedKey,
              seen: value,
              /** Left out: no card, or the card does not say. */
              card: value.optional(),
              /** Who it holds of, where the field is about members. */
              people: z.array(int).max(60).optional(),
            }),
          )
          .min(1, '请至少核查一项')
          .max(COMPARED_KEYS.length)
          .refine((all) => new Set(all.map(({ field }) => field)).size === all.length, '同一项只核查一次'),
      }),
    )
    .output(z.object({ compared: int, differing: int, corrected: int, issues: int })),

  consistency: operation({ name: 'cleaning.consistency', roles: READERS })
    .route({ method: 'GET', path: '/cleaning/comparisons/rates', summary: '机账实卡一致率' })
    .input(z.object({ area: regionCode.optional() }))
    .output(z.object({ households: int, fields: z.array(z.object({ field: comparedKey, checks: int, pairs })) })),

  checks: operation({ name: 'cleaning.checks', roles: READERS })
    .route({ method: 'GET', path: '/cleaning/comparisons', summary: '机账实卡核查记录' })
    .input(pageInput.extend(checkFilters.shape))
    .output(pageOf(checkLine)),
};
