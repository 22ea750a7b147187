// A household as lists of other slices have it: whom a row is about, and where.

import * as z from 'zod';

/** Part of an output: names of the places stand beside their codes, so that a list asks for nothing more. */
export const listedHousehold = {
  countyCode: z.number().int(),
  /** Of the household. */
  id: z.number().int(),
  number: z.string(),
  headName: z.string(),
  townshipName: z.string(),
  villageName: z.string(),
  members: z.number().int(),
};

export type ListedHousehold = { [name in keyof typeof listedHousehold]: z.output<(typeof listedHousehold)[name]> };
