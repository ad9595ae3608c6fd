import { Fragment, type ReactNode } from 'react';
import type { RichBlock, RichInline, RichText as RichTextData } from '@/lib/domain/text/rich-text';

/** What a person wrote in Markdown, element by element: there is no HTML on the way. */
export function RichText({ content, language }: { content: RichTextData; language?: string | undefined }) {
  return (
    <div lang={language} dir="auto" className="grid gap-2 font-serif text-ui wrap-anywhere">
      {blocks(content)}
    </div>
  );
}

// The order of a text's parts is their identity: it never changes without the text.
const blocks = (content: readonly RichBlock[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  content.map((block, index) => <Fragment key={index}>{blockElement(block)}</Fragment>);

function blockElement(block: RichBlock): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p className="text-pretty">{inlines(block.children)}</p>;
    case 'quote':
      return (
        <blockquote className="grid gap-2 border-s-2 border-hairline ps-3 text-muted">
          {blocks(block.children)}
        </blockquote>
      );
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List className={`grid gap-1 ps-5 ${block.isOrdered ? 'list-decimal' : 'list-disc'}`}>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>{blocks(item)}</li>
          ))}
        </List>
      );
    }
  }
}

const inlines = (content: readonly RichInline[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  content.map((inline, index) => <Fragment key={index}>{inlineElement(inline)}</Fragment>);

function inlineElement(inline: RichInline): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'emphasis':
      return <em>{inlines(inline.children)}</em>;
    case 'strong':
      return <strong className="font-strong">{inlines(inline.children)}</strong>;
    case 'code':
      return <code className="rounded-[3px] bg-wash px-1 text-[0.9em]">{inline.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      // Links of strangers: no vote from us for search engines, and no handle on this window.
      return (
        <a href={inline.href} rel="noopener ugc nofollow">
          {inlines(inline.children)}
        </a>
      );
  }
}
