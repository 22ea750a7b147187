// The operations of the contract bound to queries and commands.

import { handlersFor } from '../../../platform/server/http/context.ts';
import { nationalContract } from '../domain/contract.ts';
import { changesHandlers } from './changes-handlers.ts';
import { nationalExportHandlers } from './national-export-handlers.ts';

export const nationalHandlers = handlersFor(nationalContract).router({ ...changesHandlers, ...nationalExportHandlers });
