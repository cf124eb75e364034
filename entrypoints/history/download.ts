const TYPES: Record<string, string> = { json: 'application/json', html: 'text/html', md: 'text/markdown' };

/** Gives the user a file; its name's end says what it is. */
export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? '' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
