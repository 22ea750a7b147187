// Who finds the households and persons that rows of registers speak of.

import { findHouseholds, findPersons } from '../modules/households/server/index.ts';
import type { Subjects } from '../platform/server/registers/judge/subjects.ts';

export const subjects: Subjects = { findHouseholds, findPersons };
