// Operations on key counties, beside those of the registers.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { day, regionCode } from '../../../kernel/input.ts';
import { OFFICERS, operation, READERS } from '../../../kernel/operation.ts';
import { TABLE_PAPER_FORMATS } from '../../../kernel/papers/formats.ts';
import { PAIRING_CODES } from '../../pairing/domain/pairing-words.ts';
import { DESIGNATIONS } from '../../regions/domain/designations.ts';
import { CONCERN_REGISTERS, KEY_COUNTY_CONCERNS } from './concerns.ts';
import { FORMS } from './forms.ts';
import { SERVICE_FORMS } from './registers/specialist-service-register.ts';
import { KEY_COUNTY_SETTINGS } from './settings.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const;
const asked = z.object({ area: regionCode.optional(), asOf: day.optional().meta({ title: '截至' }) });
const titles = z.array(z.enum(DESIGNATIONS));

/** Of one county, or of all together: helpers and specialists are distinct, those of the counties do not add up to those of the whole. */
const counts = z.object({
  leaders: int,
  soes: int,
  firms: int,
  units: int,
  teams: int,
  /** How many the teams are to be, and how many specialists are posted. */
  planned: int,
  specialists: int,
  /** Specialists and days they served in the year: two of them on one day are two. */
  serviceDays: int,
  served: int,
  /** Clauses in favour of the county, and those under which something was done this year. */
  clauses: int,
  clausesDone: int,
  deeds: int,
  amountFen: int,
});

const clause = z.object({
  documentNumber: z.string(),
  documentTitle: z.string(),
  clauseNo: z.string(),
  gist: z.string(),
  deeds: int,
  amountFen: int,
  confirmed: int,
  lastOn: z.string().optional(),
});

const concern = z.object({
  concern: z.enum(KEY_COUNTY_CONCERNS),
  register: z.enum(CONCERN_REGISTERS),
  subject: z.string().optional(),
  title: z.string(),
  regionCode: int,
  regionName: z.string(),
  on: z.string().optional(),
});

const countyAsked = z.object({ county: regionCode, asOf: day.optional().meta({ title: '截至' }) });

export const keycountiesContract = {
  overview: operation({ name: 'keycounties.overview', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/key-counties', summary: '重点旗县' })
    .input(asked)
    .output(
      z.object({
        asOf: z.string(),
        areaName: z.string(),
        total: counts,
        rows: z.array(counts.extend({ code: int, name: z.string(), titles, plan: z.string().optional() })),
        concerns: z.array(concern),
        settings: z.array(settingShown.extend({ value: int, unit: z.string() })),
      }),
    ),

  county: operation({ name: 'keycounties.county', roles: READERS, heavy: true })
    .route({ method: 'GET', path: '/key-counties/{county}', summary: '一个重点旗县' })
    .input(countyAsked)
    .output(
      counts.extend({
        asOf: z.string(),
        code: int,
        name: z.string(),
        titles,
        /** Every title the county has or had. */
        designations: z.array(
          z.object({
            title: z.enum(DESIGNATIONS),
            from: z.string().optional(),
            until: z.string().optional(),
            documentNo: z.string().optional(),
          }),
        ),
        plans: z.array(
          z.object({
            number: z.string(),
            title: z.string(),
            startsOn: z.string(),
            endsOn: z.string(),
            goals: z.string(),
            projects: int.optional(),
            investFen: int.optional(),
            approvedOn: z.string().optional(),
            /** Of the newest report. */
            period: z.string().optional(),
            investedFen: int.optional(),
            progress: z.string().optional(),
          }),
        ),
        favours: z.array(clause),
        pairs: z.array(
          z.object({
            number: z.string(),
            kind: z.enum(PAIRING_CODES),
            helper: z.string(),
            startedOn: z.string(),
            documentNo: z.string().optional(),
            deeds: int,
            moneyFen: int,
            lastOn: z.string().optional(),
          }),
        ),
        teamsOf: z.array(
          z.object({
            name: z.string(),
            head: z.string().optional(),
            industry: z.string(),
            planned: int,
            members: int,
            formedOn: z.string(),
            endedOn: z.string().optional(),
          }),
        ),
        specialistsOf: z.array(
          z.object({
            number: z.string(),
            name: z.string(),
            team: z.string().optional(),
            unit: z.string().optional(),
            title: z.string().optional(),
            profession: z.string().optional(),
            postedOn: z.string(),
            days: int,
            lastOn: z.string().optional(),
          }),
        ),
        services: z.array(
          z.object({
            servedOn: z.string(),
            name: z.string(),
            place: z.string(),
            form: z.enum(Object.keys(SERVICE_FORMS) as [keyof typeof SERVICE_FORMS]),
            content: z.string(),
            people: int.optional(),
            result: z.string().optional(),
          }),
        ),
        /** Small loans given in the year. */
        loans: int,
        loansFen: int,
        concerns: z.array(concern),
      }),
    ),

  saveSetting: operation({ name: 'keycounties.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/key-counties/settings', summary: '设定重点旗县要求' })
    .input(
      settingGiven(
        z.enum(KEY_COUNTY_SETTINGS.map(({ key }) => key)).meta({ title: '要求' }),
        int.min(0).max(3650).meta({ title: '数值' }),
      ),
    )
    .output(z.object({ id: int })),
};

/** One of the forms of registers §9, of an area. */
export const formInput = asked.extend({
  form: z.enum(FORMS),
  format: z.enum(TABLE_PAPER_FORMATS).default('html'),
});
export const FORM_ROLES = OFFICERS;
