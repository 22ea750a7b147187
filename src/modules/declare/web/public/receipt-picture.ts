// The receipt as a picture for the phone's album: it is found again there, and can be shown to anybody.

import { HOTLINE } from '../../domain/words.ts';
import { chineseDay } from './parts/words.ts';
import type { Declared } from './types.ts';

const WIDTH = 900;
const HEIGHT = 760;
const FONT = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

type Line = { text: string; size: number; y: number; colour?: string; bold?: boolean };

function linesOf({ receipt, villageName, receivedOn, visitBy, decisionBy }: Declared): Line[] {
  return [
    { text: '自主申报回执', size: 48, y: 110, bold: true, colour: '#1f6f54' },
    { text: receipt, size: 76, y: 260, bold: true },
    { text: villageName, size: 34, y: 350 },
    { text: `${chineseDay(receivedOn)}收到`, size: 34, y: 410 },
    { text: `最晚 ${chineseDay(visitBy)}，工作人员入户核实`, size: 34, y: 490 },
    { text: `最晚 ${chineseDay(decisionBy)}，告诉您结果`, size: 34, y: 550 },
    { text: '查询进度要用回执号和电话后 4 位', size: 30, y: 640, colour: '#59645f' },
    { text: `有疑问请拨打 ${HOTLINE}`, size: 30, y: 690, colour: '#59645f' },
  ];
}

function draw(declared: Declared): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.strokeStyle = '#1f6f54';
  context.lineWidth = 8;
  context.strokeRect(20, 20, WIDTH - 40, HEIGHT - 40);
  context.textAlign = 'center';
  for (const { text, size, y, bold, colour = '#1f2a26' } of linesOf(declared)) {
    context.font = `${bold ? '700 ' : ''}${size}px ${FONT}`;
    context.fillStyle = colour;
    context.fillText(text, WIDTH / 2, y, WIDTH - 80);
  }
  return canvas;
}

export function saveReceiptPicture(declared: Declared): void {
  draw(declared).toBlob((blob) => {
    if (!blob) return;
    const address = URL.createObjectURL(blob);
    const link = document.createElement('a');
    link.href = address;
    link.download = `申报回执-${declared.receipt}.png`;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }, 'image/png');
}
