// What the operations of this slice answer.

import * as z from 'zod';
import { recordKey } from '../../../kernel/input.ts';
import { CHANNELS } from '../../clues/domain/words.ts';
import { processTemplate } from '../../process/domain/process-template.ts';
import { STATES, STEPS, TURNS, WALKS } from '../../process/domain/steps.ts';
import { DANGERS, NOTICE_LEVELS } from '../../process/domain/words.ts';
import { DETAILS, KINDS } from './actions.ts';
import { CATEGORIES, RISKS } from './words.ts';

const int = z.number().int();
const dayText = z.string();

export const caseKey = recordKey;

export const stateName = z.enum(STATES as readonly [(typeof STATES)[number], ...(typeof STATES)[number][]]);

const clock = z.object({
  daysLeft: int,
  tone: z.enum(['late', 'today', 'soon', 'calm']),
  escalatedTo: z.array(z.enum([...TURNS, 'league'])),
});

/** What every list of cases says of the household. */
export const caseOfHousehold = z.object({
  countyCode: int,
  id: int,
  householdId: int,
  householdNumber: z.string(),
  headName: z.string(),
  memberCount: int,
  villageCode: int,
  villageName: z.string(),
  townshipName: z.string(),
  countyName: z.string(),
  state: stateName,
  danger: z.enum(DANGERS).optional(),
  responsible: z.string(),
  /** Whether the responsible person is one of the roster. */
  responsibleKnown: z.boolean(),
});

export const caseItem = caseOfHousehold.extend({
  channel: z.enum(CHANNELS),
  turn: z.enum(TURNS).optional(),
  version: int,
  openedOn: dayText,
  since: dayText,
  dueOn: dayText.optional(),
  clock: clock.optional(),
  paused: z.boolean(),
  emergency: z.boolean(),
  category: z.enum(CATEGORIES).optional(),
  risks: z.array(z.enum(RISKS)),
  clearedOn: dayText.optional(),
});

const action = z.object({
  seq: int,
  kind: z.enum(KINDS),
  on: dayText,
  at: z.string(),
  by: z.string(),
  role: z.string(),
  /** Taken back: it stands in the record and counts for nothing. */
  recalled: z.boolean(),
  /** By kind as in actions.ts; files are ids of the case's files. */
  detail: z.record(z.string(), z.unknown()),
});

const stepEntry = z.object({
  walk: z.enum(WALKS),
  step: z.enum(STEPS),
  enteredOn: dayText,
  dueOn: dayText.optional(),
  doneOn: dayText.optional(),
});

export const suggestion = z.object({ category: z.enum(CATEGORIES).optional(), reasons: z.array(z.string()) });

export const condition = z.object({ key: z.string(), label: z.string(), met: z.boolean(), fact: z.string() });

export const caseFile = z.object({ id: z.string(), name: z.string(), type: z.string(), seq: int });

export const caseDetail = caseItem.extend({
  lifted: z.boolean(),
  areaNames: z.array(z.string()),
  /** The day from which the days to the decision run. */
  walkSince: dayText,
  totalDueOn: dayText.optional(),
  decidedOn: dayText.optional(),
  lineYuan: z.number().optional(),
  nextLookBackOn: dayText.optional(),
  appealUntil: dayText.optional(),
  /** Kinds this account may do now. */
  actions: z.array(z.enum(KINDS)),
  /** Why the others of the step cannot be done, by kind. */
  refusals: z.record(z.string(), z.string()),
  steps: z.array(stepEntry),
  notices: z.array(z.object({ level: z.enum(NOTICE_LEVELS), from: dayText, endsOn: dayText })),
  objections: z.array(z.object({ content: z.string(), by: z.string(), on: dayText, result: z.string().optional() })),
  requested: z.array(z.string()),
  /** Answers of those that were asked in the comparison that is under way, or was last. */
  replies: z.array(DETAILS['reply-comparison']),
  returned: z.object({ from: z.enum(STEPS), reason: z.string() }).optional(),
  suggestion: suggestion.optional(),
  /** Of clearing, while the household is monitored or on the way out. */
  conditions: z.array(condition),
  template: processTemplate,
  clearingTemplate: processTemplate,
  timeline: z.array(action),
  files: z.array(caseFile),
  previousId: int.optional(),
  /** The newest action in force, which a recall would take back. */
  last: z.object({ seq: int, kind: z.enum(KINDS), role: z.string() }).optional(),
  /** What was heard of the household, in the words it was heard in; the oldest first. */
  clues: z.array(
    z.object({
      id: int,
      channel: z.enum(CHANNELS),
      receivedOn: dayText,
      by: z.string(),
      text: z.string(),
      files: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
});
