// What the page has in hand while somebody fills it in.

import type { HelperRelation, Trouble } from '../../domain/words.ts';

export type Village = { code: number; name: string; pathText: string };

export type Photo = {
  /** Of this page; the server's id comes when the photo has arrived. */
  key: string;
  fileId?: string;
  /** A small picture to look at, kept with the draft. */
  preview: string;
  state: 'sending' | 'sent' | 'failed';
  problem?: string;
};

export type Draft = {
  requestId: string;
  /** Somebody has said for whom; before that, and after it was sent, there is no step to go back to. */
  begun: boolean;
  forOthers: boolean;
  village?: Village;
  troubles: Trouble[];
  words: string;
  photos: Photo[];
  name: string;
  phone: string;
  helperName: string;
  helperPhone: string;
  helperRelation?: HelperRelation;
  /** The trap for programs: stays empty. */
  website: string;
  ticket?: { text: string; readyAt: number };
};

export type Declared = {
  receipt: string;
  villageName: string;
  receivedOn: string;
  visitBy: string;
  decisionBy: string;
};

export type Status = {
  stage: number;
  title: string;
  text: string;
  next: string;
  villageName: string;
  receivedOn: string;
  since?: string;
  by?: string;
};
