// Fields of the forms of actions, each kind in one line; and those that several forms have.

import { DEPARTMENT_CODES, departmentName } from '../../../../kernel/departments.ts';
import { choicesOf } from '../../../../platform/web/form/index.ts';
import { DANGER_NAMES } from '../../../process/domain/words.ts';
import { CLEARING_MODE_NAMES, MOST_RISKS, RISK_NAMES } from '../../domain/words.ts';
import type { Choice, Field } from './fields.ts';

export const text = (name: string, label: string, lines = 2, most = 500): Field => ({
  kind: 'text',
  name,
  label,
  lines,
  most,
});
export const needed = (name: string, label: string, least = 4, lines = 2, most = 500): Field => ({
  ...{ kind: 'text', name, label, least, lines, most },
  required: true,
});
export const line = (name: string, label: string, most: number, required = false): Field => ({
  ...{ kind: 'text', name, label, most, required },
});
export const day = (name: string, label: string): Field => ({ kind: 'day', name, label, required: true });
export const photos = (most: number, label = '现场照片'): Field => ({ kind: 'files', name: 'photos', label, most });
export const people = (name: string, label: string, least = 1): Field => ({
  ...{ kind: 'people', name, label, least, officials: true },
  required: true,
});
export const person = (name: string, label: string): Field => ({ kind: 'person', name, label, required: true });
export const count = (name: string, label: string): Field => ({ kind: 'count', name, label, required: true });
export const choice = (
  name: string,
  label: string,
  choices: readonly Choice[],
  names: Record<string, string> = {},
): Field => ({
  ...{ kind: 'choice', name, label, choices, names },
  required: true,
});
export const yesNo = (name: string, label: string, yes: string, no: string): Field => ({
  ...{ kind: 'yes-no', name, label, yes, no },
  required: true,
});

export const RISK_FIELD: Field = {
  ...{ kind: 'choices', name: 'risks', label: '风险类型', choices: choicesOf(RISK_NAMES), most: MOST_RISKS },
  required: true,
  hint: `最多 ${MOST_RISKS} 项，主要风险放在最前`,
};
export const DANGER_FIELD = choice('danger', '风险等级', choicesOf(DANGER_NAMES));
export const MODE_FIELD = choice('mode', '消除方式', choicesOf(CLEARING_MODE_NAMES));
export const DEPARTMENT_CHOICES = DEPARTMENT_CODES.map((value) => ({ value, label: departmentName(value) }));
