// Runs in worker threads: chunks of households.csv and members.csv become COPY rows.

import type { TransformOutput } from '../../../../platform/server/tables/each-record.ts';
import type { TableChunk } from '../../../../platform/server/tables/table-source.ts';
import { HouseholdTransform } from './household-transform.ts';
import { MemberTransform } from './member-transform.ts';
import type { RegistryTransformInit } from './registry-rows.ts';

export type { RegistryTransformInit } from './registry-rows.ts';

export function createTransform(init: RegistryTransformInit): (chunk: TableChunk) => TransformOutput {
  const transform = init.table === 'households' ? new HouseholdTransform(init) : new MemberTransform(init);
  return (chunk) => transform.run(chunk);
}
