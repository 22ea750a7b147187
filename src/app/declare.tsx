// The page for households in the browser.

import { startDeclare } from '../modules/monitoring/web/declare/index.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('declare.html has no #root');
startDeclare(root);
