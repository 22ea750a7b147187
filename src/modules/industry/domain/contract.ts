// Operations on industry beside those of its registers: the loans that ask for action.

import * as z from 'zod';
import { day, keysOf, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, requestId } from '../../../kernel/operation.ts';
import { LOAN_NEEDS } from './loans/loan-needs.ts';
import { LOAN_STATES } from './loans/loan-states.ts';
import { microLoanRegister } from './registers/micro-loan-register.ts';
import { SALE_DOUBTS } from './sale-doubts.ts';
import { INDUSTRY_SETTINGS } from './settings.ts';

const int = z.number().int();
/** Fen. What suppliers sold and what buyers took are two scopes of the same goods: they are never added up. */
const SCOPES = {
  /** Suppliers: products on the list in that month, and all others. */
  listedFen: int,
  unlistedFen: int,
  /** Buyers, by where they are, and how much of it was assisted products. */
  beijingFen: int,
  centralFen: int,
  insideFen: int,
  elsewhereFen: int,
  assistedFen: int,
};
const need = z.enum(LOAN_NEEDS);
const SETTING = ['county-officer', 'region-officer'] as const;
export const LOAN_PRODUCTS: Readonly<Record<string, string>> = microLoanRegister.fields.loanProduct.values ?? {};

const setting = z.object({
  key: z.string(),
  title: z.string(),
  unit: z.string(),
  value: int,
  /** Who set it; absent: nobody yet, and the value of the program holds. */
  regionName: z.string().optional(),
  effectiveFrom: z.string().optional(),
  basis: z.string().optional(),
});

export const industryContract = {
  loans: operation({ name: 'industry.loans', roles: ['village-worker', ...OFFICERS, 'auditor'] })
    .route({ method: 'GET', path: '/industry/loans', summary: '小额信贷待办' })
    .input(z.object({ area: regionCode.optional(), need: need.optional() }))
    .output(
      z.object({
        asOf: z.string(),
        counts: z.record(need, int),
        /** Loans that are not settled, and those of them that are overdue. */
        running: int,
        balanceFen: int,
        overdueFen: int,
        /** Ten-thousandths of the balance. */
        overdueShare: int.optional(),
        /** At most 200 of one kind, 10 of each of all. */
        rows: z.array(
          z.object({
            need,
            countyCode: int,
            id: int,
            /** As the row stood: a move asks for it. */
            version: z.string(),
            number: z.string(),
            /** Masked: nobody is named with what they owe. */
            name: z.string(),
            householdNumber: z.string(),
            householdId: int.optional(),
            regionCode: int,
            regionName: z.string(),
            product: z.enum(keysOf(LOAN_PRODUCTS)),
            lender: z.string(),
            amountFen: int,
            lentOn: z.string(),
            dueOn: z.string(),
            /** Until it is due; below zero, since it was. */
            days: int,
            state: z.enum(keysOf(LOAN_STATES.names)),
            followed: z.object({ on: z.string(), by: z.string(), opinion: z.string() }).optional(),
          }),
        ),
        settings: z.array(setting),
      }),
    ),

  sales: operation({ name: 'industry.sales', roles: [...OFFICERS, 'auditor'] })
    .route({ method: 'GET', path: '/industry/sales', summary: '消费帮扶情况' })
    .input(
      z.object({ area: regionCode.optional(), year: z.coerce.number<number>().int().min(2000).max(2099).optional() }),
    )
    .output(
      z.object({
        year: int,
        /** With sales or purchases, the newest first. */
        years: z.array(int),
        total: z.object(SCOPES),
        rows: z.array(z.object({ ...SCOPES, code: int, name: z.string() })),
        /** Sales of what was not on the list, and certificates that are over; at most 100. */
        doubts: z.array(
          z.object({
            doubt: z.enum(SALE_DOUBTS),
            month: z.string(),
            product: z.string(),
            supplier: z.string(),
            regionName: z.string(),
            amountFen: int,
          }),
        ),
      }),
    ),

  saveSetting: operation({ name: 'industry.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/industry/settings', summary: '设定产业管理期限' })
    .input(
      z.object({
        requestId,
        regionCode,
        key: z.enum(INDUSTRY_SETTINGS.map(({ key }) => key)).meta({ title: '期限' }),
        value: int.min(0).max(3650).meta({ title: '天数' }),
        effectiveFrom: day.meta({ title: '生效日期' }),
        basis: z.string().trim().min(2, '请填写依据的文件').max(200).meta({ title: '依据' }),
      }),
    )
    .output(z.object({ id: int })),
};
