// Levels at which a notice hangs.

import { LEVEL_NAMES, type RegionLevel } from '../../../kernel/region-code.ts';

export const NOTICE_LEVELS = LEVEL_NAMES;
export const LEVEL_KEYS = ['village', 'township', 'county', 'prefecture', 'autonomous-region'] as const;
export type NoticeLevel = RegionLevel;
