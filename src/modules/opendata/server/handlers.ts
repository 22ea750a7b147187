import { addMonths, formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { handlersFor } from '../../../platform/server/http/context.ts';
import { figureNamed } from '../../figures/server/index.ts';
import { ownRegion } from '../../regions/server/index.ts';
import { opendataContract } from '../domain/contract.ts';
import { insertKey, listKeys, newKey, revokeKey } from './keys.ts';
import { readOpen } from './read-open.ts';

const on = handlersFor(opendataContract);

const LONGEST_MONTHS = 36;

export const opendataHandlers = {
  keys: on.keys.handler(({ context: { db, actor, services } }) =>
    db.read(actor, (tx) => listKeys(tx, formatDate(dayOn(services.clock)))),
  ),

  makeKey: on.makeKey.handler(async ({ input: { requestId, ...asked }, context: { db, actor, services } }) => {
    const today = dayOn(services.clock);
    if (asked.expiresOn <= formatDate(today) || asked.expiresOn > formatDate(addMonths(today, LONGEST_MONTHS)))
      throw new Problem('opendata.key-expired-before');
    const key = newKey();
    const figures = [...new Set(asked.figures.map((word) => figureNamed(word).id))];
    // What a repeat is answered with is kept: the key itself must not be, so it is not part of the result.
    const made = await db.write(actor, requestId, async (tx) => {
      const { code } = await ownRegion(tx, asked.area);
      const id = await insertKey(tx, key, { ...asked, figures });
      const { name, office, perMinute, expiresOn } = asked;
      return {
        result: { id, hint: key.slice(-4) },
        audit: {
          ...{ operation: 'opendata.make-key', subjectKind: 'api-key', subjectId: id, regionCode: code },
          after: { name, office, area: code, figures, perMinute, expiresOn },
        },
      };
    });
    // A repeat made no key: the one that was shown stands, and nobody can show it again.
    return { id: made.id, key: key.endsWith(made.hint) ? key : '' };
  }),

  revokeKey: on.revokeKey.handler(({ input: { requestId, id }, context: { db, actor } }) =>
    db.write(actor, requestId, async (tx) => {
      const regionCode = await revokeKey(tx, id);
      if (regionCode === undefined) throw new Problem('opendata.key-not-found');
      return {
        result: {},
        audit: { operation: 'opendata.revoke-key', subjectKind: 'api-key', subjectId: id, regionCode },
      };
    }),
  ),

  figures: on.figures.handler(async ({ input, context }) => {
    const { asOf, knownBy, figures } = await readOpen(context, input, 'opendata.figures');
    return { asOf, knownBy, figures };
  }),
};
