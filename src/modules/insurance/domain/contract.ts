// Operations on what catches a family that falls: the county's insurance, and dibao.

import * as z from 'zod';
import { filterText, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS } from '../../../kernel/operation.ts';
import { FLOOR_LOOKS, INSURANCE_CONCERNS } from './looks.ts';

const int = z.number().int();
const area = regionCode.optional();
const sums = {
  /** Policies against falling back that are in force. */
  policies: int,
  /** People a premium was paid for, and people the policy would pay for: two different numbers. */
  insured: int,
  covered: int,
  premiumFen: int,
  /** Paid in the twelve months up to the day. */
  claims: int,
  claimFen: int,
  dibaoPersons: int,
  neither: int,
  both: int,
};

export const insuranceContract = {
  floor: operation({ name: 'insurance.floor', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/insurance/floor', summary: '保障兜底' })
    .input(z.object({ area }))
    .output(
      z.object({
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        asOf: z.string(),
        /** Of the newest roster handed in; absent where there is none. */
        dibaoMonth: z.string().optional(),
        total: z.object(sums),
        rows: z.array(z.object({ ...sums, code: int, name: z.string(), coverThrough: z.string().optional() })),
        concerns: z.array(
          z.object({
            concern: z.enum(INSURANCE_CONCERNS),
            /** Number of the policy or the claim; of the county where it has none. */
            subject: z.string(),
            register: z.enum(['insurance-policies', 'insurance-claims']),
            regionCode: int,
            regionName: z.string(),
            on: z.string().optional(),
          }),
        ),
      }),
    ),

  households: operation({ name: 'insurance.households', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/insurance/households', summary: '保障兜底的农牧户' })
    .input(
      pageInput.extend({
        area,
        look: z.enum(FLOOR_LOOKS).default('neither').meta({ title: '看什么' }),
        text: filterText.optional(),
      }),
    )
    .output(
      pageOf(
        z.object({
          countyCode: int,
          id: int,
          number: z.string(),
          headName: z.string(),
          villageName: z.string(),
          members: int,
          perHeadFen: int.optional(),
          monitored: z.boolean(),
          dibaoPersons: int,
          claims: int,
          claimFen: int,
        }),
      ),
    ),
};
