// The operations of the contract bound to queries and commands.

import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { assetsContract } from '../domain/contract.ts';
import { listAssets } from './list-assets.ts';
import { readAsset } from './read-asset.ts';
import { readLedger } from './read-ledger.ts';
import { readNeeds } from './read-needs.ts';
import { assetSettings } from './settings.ts';

const on = handlersFor(assetsContract);

export const assetsHandlers = on.router({
  ledger: on.ledger.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readLedger(tx, input, dayOn(services.clock))),
  ),
  list: on.list.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => listAssets(tx, input, dayOn(services.clock))),
  ),
  needs: on.needs.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readNeeds(tx, input, dayOn(services.clock))),
  ),
  one: on.one.handler(({ input, context: { db, actor, services } }) =>
    db.read(actor, (tx) => readAsset(tx, input.number, dayOn(services.clock))),
  ),
  saveSetting: on.saveSetting.handler(({ input, context: { db, actor, services } }) =>
    db.write(actor, input.requestId, (tx) => assetSettings.save(tx, input, dayOn(services.clock))),
  ),
});
