// A small file that was made here, as an address that holds all of it.

/** The file of a data address; the pages may not fetch one. */
export function fileOfData(data: string, name: string): File {
  const [head = '', body = ''] = data.split(',');
  const type = /^data:([^;]+)/.exec(head)?.[1] ?? 'image/png';
  const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  return new File([bytes], name, { type });
}
