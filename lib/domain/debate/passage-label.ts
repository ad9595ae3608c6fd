/**
 * How people name a paragraph. A numbered one by its place in the version that is read, since its key stays with it when
 * paragraphs come before it in a later version: the key "p13" of the first paragraph is "1". One with a name of its own by
 * that: "art-20-3" is "Art. 20(3)", "art-1-1-a" is "Art. 1(1)(a)". Other keys are shown as they are.
 * @param position of the paragraph in its version, from 0
 */
export function passageLabel(key: string, position: number): string {
  if (/^p\d+$/.test(key)) return String(position + 1);
  const article = /^art-(\d+)((?:-[0-9a-z]+)*)$/.exec(key);
  if (!article) return key;
  const parts = (article[2] ?? '').split('-').filter(Boolean);
  return `Art. ${article[1]}${parts.map((part) => `(${part})`).join('')}`;
}
