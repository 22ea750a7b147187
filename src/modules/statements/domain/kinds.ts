// What is written with figures, as data: a text for the public, or a pack for the quarter's joint conference.

import { CONFERENCE_TEMPLATE } from './conference-template.ts';
import { DEFAULT_TEMPLATE } from './default-template.ts';
import type { StatementKind } from './statement-register.ts';

type Kind = {
  template: string;
  /** Before year and month in its number. */
  prefix: string;
  /** What was said is told the public, and kept as published. */
  isPublished: boolean;
  /** Tables of the quarter stand behind the text. */
  hasAppendix: boolean;
};

export const KINDS: Record<StatementKind, Kind> = {
  press: { template: DEFAULT_TEMPLATE, prefix: 'FB', isPublished: true, hasAppendix: false },
  conference: { template: CONFERENCE_TEMPLATE, prefix: 'LX', isPublished: false, hasAppendix: true },
};
