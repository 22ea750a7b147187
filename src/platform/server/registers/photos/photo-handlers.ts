// The operations on photos of registers; the roles are those of the register asked for.

import * as z from 'zod';
import { READERS } from '../../../../kernel/operation.ts';
import { Problem } from '../../../../kernel/problem.ts';
import type { Catalogue } from '../../../../kernel/register/catalogue.ts';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { photoRow, registerPhotosContract } from '../../../../kernel/register/photos-contract.ts';
import '../../../../kernel/register/problems.ts';
import type { Actor } from '../../actor.ts';
import { handlersFor } from '../../http/context.ts';
import { withPhotos } from '../../photos.ts';
import { photoRoute } from '../../views/photo-route.ts';
import { attachPhotos, findPhoto, photosOf, removePhoto } from './register-photos.ts';

const on = handlersFor(registerPhotosContract);

/** The register, for somebody who may do this with it. Throws `registers.unknown`, `registers.photo-forbidden`. */
function registerFor(
  catalogue: Catalogue,
  code: string,
  { role }: Pick<Actor, 'role'>,
  what: 'read' | 'write',
): RegisterDefinition {
  const register = catalogue.find(code);
  if (!register) throw new Problem('registers.unknown', { code });
  if (!register.roles[what].some((one) => one === role))
    throw new Problem('registers.photo-forbidden', { title: register.title });
  return register;
}

export const registerPhotosHandlers = (catalogue: Catalogue) =>
  on.router({
    list: on.list.handler(({ input, context: { db, actor } }) => {
      const register = registerFor(catalogue, input.register, actor, 'read');
      return db.read(actor, (tx) => photosOf(tx, register, input));
    }),
    attach: on.attach.handler(({ input, context: { db, actor, services } }) => {
      const register = registerFor(catalogue, input.register, actor, 'write');
      const taking = { accountId: actor.accountId, countyCode: input.countyCode, fileIds: input.fileIds };
      return withPhotos(services, taking, (take) =>
        db.write(actor, input.requestId, (tx) => attachPhotos(tx, register, input, { stage: input.stage, take })),
      );
    }),
    remove: on.remove.handler(({ input, context: { db, actor } }) => {
      const register = registerFor(catalogue, input.register, actor, 'write');
      return db.write(actor, input.requestId, (tx) => removePhoto(tx, register, input, input));
    }),
  });

/** The picture itself. */
export const registerPhoto = (catalogue: Catalogue) =>
  photoRoute({
    meta: { name: 'registers.photo', roles: READERS },
    path: '/registers/:register/:countyCode/:id/photos/:photoId',
    input: photoRow.extend({ photoId: z.uuid() }),
    find: async (tx, { register: code, countyCode, id, photoId }) => {
      const register = registerFor(catalogue, code, tx.actor, 'read');
      const photo = await findPhoto(tx, register, { countyCode, id }, photoId);
      const of = { subjectKind: register.record, subjectId: id, ...(photo ? { regionCode: photo.placeCode } : {}) };
      return { photo, countyCode, of };
    },
  });
