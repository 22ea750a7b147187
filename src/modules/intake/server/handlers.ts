// The operations of the contract, each bound to what does it.

import { handlersFor } from '../../../platform/server/http/context.ts';
import { intakeContract } from '../domain/contract.ts';
import { previewFile } from './preview-file.ts';

const on = handlersFor(intakeContract);

export const intakeHandlers = on.router({
  previewFile: on.previewFile.handler(({ input, context, signal }) => previewFile(context, input, signal)),
});
