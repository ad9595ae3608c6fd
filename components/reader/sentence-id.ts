/** Element id of a sentence in the text. */
export const sentenceId = (key: string): string => `passage-${key}`;

/** Brings a sentence into the middle of the screen; the focus stays where it is. */
export function showSentence(key: string): void {
  document.getElementById(sentenceId(key))?.scrollIntoView({ block: 'center' });
}

/** Brings a sentence into the middle of the screen and gives it the focus. */
export function focusSentence(key: string): void {
  const sentence = document.getElementById(sentenceId(key));
  sentence?.scrollIntoView({ block: 'center' });
  sentence?.focus({ preventScroll: true });
}
