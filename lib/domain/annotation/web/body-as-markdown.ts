import { readMarkedText } from '../../formats/passage-html';

/** The words of a body as Markdown, whatever media type they have; of HTML only the text is taken. */
export function bodyAsMarkdown(value: string, format: string | null): string {
  const isHtml = format !== null && /^(text\/html|application\/xhtml\+xml)\b/i.test(format);
  const text = isHtml ? readMarkedText(value).text : value;
  return text.replace(/\r\n?/g, '\n').trim();
}
