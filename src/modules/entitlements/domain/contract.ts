// Operations on which clause applies to whom: the clauses of an area with their households, those of one household, of a county, of an enterprise.

import * as z from 'zod';
import { filterText, recordKey, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, READERS } from '../../../kernel/operation.ts';
import { PAPER_FORMATS, TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { CLAUSE_LOOKS } from './looks.ts';

const int = z.number().int();
const number = z.string().trim().min(1).max(200);
const area = regionCode.optional();

const clause = z.object({
  documentNumber: z.string(),
  documentTitle: z.string(),
  documentNo: z.string().optional(),
  clauseNo: z.string(),
  gist: z.string(),
  amountFen: int.optional(),
});

const clauseCounts = clause.extend({ rules: z.array(z.string()), meant: int, received: int, missing: int });

/** A clause that applies, why, and what to do about it. */
const applying = clause.extend({
  why: z.string(),
  cycle: z.string().optional(),
  bring: z.string().optional(),
  counter: z.string().optional(),
  office: z.string().optional(),
});

const listInput = z.object({
  area,
  document: number,
  clause: number,
  look: z.enum(CLAUSE_LOOKS).default('missing').meta({ title: '看什么' }),
  text: filterText.optional(),
});

export const entitlementsContract = {
  overview: operation({ name: 'entitlements.overview', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/entitlements', summary: '政策落实' })
    .input(z.object({ area }))
    .output(
      z.object({
        asOf: z.string(),
        areaName: z.string(),
        clauses: z.array(clauseCounts),
        /** Clauses for counties, where the area is in one. */
        ofCounty: z.array(applying),
        /** Benefits that rest on a clause that did not hold on their day. */
        lapsed: z.array(
          z.object({ number: z.string(), documentNumber: z.string(), clauseNo: z.string(), on: z.string() }),
        ),
        /** Clauses in force that nobody has said for whom they are. */
        withoutRule: int,
      }),
    ),

  households: operation({ name: 'entitlements.households', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/entitlements/households', summary: '条款适用的农牧户' })
    .input(pageInput.extend(listInput.shape))
    .output(
      pageOf(
        z.object({
          countyCode: int,
          id: int,
          number: z.string(),
          headName: z.string(),
          villageName: z.string(),
          townshipName: z.string(),
          members: int,
          perHeadFen: int.optional(),
          facts: z.array(z.string()),
          receivedOn: z.string().optional(),
        }),
      ).extend({ clause: clauseCounts.omit({ meant: true, received: true, missing: true }) }),
    ),

  ofHousehold: operation({ name: 'entitlements.of-household', roles: READERS })
    .route({ method: 'GET', path: '/entitlements/households/{countyCode}/{id}', summary: '农牧户适用的政策' })
    .input(recordKey)
    .output(
      z.object({
        asOf: z.string(),
        facts: z.array(z.string()),
        clauses: z.array(applying.extend({ receivedOn: z.string().optional() })),
      }),
    ),

  ofOrganisation: operation({ name: 'entitlements.of-organisation', roles: READERS })
    .route({ method: 'GET', path: '/entitlements/organisations/{code}', summary: '经营主体适用的政策' })
    .input(z.object({ code: number }))
    .output(
      z.object({ asOf: z.string(), name: z.string(), recognitions: z.array(z.string()), clauses: z.array(applying) }),
    ),
};

/** 应享未享核查表: of one clause in an area. */
export const missingPaperInput = listInput.extend({ format: z.enum(TABLE_PAPER_FORMATS) });
/** What a household may have, with what to bring where: a paper to hand over. */
export const householdPaperInput = recordKey.extend({ format: z.enum(PAPER_FORMATS) });
export const PAPER_ROLES = OFFICERS;
export const HOUSEHOLD_PAPER_ROLES = READERS;
