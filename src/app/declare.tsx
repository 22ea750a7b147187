// The page for households in the browser.

import { startDeclare } from '../modules/declare/web/public/index.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('declare.html has no #root');
startDeclare(root);
