// What an action on a case means for the national system, which this program does not write to: the fields somebody has to
// enter or change there by hand (handbook §4.1: months are YYYYMM).

import type { PlainDate } from '../../../kernel/plain-date.ts';
import type { CaseAction } from '../../cases/domain/actions.ts';
import type { Standing } from '../../cases/domain/standing.ts';
import { CATEGORY_NAMES, CLEARING_MODE_NAMES, RISK_NAMES, type Risk } from '../../cases/domain/words.ts';

export const NATIONAL_FIELDS = [
  'category',
  'identified',
  'risks',
  'responsible',
  'cleared',
  'cleared-month',
  'clearing-mode',
  'moved-away',
] as const;
export type NationalField = (typeof NATIONAL_FIELDS)[number];

/** As the fields are called in the national system and in its export. */
export const NATIONAL_FIELD_NAMES: Record<NationalField, string> = {
  category: '监测对象类别',
  identified: '识别监测时间',
  risks: '致贫返贫风险',
  responsible: '帮扶责任人',
  cleared: '风险是否已消除',
  'cleared-month': '消除监测时间',
  'clearing-mode': '消除方式',
  'moved-away': '迁出',
};

export type NationalChange = { field: NationalField; oldValue: string; newValue: string };

/** 20220611 → 202206. */
export function monthText(day: PlainDate | undefined): string {
  return day === undefined ? '' : String(Math.floor(day / 100));
}

function risksText(risks: readonly Risk[]): string {
  return risks.map((risk) => RISK_NAMES[risk]).join('、');
}

const YES = '是';
const NO = '否';

type Values = Partial<Record<NationalField, string>>;

/** The national system knows a household's case from the decision on. */
function valuesOf({ decidedOn, category, risks, responsible, clearedOn }: Standing): Values {
  if (decidedOn === undefined) return {};
  return {
    category: category ? CATEGORY_NAMES[category] : '',
    identified: monthText(decidedOn),
    risks: risksText(risks),
    responsible: responsible ?? '',
    cleared: clearedOn === undefined ? NO : YES,
    'cleared-month': monthText(clearedOn),
  };
}

function compared(fields: readonly NationalField[], before: Values, after: Values): NationalChange[] {
  return fields
    .map((field) => ({ field, oldValue: before[field] ?? '', newValue: after[field] ?? '' }))
    .filter(({ oldValue, newValue }) => oldValue !== newValue);
}

/** Of an action that was just recorded, with the case before and after it. Most actions change nothing there. */
export function nationalChanges(action: CaseAction, before: Standing, after: Standing): NationalChange[] {
  switch (action.kind) {
    case 'approve':
      return compared(['category', 'identified', 'risks', 'cleared'], valuesOf(before), valuesOf(after));
    case 'plan':
    case 'hand-over':
      return compared(['risks', 'responsible'], valuesOf(before), valuesOf(after));
    case 'clear':
      return [
        ...compared(['cleared', 'cleared-month'], valuesOf(before), valuesOf(after)),
        { field: 'clearing-mode', oldValue: '', newValue: CLEARING_MODE_NAMES[action.detail.mode] },
      ];
    case 'reverse':
      return [
        { field: 'cleared', oldValue: YES, newValue: NO },
        { field: 'cleared-month', oldValue: monthText(before.clearedOn), newValue: '' },
        {
          field: 'clearing-mode',
          oldValue: before.clearingMode ? CLEARING_MODE_NAMES[before.clearingMode] : '',
          newValue: '',
        },
      ];
    case 'recall': {
      const fields = NATIONAL_FIELDS.filter((field) => field !== 'moved-away' && field !== 'clearing-mode');
      const mode = ({ clearingMode }: Standing) => (clearingMode ? CLEARING_MODE_NAMES[clearingMode] : '');
      return [
        ...compared(fields, valuesOf(before), valuesOf(after)),
        ...compared(['clearing-mode'], { 'clearing-mode': mode(before) }, { 'clearing-mode': mode(after) }),
      ];
    }
    case 'move-away':
      return before.decidedOn === undefined ? [] : [{ field: 'moved-away', oldValue: '', newValue: action.detail.to }];
    default:
      return [];
  }
}
