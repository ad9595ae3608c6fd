'use client';

import { useTranslations } from 'next-intl';
import { textOf } from '@/components/form/use-submission';
import { TextArea, TextField } from '@/components/ui/field';
import type { ArticleInput } from '@/lib/domain/source/article';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';

export const ARTICLE_FIELDS = [
  'article.title',
  'article.text',
  'article.attribution',
  'article.url',
] as const;
export type ArticleField = (typeof ARTICLE_FIELDS)[number];

/** The article that was pasted; null when the debate begins without one. */
export function articleOf(form: FormData): ArticleInput | null {
  if (form.get('withArticle') === null) return null;
  return {
    title: textOf(form, 'article.title').trim(),
    text: textOf(form, 'article.text').trim(),
    attribution: textOf(form, 'article.attribution').trim() || null,
    url: textOf(form, 'article.url').trim() || null,
  };
}

export type ArticleFault = 'text' | 'url';

/** What can be seen without asking the server. */
export function articleFaults(article: ArticleInput): Partial<Record<ArticleField, [ArticleFault, number]>> {
  const found: Partial<Record<ArticleField, [ArticleFault, number]>> = {};
  const tooLong = (text: string, most: number) => text.length > most && graphemeLength(text) > most;
  const { title, text, attribution, url } = article;
  if (title === '' || tooLong(title, LIMITS.sourceTitle))
    found['article.title'] = ['text', LIMITS.sourceTitle];
  if (text === '' || tooLong(text, LIMITS.articleText)) found['article.text'] = ['text', LIMITS.articleText];
  if (attribution && tooLong(attribution, LIMITS.sourceAttribution))
    found['article.attribution'] = ['text', LIMITS.sourceAttribution];
  if (url && !(/^https?:\/\//i.test(url) && URL.canParse(url)))
    found['article.url'] = ['url', LIMITS.sourceUrl];
  return found;
}

/** A text to begin with: pasted whole, then read in the text view, where its passages become claims. */
export function ArticleFields({
  isOn,
  onChange,
  faults,
}: {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  faults: Partial<Record<ArticleField, string>>;
}) {
  const t = useTranslations('debate.new.article');
  return (
    <div className="grid gap-4 rounded border border-control bg-raised px-3.5 py-2.5 has-[input[name=withArticle]:checked]:border-ink">
      <label className="grid grid-cols-[auto_1fr] gap-x-3">
        <input
          type="checkbox"
          name="withArticle"
          checked={isOn}
          onChange={({ target }) => onChange(target.checked)}
          className="mt-1 size-4 accent-ink"
        />
        <span>
          <span className="block font-strong">{t('name')}</span>
          <span className="block text-caption text-muted text-pretty">{t('about')}</span>
        </span>
      </label>
      {isOn ? (
        <div className="grid gap-4 pb-2">
          <TextField
            name="article.title"
            label={t('title')}
            maxLength={LIMITS.sourceTitle * 2}
            required
            error={faults['article.title']}
          />
          <TextArea
            name="article.text"
            label={t('text')}
            hint={t('textHint')}
            rows={8}
            className="max-h-96 font-serif"
            required
            error={faults['article.text']}
          />
          <TextField
            name="article.attribution"
            label={t('attribution')}
            note={t('optional')}
            hint={t('attributionHint')}
            error={faults['article.attribution']}
          />
          <TextField
            name="article.url"
            type="url"
            inputMode="url"
            label={t('url')}
            note={t('optional')}
            maxLength={LIMITS.sourceUrl}
            error={faults['article.url']}
          />
        </div>
      ) : null}
    </div>
  );
}
