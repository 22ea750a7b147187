// Batches as the contract answers them. Counts speak of everybody in the file, so only those see them whose area the file
// was handed in for.

import { hideNumbers } from '../../../kernel/hide-numbers.ts';
import { isWithin } from '../../../kernel/region-code.ts';
import type { Actor } from '../../../platform/server/actor.ts';
import type { Jobs } from '../../../platform/server/jobs.ts';
import { isUnderWay } from '../domain/batch-state.ts';
import { QUARANTINE_REASONS, type QuarantineReason } from '../domain/feed-definition.ts';
import { holdSentence } from '../domain/hold.ts';
import { type MatchMethod, METHOD_NAMES, sumMatched } from '../domain/match-method.ts';
import { batchKey } from './batch-jobs.ts';
import { getFeed } from './loading/load-batch.ts';
import type { BatchRow, QuarantinedRow, StoredCounts } from './queries.ts';

function countsOf({ rows = 0, quarantined = 0, methods = {} }: StoredCounts) {
  return { rows, matched: sumMatched(methods), quarantined };
}

export function isOwn(row: BatchRow, { range }: Actor): boolean {
  return isWithin(range, row.regionCode);
}

export function toBatch(row: BatchRow, actor: Actor, jobs: Jobs) {
  const { dataset, department, fileName, byteSize, purpose, period, regionCode, regionName, accountName } = row;
  const { title, departmentTitle, subject } = getFeed(dataset);
  const own = isOwn(row, actor);
  const wasRead = row.loadedAt !== null || row.state === 'held' || row.state === 'withdrawn';
  const progress = isUnderWay(row.state) ? jobs.progressOf(batchKey(row.id)) : undefined;
  return {
    id: row.id,
    dataset,
    datasetTitle: title,
    department,
    departmentTitle,
    subject,
    fileName,
    byteSize,
    purpose,
    period,
    regionCode,
    regionName,
    accountName,
    state: row.state,
    createdAt: row.createdAt,
    ...(row.loadedAt ? { loadedAt: row.loadedAt } : {}),
    heldFor: row.state === 'held' && own ? row.heldFor.map(holdSentence) : [],
    ...(wasRead && own ? { counts: countsOf(row.counts) } : {}),
    ...(progress ? { progress } : {}),
  };
}

function counted(counts: Record<string, number> | undefined, titles: Record<string, string>) {
  return Object.entries(counts ?? {})
    .map(([code, rows]) => ({ code, title: titles[code] ?? code, rows }))
    .sort((a, b) => b.rows - a.rows);
}

function readingOf({ sheet, headerLine = 1, skipped = 0, lostIds = 0 }: StoredCounts) {
  return { ...(sheet === undefined ? {} : { sheet }), headerLine, skipped, lostIds };
}

export function toBatchDetail(row: BatchRow, actor: Actor, jobs: Jobs) {
  const own = isOwn(row, actor);
  const { methods, quarantine, unknownColumns = [] } = own ? row.counts : {};
  return {
    ...toBatch(row, actor, jobs),
    sha256: row.sha256,
    ...(row.problem ? { problem: row.problem } : {}),
    ...(row.undoneAt ? { undoneAt: row.undoneAt } : {}),
    ...(row.undoneBy ? { undoneBy: row.undoneBy } : {}),
    ...(row.decidedBy && row.decidedAt
      ? { decision: { by: row.decidedBy, at: row.decidedAt, reason: row.decisionReason ?? '' } }
      : {}),
    methods: counted(methods, METHOD_NAMES satisfies Record<MatchMethod, string>),
    quarantine: counted(quarantine, QUARANTINE_REASONS),
    unknownColumns,
    ...(own && row.counts.headerLine ? { reading: readingOf(row.counts) } : {}),
    own,
  };
}

const SHOWN = 60;

export function toQuarantinedRow({ line, columnName, value, reason }: QuarantinedRow) {
  // A village code is public and has to be seen whole to be mended.
  const masked = reason === 'bad-village' ? value : hideNumbers(value);
  const shown = masked.length > SHOWN ? `${masked.slice(0, SHOWN)}…` : masked;
  const words = QUARANTINE_REASONS[reason as QuarantineReason] ?? reason;
  const place = columnName ? ` ${columnName}${value ? `“${shown}”` : ''}` : '';
  return {
    line,
    column: columnName,
    value: shown,
    reason,
    sentence: `第 ${line.toLocaleString('zh-CN')} 行${place}：${words}`,
  };
}
