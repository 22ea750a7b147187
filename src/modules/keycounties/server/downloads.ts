// The forms of key counties as papers.

import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { RawRoute } from '../../../platform/server/http/raw-route.ts';
import { paperRoute } from '../../../platform/server/papers/paper-route.ts';
import { getRegion, rangeAsked } from '../../regions/server/index.ts';
import { FORM_ROLES, formInput } from '../domain/contract.ts';
import { buildForm, type Form, type FormRows } from '../domain/forms.ts';
import type { CountyAsked } from './county-sql.ts';
import { readFavours, readPairs, readServices, readSpecialists } from './read-county.ts';
import { readCounties } from './read-overview.ts';

const READ: { [F in Form]: (tx: Tx, asked: CountyAsked) => Promise<FormRows[F]> } = {
  counties: readCounties,
  favours: readFavours,
  specialists: readSpecialists,
  services: readServices,
  pairs: readPairs,
};

async function build<F extends Form>(
  tx: Tx,
  { form, area, asOf }: { form: F; area?: number | undefined; asOf?: string | undefined },
  today: PlainDate,
) {
  const region = await getRegion(tx, area ?? tx.actor.areaCode);
  const asked = { range: await rangeAsked(tx, area), on: asOf ?? formatDate(today) };
  const rows: FormRows[F] = await READ[form](tx, asked);
  return {
    document: buildForm({ form, areaName: region.name, asOf: asked.on, rows }),
    audit: {
      ...{ subjectKind: 'export', subjectId: form, regionCode: region.code },
      after: { rows: rows.length },
    },
  };
}

export const keycountiesDownloads: RawRoute[] = [
  paperRoute({
    ...{ name: 'keycounties.form', roles: FORM_ROLES, heavy: true },
    path: '/key-counties/forms/paper',
    input: formInput,
    build: (tx, { format: _format, ...asked }, today) => build(tx, asked, today),
  }),
];
