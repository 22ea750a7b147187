// The operations of the contract bound to what does them; the registers of all slices are handed down by the composition.

import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import type { RegisterTools } from '../../../platform/server/registers/handlers.ts';
import { listInspectors, setBatch } from '../../accounts/server/index.ts';
import { rectificationContract } from '../domain/contract.ts';
import { isFitting } from '../domain/settings.ts';
import { linkTwin, proposeCard, splitProblem } from './change-problems.ts';
import { decide, queryRows } from './decide.ts';
import { addQuery, listQueries, runQuery, watchQuery } from './queries.ts';
import { readOverview } from './read-overview.ts';
import { readProblem } from './read-problem.ts';
import { rectificationSettings } from './settings.ts';

const on = handlersFor(rectificationContract);

export const rectificationHandlers = (tools: RegisterTools) =>
  on.router({
    overview: on.overview.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => readOverview(tx, input, dayOn(services.clock))),
    ),
    one: on.one.handler(({ input, context: { db, actor, services } }) =>
      db.read(actor, (tx) => readProblem(tx, input.number, dayOn(services.clock))),
    ),
    split: on.split.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => splitProblem(tx, { ...tools, keys: services.keys }, input)),
    ),
    link: on.link.handler(({ input, context: { db, actor } }) =>
      db.write(actor, input.requestId, (tx) => linkTwin(tx, input)),
    ),
    proposeCard: on.proposeCard.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) =>
        proposeCard(tx, { ...tools, keys: services.keys }, input.number, dayOn(services.clock)),
      ),
    ),
    addQuery: on.addQuery.handler(({ input, context: { db, actor } }) =>
      db.write(actor, input.requestId, (tx) => addQuery(tx, tools.catalogue, input)),
    ),
    queries: on.queries.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => listQueries(tx, tools.catalogue, input)),
    ),
    runQuery: on.runQuery.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => runQuery(tx, tools.catalogue, input)),
    ),
    queryRows: on.queryRows.handler(({ input, context: { db, actor } }) =>
      db.read(actor, (tx) => queryRows(tx, tools, input)),
    ),
    decide: on.decide.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) =>
        decide(tx, { ...tools, keys: services.keys }, input, dayOn(services.clock)),
      ),
    ),
    watch: on.watch.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => watchQuery(tx, input, formatDate(dayOn(services.clock)))),
    ),
    inspectors: on.inspectors.handler(({ context: { db, actor } }) => db.read(actor, (tx) => listInspectors(tx))),
    setInspector: on.setInspector.handler(({ input: { requestId, accountId, batch }, context: { db, actor } }) =>
      db.write(actor, requestId, async (tx) => {
        const { result, audit } = await setBatch(tx, accountId, batch);
        return { result, audit: { ...audit, operation: 'rectification.set-inspector' } };
      }),
    ),
    saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
      db.write(actor, input.requestId, (tx) => {
        if (!isFitting(input.key, input.value)) throw new Problem('rectification.bad-level', { value: input.value });
        return rectificationSettings.save(tx, input, dayOn(services.clock));
      }),
    ),
  });
