import { Fragment, type ReactNode } from 'react';
import type { RichBlock, RichInline, RichText as RichTextData } from '@/lib/domain/text/rich-text';
import { partsWithMentions } from './mention-text';

/** What a person wrote in Markdown, element by element: there is no HTML on the way. */
export function RichText({
  content,
  language,
  mentions = NOBODY,
}: {
  content: RichTextData;
  language?: string | undefined;
  /** Aliases that the words name with an @. */
  mentions?: readonly string[];
}) {
  return (
    <div lang={language} dir="auto" className="rich-text grid gap-2 font-serif text-ui wrap-anywhere">
      {blocks(content, mentions)}
    </div>
  );
}

const NOBODY: readonly string[] = [];

// The order of a text's parts is their identity: it never changes without the text.
const blocks = (content: readonly RichBlock[], mentions: readonly string[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  content.map((block, index) => <Fragment key={index}>{blockElement(block, mentions)}</Fragment>);

function blockElement(block: RichBlock, mentions: readonly string[]): ReactNode {
  switch (block.type) {
    case 'paragraph':
      return <p className="text-pretty">{inlines(block.children, mentions)}</p>;
    case 'quote':
      return (
        <blockquote className="grid gap-2 border-s-2 border-hairline ps-3 text-muted">
          {blocks(block.children, mentions)}
        </blockquote>
      );
    case 'list': {
      const List = block.isOrdered ? 'ol' : 'ul';
      return (
        <List className={`grid gap-1 ps-5 ${block.isOrdered ? 'list-decimal' : 'list-disc'}`}>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={index}>{blocks(item, mentions)}</li>
          ))}
        </List>
      );
    }
  }
}

const inlines = (content: readonly RichInline[], mentions: readonly string[]): ReactNode =>
  // biome-ignore lint/suspicious/noArrayIndexKey: see above
  content.map((inline, index) => <Fragment key={index}>{inlineElement(inline, mentions)}</Fragment>);

function inlineElement(inline: RichInline, mentions: readonly string[]): ReactNode {
  switch (inline.type) {
    case 'text':
      return <WithMentions text={inline.value} mentions={mentions} />;
    case 'emphasis':
      return <em>{inlines(inline.children, mentions)}</em>;
    case 'strong':
      return <strong className="font-strong">{inlines(inline.children, mentions)}</strong>;
    case 'code':
      return <code className="rounded-[3px] bg-wash px-1 text-[0.9em]">{inline.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      // Links of strangers: no vote from us for search engines, and no handle on this window.
      return (
        <a href={inline.href} rel="noopener ugc nofollow">
          {inlines(inline.children, mentions)}
        </a>
      );
  }
}

function WithMentions({ text, mentions }: { text: string; mentions: readonly string[] }) {
  return partsWithMentions(text, mentions).map((part, index) =>
    part.isMention ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the order of the parts is their identity
      <bdi key={index} className="rounded-[3px] bg-wash px-0.5 font-strong">
        {part.text}
      </bdi>
    ) : (
      part.text
    ),
  );
}
