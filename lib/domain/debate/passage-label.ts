/**
 * How people name a paragraph, from its key: "p9" is "9", "art-20-3" is "Art. 20(3)", "art-1-1-a" is "Art. 1(1)(a)".
 * Other keys are shown as they are.
 */
export function passageLabel(key: string): string {
  const paragraph = /^p(\d+)$/.exec(key);
  if (paragraph?.[1]) return paragraph[1];
  const article = /^art-(\d+)((?:-[0-9a-z]+)*)$/.exec(key);
  if (!article) return key;
  const parts = (article[2] ?? '').split('-').filter(Boolean);
  return `Art. ${article[1]}${parts.map((part) => `(${part})`).join('')}`;
}
