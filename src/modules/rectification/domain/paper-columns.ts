// Columns and cells that the slice's papers share.

import { BLANK, type Block, type Column } from '../../../kernel/papers/model.ts';

export const left = (title: string, share = 14): Column => ({ title, share });
export const centred = (title: string, share = 10): Column => ({ title, share, align: 'center' });
export const count = (title: string, share = 9): Column => ({ title, share, align: 'right', number: true });
export const or = (value: string | number | undefined) => (value === undefined || value === '' ? BLANK : String(value));
export const heading = (text: string): Block => ({ kind: 'heading', text });
