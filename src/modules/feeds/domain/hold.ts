// When a batch is held: too much of it was refused or speaks of nobody known, so that the wrong file, the wrong column or the
// wrong place is likelier than a bad month. A held batch stands in no table and no rate until somebody answers for it.

/** Shares in ten-thousandths, above which a batch is held. */
export type HoldLimits = { refused: number; unmatched: number };

/** Keys of the dated parameters that give them (规则与参数). */
export const HOLD_PARAMETERS = { refused: 'intake.refusedShare', unmatched: 'intake.unmatchedShare' } as const;

/** The one that says how many days a held batch, and its file, waits for somebody's word. */
export const HELD_DAYS_PARAMETER = 'intake.heldDays';

export const HOLD_KINDS = ['empty', 'refused', 'nobody', 'unmatched'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** `part` of `whole` rows, where at most `limit` ten-thousandths pass. */
export type Hold = { kind: HoldKind; part: number; whole: number; limit: number };

/** `known`: good rows that speak of somebody in the registry. */
export type Read = { subject: 'person' | 'village'; rows: number; quarantined: number; known: number };

/** Why the batch is held; nothing where it may be loaded. */
export function judgeHold({ subject, rows, quarantined, known }: Read, limits: HoldLimits): Hold[] {
  if (rows === 0) return [{ kind: 'empty', part: 0, whole: 0, limit: 0 }];
  const holds: Hold[] = [];
  if (quarantined * 10_000 > rows * limits.refused)
    holds.push({ kind: 'refused', part: quarantined, whole: rows, limit: limits.refused });
  const good = rows - quarantined;
  if (subject === 'village' || good === 0) return holds;
  if (known === 0) holds.push({ kind: 'nobody', part: good, whole: good, limit: 0 });
  else if ((good - known) * 10_000 > good * limits.unmatched)
    holds.push({ kind: 'unmatched', part: good - known, whole: good, limit: limits.unmatched });
  return holds;
}

const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`;
const atMost = (limit: number) => `${limit / 100}%`;

/** What is wrong and what to do, for the screen. */
export function holdSentence({ kind, part, whole, limit }: Hold): string {
  switch (kind) {
    case 'empty':
      return '文件里没有数据行。请检查是不是选错了文件或工作表；如果确实没有发生，请写明原因后确认装载。';
    case 'refused':
      return `${whole} 行中有 ${part} 行不合要求（${percent(part, whole)}，超过 ${atMost(limit)}）。请下载隔离行，修改后重新提交；其余行确实可用的，写明原因后确认装载。`;
    case 'nobody':
      return `${whole} 行没有一行在登记册中找到人。请检查证件号码和姓名两列是否对应正确、文件是不是本地的；确认无误的，写明原因后装载。`;
    case 'unmatched':
      return `${whole} 行中有 ${part} 行在登记册中找不到人（${percent(part, whole)}，超过 ${atMost(limit)}）。请检查证件号码一列和文件的地区范围；确认无误的，写明原因后装载。`;
  }
}
