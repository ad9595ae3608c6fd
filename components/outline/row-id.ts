/** Element id of a claim's row; the address `#outline-D4` goes there without JavaScript too. */
export const rowId = (code: string): string => `outline-${code}`;
