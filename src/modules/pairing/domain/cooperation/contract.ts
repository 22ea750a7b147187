// The year of the cooperation with Beijing: numbers that open to rows, by the regions below, and what asks for a look.

import * as z from 'zod';
import { settingShown } from '../../../../kernel/dated/settings-contract.ts';
import { regionCode } from '../../../../kernel/input.ts';
import { operation, READERS } from '../../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../../kernel/papers/formats.ts';
import { AGREEMENT_ITEMS, type AgreementItem } from './agreements.ts';
import { COOPERATION_CONCERNS, COOPERATION_REGISTERS } from './concerns.ts';
import { METRIC_KEYS } from './metrics.ts';

const int = z.number().int();
const values = z.partialRecord(z.enum(METRIC_KEYS), int);

export const cooperationInput = z.object({
  area: regionCode.optional(),
  year: z.coerce.number<number>().int().min(1990).max(2099).optional().meta({ title: '年度' }),
});

export const cooperationReportInput = cooperationInput.extend({ format: z.enum(TABLE_PAPER_FORMATS).default('html') });

export const cooperationOperations = {
  cooperation: operation({ name: 'pairing.cooperation', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/pairing/cooperation', summary: '京蒙协作年度情况' })
    .input(cooperationInput)
    .output(
      z.object({
        area: z.object({ code: int, name: z.string(), level: z.string() }),
        asOf: z.string(),
        year: int,
        years: z.array(int),
        total: values,
        rows: z.array(z.object({ code: int, name: z.string(), values })),
        payers: z.array(z.object({ payer: z.string(), plannedFen: int, receivedFen: int })),
        talents: z.array(z.object({ direction: z.string(), kind: z.string(), persons: int, times: int })),
        /** Persons that Beijing’s cooperation brought to work, by the way they came to it; without one where none is told. */
        ways: z.array(z.object({ way: z.string().optional(), begun: int, kept: int })),
        /** What was promised for the year by the area and those below it; `done` and `share` (whole per cent) by the numbers above. */
        agreements: z.array(
          z.object({
            number: z.string(),
            regionCode: int,
            regionName: z.string(),
            partner: z.string(),
            item: z.enum(Object.keys(AGREEMENT_ITEMS) as [AgreementItem, ...AgreementItem[]]),
            promised: z.number(),
            done: int,
            share: int.optional(),
            endsOn: z.string(),
            state: z.string(),
          }),
        ),
        concerns: z.array(
          z.object({
            concern: z.enum(COOPERATION_CONCERNS),
            subject: z.string().optional(),
            register: z.enum(COOPERATION_REGISTERS),
            title: z.string(),
            regionCode: int,
            regionName: z.string(),
            amountFen: int.optional(),
            on: z.string().optional(),
          }),
        ),
        settings: z.array(settingShown.extend({ value: int, unit: z.string() })),
      }),
    ),
};
