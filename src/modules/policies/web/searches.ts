// What the pages of policies keep in the address.

import * as z from 'zod';
import { addressSchema } from '../../../platform/web/addresses.ts';
import { STANDINGS } from '../domain/task-standing.ts';
import { TASK_VIEWS } from '../domain/task-views.ts';

export const tasksSearch = addressSchema({
  view: z.enum(TASK_VIEWS),
  standing: z.enum(STANDINGS),
  unit: z.string().max(60),
  on: z.iso.date(),
});
