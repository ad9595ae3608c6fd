import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RichBlock, RichInline } from '../../domain/text/rich-text';
import { richText, safeHref } from './rich-text';

const hrefs = (nodes: readonly (RichBlock | RichInline | RichBlock[])[]): string[] =>
  nodes.flatMap((node) => {
    if (Array.isArray(node)) return hrefs(node);
    const own = node.type === 'link' ? [node.href] : [];
    const inner = node.type === 'list' ? node.items : 'children' in node ? node.children : [];
    return [...own, ...hrefs(inner)];
  });

test('paragraphs, emphasis, lists, quotes and links come through', () => {
  expect(richText('A *b* **c** `d`\n\n> e\n\n1. f\n\n[g](https://example.org/)')).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'A ' },
        { type: 'emphasis', children: [{ type: 'text', value: 'b' }] },
        { type: 'text', value: ' ' },
        { type: 'strong', children: [{ type: 'text', value: 'c' }] },
        { type: 'text', value: ' ' },
        { type: 'code', value: 'd' },
      ],
    },
    { type: 'quote', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'e' }] }] },
    {
      type: 'list',
      isOrdered: true,
      items: [[{ type: 'paragraph', children: [{ type: 'text', value: 'f' }] }]],
    },
    {
      type: 'paragraph',
      children: [{ type: 'link', href: 'https://example.org/', children: [{ type: 'text', value: 'g' }] }],
    },
  ]);
});

test('raw HTML stays words', () => {
  expect(richText('<script>alert(1)</script>')).toEqual([
    { type: 'paragraph', children: [{ type: 'text', value: '<script>alert(1)</script>' }] },
  ]);
});

describe('links', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/account',
    'file:///etc/passwd',
  ])('%s is not followed', (address) => {
    expect(safeHref(address)).toBeNull();
    expect(hrefs(richText(`[words](<${address}>)`))).toEqual([]);
  });
  test('whatever is typed, only web and mail addresses come out', () => {
    fc.assert(
      fc.property(fc.string(), (markdown) => {
        for (const href of hrefs(richText(markdown))) expect(href).toMatch(/^(https?|mailto):/);
      }),
    );
  });
});

test('thousands of nested quotes neither fail nor nest without end', () => {
  expect(JSON.stringify(richText('>'.repeat(3000)).length)).toBeDefined();
  expect(JSON.stringify(richText(`${'> '.repeat(200)}deep`)).split('quote').length - 1).toBeLessThanOrEqual(
    8,
  );
});
