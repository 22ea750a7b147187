// 层级 of a register: the lowest level its rows lie at.

import { LEVEL_NAMES } from '../region-code.ts';
import type { RegisterDefinition } from './define-register.ts';

export const PLACE_NAMES: Readonly<Record<RegisterDefinition['place'], string>> = {
  ...LEVEL_NAMES,
  region: '各级',
  household: '农牧户',
  person: '人员',
};
