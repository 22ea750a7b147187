// A part of a workbook through the scanner, from its first tag to its last.

import { decoderFor, type XmlHandler, XmlScanner } from './xml-scan.ts';
import type { ZipParts } from './zip-parts.ts';

export async function scanPart(
  parts: ZipParts,
  name: string,
  handlerOf: (scanner: XmlScanner) => XmlHandler,
): Promise<void> {
  for await (const _ of scanPieces(parts, name, handlerOf));
}

/** Stands still after each piece, for whoever takes what its tags came to. */
export async function* scanPieces(
  parts: ZipParts,
  name: string,
  handlerOf: (scanner: XmlScanner) => XmlHandler,
): AsyncGenerator<void, void, undefined> {
  const scanner = new XmlScanner(handlerOf);
  let decoder: ReturnType<typeof decoderFor> | undefined;
  for await (const piece of parts.unpack(name)) {
    decoder ??= decoderFor(piece);
    scanner.feed(decoder.decode(piece, { stream: true }));
    yield;
  }
}
