// The phone in the browser.

import { startField } from '../modules/phone/web/phone/index.tsx';
import { catalogue } from './registers.ts';

const root = document.getElementById('root');
if (!root) throw new Error('field.html has no #root');
startField(
  root,
  catalogue.registers.filter(({ offline }) => offline !== undefined),
);
