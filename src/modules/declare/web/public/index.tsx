// The door of the page for people without an account: React and a style sheet of its own, nothing of the office.

import { createRoot } from 'react-dom/client';
import { DeclareApp } from './app.tsx';
import './declare.css';

export function startDeclare(root: HTMLElement): void {
  createRoot(root).render(<DeclareApp />);
}
