// Operations on department files: hand in, follow, undo, mend, review.
// A data officer sees and hands in the datasets of its own department only.

import * as z from 'zod';
import { day, recordId, regionCode, shortId } from '../../../kernel/input.ts';
import { OFFICERS, operation, pageInput, pageOf, requestId } from '../../../kernel/operation.ts';
import { BATCH_STATES } from './batch-state.ts';
import { columnNames } from './column-names.ts';
import { datasetCode } from './dataset-code.ts';
import { QUARANTINE_REASONS, type QuarantineReason } from './feed-definition.ts';

export const LOADERS = ['data-officer', 'county-officer', 'region-officer'] as const;
const FOLLOWERS = [...LOADERS, 'auditor'] as const;

export const batchId = z.object({ id: shortId });
const batchState = z.enum(BATCH_STATES);
const reasonCode = z.enum(Object.keys(QUARANTINE_REASONS) as [QuarantineReason, ...QuarantineReason[]]);

const column = z.object({
  title: z.string(),
  required: z.boolean(),
  /** What a cell must look like, in words. */
  form: z.string(),
  synonyms: z.array(z.string()),
});

const dataset = z.object({
  code: z.string(),
  title: z.string(),
  department: z.string(),
  departmentTitle: z.string(),
  subject: z.enum(['person', 'village']),
  purpose: z.string(),
  columns: z.array(column),
  /** A header that is accepted as it stands. */
  exampleHeader: z.array(z.string()),
  /** There is a file with the usual faults to try the intake with; only in a demonstration. */
  hasTrialFile: z.boolean(),
});

const counts = z.object({
  rows: z.number().int(),
  matched: z.number().int(),
  quarantined: z.number().int(),
});

const batch = z.object({
  id: z.number().int(),
  dataset: z.string(),
  datasetTitle: z.string(),
  department: z.string(),
  departmentTitle: z.string(),
  subject: z.enum(['person', 'village']),
  fileName: z.string(),
  byteSize: z.number().int(),
  purpose: z.string(),
  period: z.string(),
  regionCode: z.number().int(),
  regionName: z.string(),
  accountName: z.string(),
  state: batchState,
  createdAt: z.string(),
  loadedAt: z.string().optional(),
  /** Why it waits for somebody: sentences of what is wrong and what to do. */
  heldFor: z.array(z.string()),
  /** Left out until loaded, and where the batch speaks of more than the caller's area. */
  counts: counts.optional(),
  /** Left out unless the work is under way in this process. */
  progress: z.object({ phase: z.string(), bytes: z.number(), byteSize: z.number(), rows: z.number().int() }).optional(),
});

const counted = z.object({ code: z.string(), title: z.string(), rows: z.number().int() });

const batchDetail = batch.extend({
  sha256: z.string(),
  problem: z.string().optional(),
  undoneAt: z.string().optional(),
  undoneBy: z.string().optional(),
  /** Who confirmed or withdrew it while it was held, and why. */
  decision: z.object({ by: z.string(), at: z.string(), reason: z.string() }).optional(),
  methods: z.array(counted),
  quarantine: z.array(counted),
  unknownColumns: z.array(z.string()),
  /** How the file was read: where its header stood, rows that were no records, good rows whose ID a spreadsheet has cut. */
  reading: z
    .object({
      sheet: z.string().optional(),
      headerLine: z.number().int(),
      skipped: z.number().int(),
      lostIds: z.number().int(),
    })
    .optional(),
  /** Whether the caller may cancel, undo and download: the batch was handed in for the caller's area. */
  own: z.boolean(),
});

/** `value` is as received; digits that may be an identity or telephone number are masked. */
const quarantinedRow = z.object({
  line: z.number().int(),
  column: z.string(),
  value: z.string(),
  reason: z.string(),
  /** 第 1,204 行 结算日期“2022-02-30”:日期不存在或格式不对 */
  sentence: z.string(),
});

const submission = z.object({
  dataset: z.string(),
  datasetTitle: z.string(),
  /** Of the newest batch that was loaded or is held. */
  lastAt: z.string().optional(),
  lastPeriod: z.string(),
  /** Something was handed in since the first of this month. */
  thisMonth: z.boolean(),
  held: z.number().int(),
  failed: z.number().int(),
  /** Refused rows of this month's loaded batches. */
  toMend: z.number().int(),
});

const reviewRow = z.object({
  batchId: z.number().int(),
  line: z.number().int(),
  dataset: z.string(),
  datasetTitle: z.string(),
  fileName: z.string(),
  name: z.string(),
  villageName: z.string().optional(),
  candidateCount: z.number().int(),
});

const identity = {
  name: z.string(),
  maskedId: z.string().optional(),
  birth: z.string().optional(),
  sex: z.string().optional(),
  villageName: z.string().optional(),
};

const candidate = z.object({
  personId: z.number().int(),
  personNumber: z.string(),
  householdId: z.number().int(),
  householdNumber: z.string(),
  headName: z.string(),
  relation: z.string(),
  /** How the registry's ID number relates to the row's. */
  idRelation: z.enum(['same', 'one-edit', 'different', 'unknown']),
  ...identity,
});

const reviewDetail = reviewRow.extend({
  row: z.object({ ...identity, fields: z.array(z.object({ title: z.string(), value: z.string() })) }),
  candidates: z.array(candidate),
  /** Whether the decision also holds for the same ID and name in later files: only where the row has an ID. */
  remembered: z.boolean(),
});

const rate = z.object({
  department: z.string(),
  departmentTitle: z.string(),
  dataset: z.string(),
  datasetTitle: z.string(),
  batches: z.number().int(),
  /** Loaded batches that an office above the area handed in: their rows are counted there. */
  above: z.number().int(),
  rows: z.number().int(),
  quarantined: z.number().int(),
  /** Good rows of persons; 0 for datasets that speak of villages. */
  persons: z.number().int(),
  matched: z.number().int(),
  /** Warnings this dataset has a part in that were checked, and those of them where the risk was real. */
  checked: z.number().int().optional(),
  confirmed: z.number().int().optional(),
});

export const feedsContract = {
  datasets: operation({ name: 'feeds.datasets', roles: FOLLOWERS })
    .route({ method: 'GET', path: '/feeds/datasets', summary: '数据种类与格式说明' })
    .output(z.array(dataset)),

  /** Answers the earlier batch where the same file has been handed in before. */
  createBatch: operation({ name: 'feeds.create-batch', roles: LOADERS, writes: true, quota: 'job' })
    .route({ method: 'POST', path: '/feeds/batches', summary: '提交一个部门数据文件' })
    .input(
      z.object({
        requestId,
        fileId: z.uuid().meta({ title: '文件' }),
        dataset: datasetCode,
        purpose: z.string().trim().max(200).default('').meta({ title: '用途' }),
        period: z.string().trim().max(40).default('').meta({ title: '数据期间' }),
        /** What the file's own headings are; remembered for the office's next file of the dataset. */
        names: columnNames.default([]),
      }),
    )
    .output(z.object({ id: z.number().int(), alreadyLoaded: z.boolean() })),

  batches: operation({ name: 'feeds.batches', roles: FOLLOWERS, poll: true })
    .route({ method: 'GET', path: '/feeds/batches', summary: '批次列表' })
    .input(
      pageInput.extend({
        area: regionCode.optional(),
        dataset: datasetCode.optional(),
        department: z.string().max(32).optional(),
        state: batchState.optional(),
        from: day.optional(),
        to: day.optional(),
      }),
    )
    .output(pageOf(batch)),

  /** Of each dataset that the caller may hand in: the newest file of its area, and what waits for somebody. */
  submissions: operation({ name: 'feeds.submissions', roles: LOADERS })
    .route({ method: 'GET', path: '/feeds/submissions', summary: '本单位各数据种类的提交情况' })
    .input(z.object({ area: regionCode.optional() }))
    .output(z.array(submission)),

  batch: operation({ name: 'feeds.batch', roles: FOLLOWERS, poll: true })
    .route({ method: 'GET', path: '/feeds/batches/{id}', summary: '批次' })
    .input(batchId)
    .output(batchDetail),

  cancelBatch: operation({ name: 'feeds.cancel-batch', roles: LOADERS, writes: true })
    .route({ method: 'POST', path: '/feeds/batches/{id}/cancel', summary: '取消排队或装载中的批次' })
    .input(batchId.extend({ requestId }))
    .output(z.object({})),

  /** The whole batch is taken back; only handing in the file again brings it in again. */
  undoBatch: operation({ name: 'feeds.undo-batch', roles: LOADERS, writes: true })
    .route({ method: 'POST', path: '/feeds/batches/{id}/undo', summary: '撤销整个批次' })
    .input(batchId.extend({ requestId, reason: z.string().trim().min(2).max(200).meta({ title: '撤销原因' }) }))
    .output(z.object({})),

  /** Loads a batch that was held. */
  confirmBatch: operation({ name: 'feeds.confirm-batch', roles: LOADERS, writes: true, quota: 'job' })
    .route({ method: 'POST', path: '/feeds/batches/{id}/confirm', summary: '确认装载待确认的批次' })
    .input(batchId.extend({ requestId, reason: z.string().trim().min(4).max(200).meta({ title: '确认原因' }) }))
    .output(z.object({})),

  withdrawBatch: operation({ name: 'feeds.withdraw-batch', roles: LOADERS, writes: true })
    .route({ method: 'POST', path: '/feeds/batches/{id}/withdraw', summary: '撤回待确认的批次' })
    .input(batchId.extend({ requestId, reason: z.string().trim().min(2).max(200).meta({ title: '撤回原因' }) }))
    .output(z.object({})),

  quarantine: operation({ name: 'feeds.quarantine', roles: FOLLOWERS })
    .route({ method: 'GET', path: '/feeds/batches/{id}/quarantine', summary: '批次的隔离行' })
    .input(pageInput.extend({ id: shortId, reason: reasonCode.optional() }))
    .output(pageOf(quarantinedRow)),

  review: operation({ name: 'feeds.review', roles: OFFICERS })
    .route({ method: 'GET', path: '/feeds/review', summary: '待核对的记录' })
    .input(pageInput.extend({ area: regionCode.optional(), dataset: datasetCode.optional() }))
    .output(pageOf(reviewRow)),

  reviewRow: operation({ name: 'feeds.review-row', roles: OFFICERS })
    .route({ method: 'GET', path: '/feeds/review/{batchId}/{line}', summary: '一条待核对的记录与可能的人' })
    .input(z.object({ batchId: shortId, line: shortId }))
    .output(reviewDetail),

  /** Without `personId`: it is none of them. Decided once, for every row that says the same. */
  decideMatch: operation({ name: 'feeds.decide-match', roles: OFFICERS, writes: true })
    .route({ method: 'POST', path: '/feeds/review/{batchId}/{line}', summary: '决定一条待核对的记录是谁' })
    .input(z.object({ requestId, batchId: shortId, line: shortId, personId: recordId.optional() }))
    .output(z.object({ rows: z.number().int() })),

  /** `from` and `to` are days of loading, both included. */
  rates: operation({ name: 'feeds.rates', roles: FOLLOWERS })
    .route({ method: 'GET', path: '/feeds/rates', summary: '各部门数据的匹配率与核实率' })
    .input(z.object({ area: regionCode.optional(), from: day.optional(), to: day.optional() }))
    .output(z.array(rate)),
};
