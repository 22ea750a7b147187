// The phone in the browser.

import '../platform/web/field/older-browsers.ts';
import { startField } from '../modules/phone/web/phone/index.tsx';
import { fieldRegisters } from './field-registers.ts';

const root = document.getElementById('root');
if (!root) throw new Error('field.html has no #root');
startField(root, fieldRegisters);
