// What the phone may do and takes along, of all slices: operations marked `offline`, and the registers that are.

import { type ListedOperation, mayCall } from '../kernel/list-operations.ts';
import type { RegisterDefinition } from '../kernel/register/define-register.ts';
import { operationName } from '../kernel/register/register-contract.ts';
import type { fieldHandlers } from '../modules/field/server/index.ts';
import type { Database } from '../platform/server/db.ts';
import { type Epoch, openEpoch } from '../platform/server/field/epoch.ts';
import { callableOperations } from '../platform/server/http/call-operation.ts';
import { contract } from './contract.ts';
import { catalogue } from './registers.ts';

type Tools = ReturnType<Parameters<typeof fieldHandlers>[0]>;

/** The outbox itself cannot wait in it. */
const isCarried = ({ meta }: ListedOperation) =>
  meta.offline && meta.writes && meta.roles !== 'public' && !meta.name.startsWith('field.');

const isOffline = ({ offline = [] }: RegisterDefinition) => offline.length > 0;

/** `router`: the handlers of the whole contract. The mark of the office is read when the first phone asks. */
export function openFieldTools(
  router: Parameters<typeof callableOperations>[1],
  { db, dataFolder }: { db: Database; dataFolder: string },
): Tools {
  const operations = callableOperations(contract, router, isCarried);
  const registers = catalogue.registers.filter(isOffline);
  let epoch: Promise<Epoch> | undefined;
  return {
    operations,
    registers,
    changed: new Map(registers.map((register) => [operationName(register, 'change'), register])),
    operationsOf: (role) => [...operations.values()].flatMap(({ meta }) => (mayCall(meta, role) ? [meta.name] : [])),
    epoch: () => {
      epoch ??= openEpoch(db, dataFolder).catch((error: unknown) => {
        epoch = undefined;
        throw error;
      });
      return epoch;
    },
  };
}
