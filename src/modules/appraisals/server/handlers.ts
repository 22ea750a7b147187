// The operations of the contract bound to what does them.

import { Problem } from '../../../kernel/problem.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import type { RegisterTools } from '../../../platform/server/registers/handlers.ts';
import { appraisalsContract } from '../domain/contract.ts';
import { computeScheme } from './compute.ts';
import { listSchemes } from './list-schemes.ts';
import { indicatorsOf } from './load-scheme.ts';
import { hearsObjections, objectTo } from './object.ts';
import { areaNameOf, askedRun, askedScheme, openRun } from './read-run.ts';
import { headOf, sheetOf, toldIndicator, toldRun, whatIf } from './results.ts';
import { reviseScheme } from './revise.ts';

const on = handlersFor(appraisalsContract);

export const appraisalsHandlers = (tools: RegisterTools) =>
  on.router({
    schemes: on.schemes.handler(({ input, context }) => listSchemes(context, input)),
    compute: on.compute.handler(({ input, context }) =>
      computeScheme(context, { ...tools, keys: context.services.keys }, input),
    ),
    results: on.results.handler(({ input, context }) =>
      askedScheme(context, input.number, async (scheme, sight, tx) => {
        const open = await openRun(tx, scheme);
        return {
          ...headOf({ scheme, areaName: await areaNameOf(tx, scheme) }),
          isWhole: sight.isWhole,
          indicators: (open?.run.content.indicators ?? (await indicatorsOf(tx, scheme.number))).map(toldIndicator),
          ...toldRun(open, sight),
        };
      }),
    ),
    sheet: on.sheet.handler(({ input, context }) =>
      askedRun(context, input.number, (open, sight) => {
        if (!sight.sees(input.region)) throw new Problem('appraisals.no-target');
        return { ...sheetOf(open, input.region), mayObject: hearsObjections(open.scheme) };
      }),
    ),
    whatIf: on.whatIf.handler(({ input, context }) =>
      askedRun(context, input.number, (open, sight) => {
        if (!sight.isWhole) throw new Problem('appraisals.not-found');
        return whatIf(open, input.weights);
      }),
    ),
    object: on.object.handler(({ input, context }) =>
      objectTo(context, { ...tools, keys: context.services.keys }, input),
    ),
    revise: on.revise.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => reviseScheme(tx, { ...tools, keys: services.keys }, input)),
    ),
  });
