/** Hands the reader a file, as a download. */

/** Save a text under a name; the browser asks where, or has a folder for it. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox begins reading after the click: the address must hold until then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
