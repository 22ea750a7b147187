// What the operations on households answer with. Sensitive values appear masked only.

import * as z from 'zod';
import { HISTORY_KINDS } from './events.ts';

export const kind = z.enum(['general', 'lifted']);
export const category = z.enum(['unstable-lifted', 'borderline', 'sudden-hardship']);
const int = z.number().int();

/** Where a fact came from: the file as it was handed in, and the line in it. Line 0: recorded on screen. */
const source = z.object({
  batchId: int,
  file: z.string(),
  line: int,
  at: z.string().optional(),
  accountName: z.string(),
});

export const householdRow = z.object({
  countyCode: int,
  id: int,
  number: z.string(),
  villageCode: int,
  villageName: z.string(),
  townshipName: z.string(),
  countyName: z.string(),
  headName: z.string(),
  memberCount: int,
  kind,
  monitoringCategory: category.optional(),
  /** Whether the risk of a monitored household is cleared, where that is known. */
  riskCleared: z.boolean().optional(),
  dibao: z.boolean(),
  incomeYear: int.optional(),
  netPerCapitaFen: int.optional(),
  openIssues: int,
});

export const searchHit = z.object({
  countyCode: int,
  householdId: int,
  number: z.string(),
  headName: z.string(),
  memberCount: int,
  villageCode: int,
  villageName: z.string(),
  townshipName: z.string(),
  /** The member that was found, where the search was for a person. */
  personId: int.optional(),
  personName: z.string().optional(),
  relation: z.string().optional(),
  idMasked: z.string().optional(),
});

export const member = z.object({
  id: int,
  number: z.string(),
  name: z.string(),
  sex: z.string(),
  /** yyyymmdd by the ID; absent where that gives none. */
  birth: int.optional(),
  idMasked: z.string().optional(),
  idSound: z.boolean(),
  phoneMasked: z.string().optional(),
  relation: z.string(),
  ethnicity: z.string(),
  education: z.string(),
  schooling: z.string(),
  health: z.string(),
  labour: z.string(),
  /** Left out where the registry does not know. */
  working: z.boolean().optional(),
  dibao: z.boolean().optional(),
  validFrom: z.string(),
  validTo: z.string().optional(),
  endReason: z.string().optional(),
  source,
});

const incomeYear = z.object({
  year: int,
  wageFen: int,
  businessFen: int,
  propertyFen: int,
  transferFen: int,
  businessCostFen: int,
  claimFen: int,
  selfPaidFen: int,
  previousNetFen: int.optional(),
  grossFen: int,
  netFen: int,
  /** Of the year's end, where 家庭收支 has the year. */
  members: int.optional(),
  /** By those members, or else by those of today. */
  netPerCapitaFen: int.optional(),
  referenceFen: int,
  source,
});

const event = z.object({
  id: int,
  kind: z.enum(HISTORY_KINDS),
  onDate: z.string(),
  personId: int.optional(),
  personName: z.string().optional(),
  note: z.string(),
  /** The other household of a split, a merger or a marriage. */
  otherHouseholdId: int.optional(),
  otherNumber: z.string().optional(),
  villageName: z.string().optional(),
  accountName: z.string(),
  at: z.string(),
});

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const version = z.object({
  subject: z.enum(['household', 'person', 'income']),
  subjectId: int,
  personName: z.string().optional(),
  replacedAt: z.string(),
  accountName: z.string(),
  file: z.string().optional(),
  changes: z.array(z.object({ field: z.string(), before: value, after: value })),
});

export const dataIssue = z.object({
  countyCode: int,
  id: int,
  code: z.string(),
  state: z.enum(['open', 'explained', 'corrected']),
  dataset: z.string(),
  line: int.optional(),
  householdId: int.optional(),
  householdNumber: z.string().optional(),
  headName: z.string().optional(),
  personId: int.optional(),
  personName: z.string().optional(),
  villageCode: int,
  villageName: z.string(),
  /** Of a rule: answered and closed in the slice `cleaning`. */
  rule: z.string().optional(),
  /** What was found, in words, where the code alone does not say it. */
  about: z.string().optional(),
  openedAt: z.string(),
  closedAt: z.string().optional(),
  explanation: z.string().optional(),
  closedBy: z.string().optional(),
});

export const householdDetail = z.object({
  household: z.object({
    countyCode: int,
    id: int,
    number: z.string(),
    kind,
    monitoringCategory: category.optional(),
    riskCleared: z.boolean().optional(),
    headName: z.string(),
    memberCount: int,
    villageCode: int,
    /** Names from the league down to the village. */
    path: z.array(z.string()),
    phoneMasked: z.string().optional(),
    incomeYear: int.optional(),
    validFrom: z.string(),
    validTo: z.string().optional(),
    source,
  }),
  members: z.array(member),
  formerMembers: z.array(member),
  incomes: z.array(incomeYear),
  events: z.array(event),
  versions: z.array(version),
  issues: z.array(dataIssue),
});
