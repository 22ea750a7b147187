// What pages of contracts need of the registers.

import type { ComponentType } from 'react';
import type { AddRowProps } from '../../../../platform/web/registers/add-row.tsx';
import type { RowOfRegister } from '../../../../platform/web/registers/moves/state-of-row.tsx';

/** Of the composition, which knows all registers: where a row stands, and a new row that begins with what is known. */
export type RegisterTools = { State: ComponentType<RowOfRegister>; Add: ComponentType<AddRowProps> };
