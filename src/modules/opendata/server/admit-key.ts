// Who calls with a key: found by the digest, held to its term and its rate, and made an actor that sees the key's area and has no role.

import { sql } from 'kysely';
import { formatDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import { type RegionLevel, rangeOf } from '../../../kernel/region-code.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { type OperationContext, visitorActor } from '../../../platform/server/http/context.ts';
import { openCounts } from '../../../platform/server/http/limits.ts';
import '../domain/problems.ts';
import { digestOf, keyIn } from './keys.ts';

type FoundKey = {
  id: number;
  name: string;
  office: string;
  regionCode: number;
  level: RegionLevel;
  figures: string[];
  perMinute: number;
  expiresOn: string;
  revokedOn: string | null;
};

export type Admitted = { context: OperationContext; id: number; figures: ReadonlySet<string> };

const counts = openCounts();

/** Throws `opendata.no-key`, `opendata.key-over`, `opendata.too-many`. */
export async function admitKey(context: OperationContext): Promise<Admitted> {
  const { db, actor, services, session } = context;
  const key = keyIn(session.authorization);
  const found =
    key === undefined
      ? undefined
      : await db.lookUp(
          sql<FoundKey>`select k.id, k.name, k.office, k.region_code, r.level, k.figures, k.per_minute, k.expires_on,
            to_char(k.revoked_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as revoked_on
            from api_keys k join regions r on r.code = k.region_code where k.digest = ${digestOf(key)}`,
          actor.ip,
        );
  if (!found) throw new Problem('opendata.no-key');
  const { id, name, office, regionCode, level, figures, perMinute, expiresOn, revokedOn } = found;
  if (revokedOn !== null) throw new Problem('opendata.key-over', { day: revokedOn, what: '停用' });
  if (expiresOn < formatDate(dayOn(services.clock)))
    throw new Problem('opendata.key-over', { day: expiresOn, what: '到期' });
  const seconds = counts.add(String(id), { max: perMinute, minutes: 1 });
  if (seconds > 0) throw new Problem('opendata.too-many', { most: perMinute, seconds });
  const own = { areaCode: regionCode, range: rangeOf(regionCode, level), name: `${office}（${name}）`.slice(0, 100) };
  // Whoever is signed in beside it: with a key one is nobody but the key.
  const caller = { ...visitorActor(actor.ip, actor.requestId), ...own };
  return { context: { ...context, actor: caller }, id, figures: new Set(figures) };
}
