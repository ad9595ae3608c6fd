/** A stretch of text without the half of a character at an end where it was cut. */
export const wholeCharacters = (text: string): string =>
  text.replace(/[\ud800-\udbff]$|^[\udc00-\udfff]/g, '');
