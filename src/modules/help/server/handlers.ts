// The operations of the contract bound to queries and commands.

import { handlersFor } from '../../../platform/server/http/context.ts';
import { helpContract } from '../domain/contract.ts';
import { libraryHandlers } from './library-handlers.ts';
import { measuresHandlers } from './measures-handlers.ts';

export const helpHandlers = handlersFor(helpContract).router({ ...measuresHandlers, ...libraryHandlers });
