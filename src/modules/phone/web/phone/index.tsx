// The door of the phone: React and a style sheet of its own, nothing of the office.

import { createRoot } from 'react-dom/client';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import { keepProgram } from '../../../../platform/web/field/app-update.ts';
import { FieldApp } from './app.tsx';
import { knowRegisters } from './forms/operations.ts';
import './field.css';

/** `registers`: those whose rows may be made without a network. */
export function startField(root: HTMLElement, registers: readonly RegisterDefinition[]): void {
  knowRegisters(registers);
  createRoot(root).render(<FieldApp registers={registers} />);
  // Where it cannot be kept the page still works.
  void keepProgram().catch(() => undefined);
}
