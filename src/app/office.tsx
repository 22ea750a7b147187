// The office in the browser: composes what the slices export; it knows no page of its own.

import { startOffice } from '../platform/web/frame/office-app.tsx';
import { BARE_ROUTES, FRAMED_ROUTES, REGION_SOURCE, SHELL } from './office-routes.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('office.html has no #root');
startOffice({ shell: SHELL, regions: REGION_SOURCE, framed: FRAMED_ROUTES, bare: BARE_ROUTES }, root);
