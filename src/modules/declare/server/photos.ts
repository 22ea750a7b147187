// Photos of visitors: fewer and smaller than what officers send, and nothing but photos.

import type { UploadRoute } from '../../../platform/server/http/upload-route.ts';
import { MOST_PHOTO_MEGABYTES } from '../domain/words.ts';
import { PHOTOS_OF_ADDRESS_AND_HOUR } from './visitors.ts';

export const declarePhotos: UploadRoute = {
  meta: { name: 'declare.photo', roles: 'public', writes: true, offline: true },
  path: '/declare/photos',
  visitors: { megabytes: MOST_PHOTO_MEGABYTES, perHour: PHOTOS_OF_ADDRESS_AND_HOUR },
};
