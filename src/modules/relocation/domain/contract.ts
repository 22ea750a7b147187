// Operations on resettlement: the sites of an area, and one site with its households and projects.

import * as z from 'zod';
import { settingGiven, settingShown } from '../../../kernel/dated/settings-contract.ts';
import { filterText, keysOf, regionCode } from '../../../kernel/input.ts';
import { operation, pageInput, pageOf, READERS } from '../../../kernel/operation.ts';
import { HOUSEHOLD_CONCERNS, SITE_CONCERNS } from './concerns.ts';
import { RELOCATION_SETTINGS } from './settings.ts';
import { RISK_KINDS } from './site-risk-register.ts';

const int = z.number().int();
const SETTING = ['county-officer', 'region-officer'] as const;
const number = z.string().trim().min(1).max(200);
const siteLine = z.object({
  number: z.string(),
  name: z.string(),
  kind: z.string().optional(),
  regionCode: int,
  regionName: z.string(),
  dwellings: int.optional(),
  vacant: int.optional(),
  /** Who lives there on the day. */
  households: int,
  persons: int,
  registered: int,
  /** Households with somebody able, and those of them with nobody in work. */
  ableHouseholds: int,
  joblessHouseholds: int,
  able: int,
  working: int,
  concerns: z.array(z.enum(SITE_CONCERNS)),
});

export const relocationContract = {
  sites: operation({ name: 'relocation.sites', roles: READERS })
    .route({ method: 'GET', path: '/relocation/sites', summary: '安置点' })
    .input(pageInput.extend({ area: regionCode.optional(), text: filterText.optional() }))
    .output(
      pageOf(siteLine).extend({
        asOf: z.string(),
        /** Households of the area's registry that live in sites elsewhere: shown here, counted there. */
        livingElsewhere: int,
        settings: z.array(settingShown),
      }),
    ),

  site: operation({ name: 'relocation.site', roles: READERS })
    .route({ method: 'GET', path: '/relocation/sites/{number}', summary: '一个安置点' })
    .input(z.object({ number }))
    .output(
      siteLine.extend({
        asOf: z.string(),
        openedOn: z.string(),
        planHouseholds: int.optional(),
        planPersons: int.optional(),
        facilities: z.array(z.string()),
        manager: z.string().optional(),
        lines: z.array(
          z.object({
            countyCode: int,
            id: int,
            headName: z.string(),
            number: z.string(),
            /** The village of the registry, where it is not that of the site. */
            registeredIn: z.string().optional(),
            relocationStatus: z.string(),
            movedInOn: z.string(),
            members: int,
            able: int,
            working: int,
            followUps: z.array(z.string()),
            concerns: z.array(z.enum(HOUSEHOLD_CONCERNS)),
          }),
        ),
        risks: z.array(
          z.object({
            countyCode: int,
            id: int,
            kind: z.enum(keysOf(RISK_KINDS)),
            level: z.enum(['red', 'orange', 'yellow']),
            foundOn: z.string(),
            actedOn: z.string().optional(),
            clearedOn: z.string().optional(),
            state: z.string(),
          }),
        ),
        projects: z.array(
          z.object({
            number: z.string(),
            name: z.string(),
            planYear: int.optional(),
            plannedFen: int.optional(),
            startedOn: z.string().optional(),
            acceptedOn: z.string().optional(),
          }),
        ),
        workshops: z.array(
          z.object({ number: z.string(), name: z.string(), workers: int.optional(), month: z.string().optional() }),
        ),
      }),
    ),

  saveSetting: operation({ name: 'relocation.save-setting', roles: SETTING, writes: true })
    .route({ method: 'POST', path: '/relocation/settings', summary: '设定搬迁后扶要求' })
    .input(
      settingGiven(
        z.enum(RELOCATION_SETTINGS.map(({ key }) => key)).meta({ title: '要求' }),
        int.min(0).max(3650).meta({ title: '数值' }),
      ),
    )
    .output(z.object({ id: int })),
};
